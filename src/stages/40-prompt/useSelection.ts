import { useState } from 'react';
import type { Generation } from '../../store/state';
import { leastSure } from './usePrompt';

/** The token whose alternatives are shown. */
export interface Selection {
  readonly index: number | null;
  /** False while the page shows a place of its own choice. */
  readonly isPicked: boolean;
  readonly select: (index: number) => void;
}

/** The token the reader picked in this answer; in a finished one, until then, the one the model was least sure of. */
export function useSelection(generation: Generation | undefined): Selection {
  const [last, setLast] = useState<{ readonly request: string; readonly index: number } | null>(null);
  const picked = generation && last?.request === generation.requestId ? last.index : null;
  const own = generation?.status === 'done' ? leastSure(generation) : null;
  return {
    index: picked ?? own,
    isPicked: picked !== null,
    select: (index) => generation && setLast({ request: generation.requestId, index }),
  };
}
