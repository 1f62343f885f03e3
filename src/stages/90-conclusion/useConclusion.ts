import { useEffect, useMemo, useState } from 'react';
import type { AppState } from '../../store/state';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import { useRecording, useShippedSizes } from '../recorded/useRecording';
import { STAGES } from '../registry';
import type { Asked } from '../stage';
import { ownPhase, recordedPhase, type PhaseName, type Told } from './told';

/** The life that stands in where the reader has trained nothing: the one that Start shows. */
const HOME = 'small';

/** What can be told of one phase by now, and why there is nothing where there is not. */
export type Telling =
  | { readonly status: 'told'; readonly told: Told }
  /** `missing`: nobody trained it here, and no recording of it came with the page. */
  | { readonly status: 'loading' | 'missing'; readonly told: null }
  | { readonly status: 'failed'; readonly told: null; readonly reason: string };

type Known = ReturnType<typeof useRecording>;

/** What a recording tells of a phase; `isListed` where one is among what came with the page. */
export function tellingOf(
  known: Known,
  isListed: boolean,
  { points, status }: AppState['checkpoints'],
  phase: PhaseName,
): Telling {
  if (known?.status === 'failed') return { status: 'failed', told: null, reason: known.reason };
  if (known?.status === 'ready') {
    const told = known.recording && recordedPhase(known.recording.runs, points, phase);
    return told ? { status: 'told', told } : { status: 'missing', told: null };
  }
  return { status: isListed || status === 'loading' ? 'loading' : 'missing', told: null };
}

/** One phase of the life this page tells: the reader's own, else a recorded one. */
export function useTold(phase: PhaseName): Telling {
  const runs = useAppStore((state) => state.runs);
  const checkpoints = useAppStore((state) => state.checkpoints);
  const own = useMemo(() => ownPhase({ runs, checkpoints }, phase), [runs, checkpoints, phase]);
  const isListed = useShippedSizes().includes(HOME);
  const known = useRecording(own ? undefined : HOME);
  return useMemo(
    () => (own ? { status: 'told', told: own } : tellingOf(known, isListed, checkpoints, phase)),
    [own, known, isListed, checkpoints, phase],
  );
}

/** Reads what was recorded once more, after it could not be read. */
export function useRetry(): () => void {
  const { loadRecording } = useActions();
  return () => void loadRecording(HOME);
}

type AskedBy = (state: AppState) => readonly Asked[];

/** All that the stages ask, with the reader's guesses and what came of them; empty until the words are there. */
export function useAsked(): readonly Asked[] {
  const store = useAppStoreApi();
  const [sources, setSources] = useState<readonly AskedBy[]>([]);
  useEffect(() => {
    let isGone = false;
    const loading = STAGES.flatMap(({ asked }) => asked?.() ?? []);
    // A question whose words do not arrive is left out; the page is whole without it.
    void Promise.allSettled(loading).then((loaded) => {
      if (isGone) return;
      setSources(loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    });
    return () => {
      isGone = true;
    };
  }, []);
  const lesson = useAppStore((state) => state.lesson);
  const runs = useAppStore((state) => state.runs);
  const evaluation = useAppStore((state) => state.evaluation);
  return useMemo(
    () => sources.flatMap((asked) => asked({ ...store.getState(), lesson, runs, evaluation })),
    [sources, store, lesson, runs, evaluation],
  );
}
