import type { Hidable } from '../store/state';
import { useAppStore } from './appStore';

/** Whether the link that opened this page leaves a part out. What is hidden is not rendered at all. */
export function useHidden(part: Hidable): boolean {
  return useAppStore((state) => state.lesson.hidden.includes(part));
}
