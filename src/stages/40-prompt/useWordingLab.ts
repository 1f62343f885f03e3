import { useEffect, useState } from 'react';
import type * as catalogueModule from '../../corpora/code/wordings';
import { askedModelId, MAX_LANES } from '../../store/lanes';
import { LIVE_ID, liveRun } from '../../store/points';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import { openPreset } from './openPreset';
import { modelOptions } from './useLanes';
import { comparisonOf, wordingResults, wordingsStatus } from './wordingResults';

type Catalogue = typeof catalogueModule;

/** The catalogue of tasks is large: it comes with this part of the page, after the rest of it. */
function useCatalogue(): Catalogue | null {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  useEffect(() => {
    let isGone = false;
    import('../../corpora/code/wordings').then(
      (loaded) => {
        if (!isGone) setCatalogue(loaded);
      },
      // Without it the lab stays closed; a press of the button says why.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return catalogue;
}

/** How a task is called in a list: as its plainest request says it. */
function titleOf(prompt: string): string {
  return (prompt.split('\n')[0] ?? '').replace(/^#\s*/, '');
}

/** The wording lab: what is chosen, what was asked, and what came of it. */
export function useWordingLab() {
  const { editWordings, runWordings, cancelWordings, ...actions } = useActions();
  const { getState } = useAppStoreApi();
  const slice = useAppStore((state) => state.wordings);
  const settings = useAppStore((state) => state.prompt.settings);
  const points = useAppStore((state) => state.checkpoints.points);
  const modelId = useAppStore(askedModelId);
  const hasLive = useAppStore((state) => liveRun(state) !== null);
  const unavailable = useAppStore((state) => state.engine.status === 'unavailable');
  const loading = useAppStore((state) => state.checkpoints.status === 'loading');
  const catalogue = useCatalogue();

  const { choice, asked, status } = slice;
  const tasks = catalogue?.wordingTasks() ?? [];
  const task = tasks.find(({ id }) => id === choice.taskId);
  const own = task && catalogue && choice.own.trim() !== '' ? catalogue.ownWording(task, choice.own) : null;
  const ids = [modelId, ...(asked ? [asked.checkpointId] : [])];
  const models = modelOptions(points, ids, hasLive || ids.includes(LIVE_ID));
  const nameOf = (id: string): string => models.find(({ value }) => value === id)?.label ?? id;
  const results = wordingResults(slice);
  const isOpen = status === 'writing' || status === 'judging';
  return {
    choice,
    edit: editWordings,
    tasks: catalogue
      ? tasks.map((one) => ({
          value: one.id,
          label: titleOf(catalogue.worded(one, 'commentAndName').prompt),
        }))
      : [],
    /** Every given wording with the prompt it makes of the chosen task. */
    wordings:
      catalogue && task
        ? catalogue.WORDING_IDS.map((id) => ({ id, prompt: catalogue.worded(task, id).prompt }))
        : [],
    toggle: (id: catalogueModule.WordingId, isChosen: boolean): void =>
      editWordings({ given: isChosen ? [...choice.given, id] : choice.given.filter((one) => one !== id) }),
    /** Why the reader's own words cannot be asked; null when they can, or are blank. */
    ownProblem: own && !own.ok ? own.problem : null,
    model: nameOf(modelId),
    settings,
    canRun: catalogue !== null && !unavailable && !loading && !isOpen,
    isOpen,
    run: () => void runWordings(),
    cancel: cancelWordings,
    asked: asked && { ...asked, model: nameOf(asked.checkpointId) },
    results,
    sentence: wordingsStatus(slice),
    /** Only once all is judged: it is told once. */
    comparison: status === 'done' ? comparisonOf(results) : '',
    isDone: status === 'done',
    /** Puts the first few wordings that were asked into the page's lanes, and writes. */
    besideEachOther: (): void => {
      if (!asked) return;
      const { checkpointId, settings: askedWith } = asked;
      const lanes = asked.wordings
        .slice(0, MAX_LANES)
        .map(({ prompt }) => ({ prompt, checkpointId, settings: askedWith }));
      actions.askQuestion(null);
      openPreset(actions, getState(), { lanes });
      actions.generateLanes();
    },
  };
}

export type WordingLabView = ReturnType<typeof useWordingLab>;
