import { useEffect, useMemo, useState } from 'react';
import type { AppState } from '../../store/state';
import { useAppStore, useAppStoreApi } from '../appStore';
import { useRecording } from '../recorded/useRecording';
import { STAGES } from '../registry';
import type { Asked } from '../stage';
import { ownPhase, recordedPhase, type PhaseName, type Told } from './told';

/** The life that stands in where the reader has trained nothing: the one that Start shows. */
const HOME = 'small';

/** One phase of the life this page tells; null while a recorded one is being read. */
export function useTold(phase: PhaseName): Told | null {
  const runs = useAppStore((state) => state.runs);
  const checkpoints = useAppStore((state) => state.checkpoints);
  const own = useMemo(() => ownPhase({ runs, checkpoints }, phase), [runs, checkpoints, phase]);
  const known = useRecording(own ? undefined : HOME);
  return useMemo(() => {
    if (own) return own;
    const recording = known?.status === 'ready' ? known.recording : null;
    return recording && recordedPhase(recording.runs, checkpoints.points, phase);
  }, [own, known, checkpoints.points, phase]);
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
