import { useMemo, useState } from 'react';
import { text } from '../content/narrative';
import { useActions, useAppStore, useAppStoreApi } from '../stages/appStore';
import { currentPointId, LIVE_ID, liveRun, pickable } from '../store/points';
import { activeRun } from '../store/selectors';
import { useThrottledStore } from '../ui/charts/useThrottledStore';
import { ModelStrip } from '../ui/strip/ModelStrip';
import stripWords from '../ui/strip/words.en.md';
import {
  factsOfPoint,
  factsOfRun,
  lifeIdOf,
  livePoint,
  livesOf,
  runLine,
  stageOfRun,
  timelineOf,
} from './modelStrip';
import { stageHref } from './stageHistory';

/** While training, the strip is drawn at most this often. */
const REDRAW_MS = 250;

/** Which life is shown: that of the current model, until the reader looks at another one. */
function useLife(currentId: string): [string, (life: string) => void] {
  const points = useAppStore((state) => state.checkpoints.points);
  const [looked, setLooked] = useState<{ life: string; while: string } | null>(null);
  const current = lifeIdOf(points, currentId);
  return [
    looked?.while === currentId ? looked.life : current,
    (life) => setLooked({ life, while: currentId }),
  ];
}

/** The strip, fed by the store. */
export function ModelStripHost() {
  const store = useAppStoreApi();
  const { selectCheckpoint, goTo } = useActions();
  const saved = useAppStore((state) => state.checkpoints.points);
  const stage = useAppStore((state) => state.lesson.stage);
  const status = useAppStore((state) => state.checkpoints.status);
  const isLive = useAppStore((state) => state.checkpoints.currentId === LIVE_ID && liveRun(state) !== null);
  const savedId = useAppStore(currentPointId);
  const livePhase = useAppStore((state) => liveRun(state)?.recipe.phase ?? null);
  const record = useThrottledStore(store, activeRun, REDRAW_MS);

  const currentId = isLive ? LIVE_ID : savedId;
  const points = useMemo(() => pickable(saved, currentId), [saved, currentId]);
  const [life, setLife] = useLife(currentId);
  const timeline = useMemo(() => {
    const run = livePhase === null ? null : liveRun(store.getState());
    return timelineOf(points, life, run && livePoint(run, text(stripWords, 'live')));
  }, [store, points, life, livePhase]);

  const point = points.find((candidate) => candidate.id === currentId);
  // On its own stage a run is in full view already.
  const line = record && stageOfRun(record) !== stage ? runLine(record) : null;
  return (
    <ModelStrip
      facts={
        isLive && record ? factsOfRun(record) : point && status !== 'loading' ? factsOfPoint(point) : null
      }
      status={text(stripWords, status === 'failed' ? 'failed' : 'loading')}
      points={timeline}
      currentId={currentId}
      onPick={selectCheckpoint}
      lives={livesOf(points, livePhase !== null)}
      life={life}
      onLife={setLife}
      run={record && line ? { text: line, href: stageHref(stageOfRun(record)) } : null}
      onOpenRun={() => record && goTo(stageOfRun(record))}
    />
  );
}
