import { useMemo, useState } from 'react';
import { text } from '../content/narrative';
import { useActions, useAppStore, useAppStoreApi } from '../stages/appStore';
import { currentPointId, LIVE_ID, liveRun } from '../store/points';
import type { AppStore, RunRecord } from '../store/state';
import { useThrottledStore } from '../ui/charts/useThrottledStore';
import { ModelStrip, type Lineage } from '../ui/strip/ModelStrip';
import stripWords from '../ui/strip/words.en.md';
import { factsOfPoint, factsOfRun, lineageOf, livePoint, runLine, stageOfRun, timelineOf } from './modelStrip';
import { stageHref } from './stageHistory';

/** While training, the strip is drawn at most this often. */
const REDRAW_MS = 250;

const activeRecord = ({ runs }: AppStore): RunRecord | undefined =>
  runs.activeRunId === null ? undefined : runs.records[runs.activeRunId];

/** Which life is shown: that of the current model, until the reader looks at the other one. */
function useLineage(currentId: string): [Lineage, (lineage: Lineage) => void] {
  const points = useAppStore((state) => state.checkpoints.points);
  const [looked, setLooked] = useState<{ at: Lineage; while: string } | null>(null);
  const own = lineageOf(points, currentId);
  return [looked?.while === currentId ? looked.at : own, (at) => setLooked({ at, while: currentId })];
}

/** The strip, fed by the store. */
export function ModelStripHost() {
  const store = useAppStoreApi();
  const { selectCheckpoint, goTo } = useActions();
  const points = useAppStore((state) => state.checkpoints.points);
  const status = useAppStore((state) => state.checkpoints.status);
  const isLive = useAppStore((state) => state.checkpoints.currentId === LIVE_ID && liveRun(state) !== null);
  const savedId = useAppStore(currentPointId);
  const livePhase = useAppStore((state) => liveRun(state)?.recipe.phase ?? null);
  const record = useThrottledStore(store, activeRecord, REDRAW_MS);

  const currentId = isLive ? LIVE_ID : savedId;
  const [lineage, setLineage] = useLineage(currentId);
  const timeline = useMemo(() => {
    const run = livePhase === null ? null : liveRun(store.getState());
    return timelineOf(points, lineage, run && livePoint(run, text(stripWords, 'live')));
  }, [store, points, lineage, livePhase]);

  const point = points.find((candidate) => candidate.id === currentId);
  const line = runLine(record);
  const hasOwn = livePhase !== null || points.some(({ origin }) => origin === 'run' || origin === 'imported');
  return (
    <ModelStrip
      facts={isLive && record ? factsOfRun(record) : point && status !== 'loading' ? factsOfPoint(point) : null}
      status={text(stripWords, status === 'failed' ? 'failed' : 'loading')}
      points={timeline}
      currentId={currentId}
      onPick={selectCheckpoint}
      lineage={hasOwn ? lineage : null}
      onLineage={setLineage}
      run={record && line ? { text: line, href: stageHref(stageOfRun(record)) } : null}
      onOpenRun={() => record && goTo(stageOfRun(record))}
    />
  );
}
