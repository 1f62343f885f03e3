import type { ReactNode } from 'react';
import type { Hidable } from '../store/state';
import { useHidden } from './useHidden';

interface ShownProps {
  readonly part: Hidable;
  readonly children: ReactNode;
}

/** Its children, unless the link that opened this page hides the part of the page they belong to. */
export function Shown({ part, children }: ShownProps) {
  return useHidden(part) ? null : children;
}
