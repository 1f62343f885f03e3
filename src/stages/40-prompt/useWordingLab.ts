import { useEffect, useState } from 'react';
import type * as catalogueModule from '../../corpora/code/wordings';
import { text } from '../../content/narrative';
import { askedModelId, MAX_LANES } from '../../store/lanes';
import { LIVE_ID, liveRun } from '../../store/points';
import { wordingProblemText } from '../../store/wordingProblems';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import { openPreset } from './openPreset';
import { modelOptions } from './useLanes';
import words from './wordingLab.en.md';
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
      // Without it there are no tasks to choose from; a press of the button says why.
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

/** What was asked and what came of it, in numbers and sentences. */
function useOutcome(unavailable: boolean) {
  const slice = useAppStore((state) => state.wordings);
  const { status, asked } = slice;
  const results = wordingResults(slice);
  const isNews = status === 'failed' || status === 'cancelled';
  const told = unavailable ? text(words, 'unavailable') : wordingsStatus(slice);
  const compared = comparisonOf(results, asked?.settings.temperature === 0);
  return {
    asked,
    results,
    isOpen: status === 'writing' || status === 'judging',
    isDone: status === 'done',
    /** Where the run stands. */
    sentence: isNews ? '' : told,
    /** How it ended: said once. */
    news: isNews ? told : status === 'done' ? compared : '',
  };
}

/** The wording lab: what is chosen, what was asked, and what came of it. */
export function useWordingLab() {
  const { editWordings, runWordings, cancelWordings, ...actions } = useActions();
  const { getState } = useAppStoreApi();
  const choice = useAppStore((state) => state.wordings.choice);
  const settings = useAppStore((state) => state.prompt.settings);
  const points = useAppStore((state) => state.checkpoints.points);
  const modelId = useAppStore(askedModelId);
  const hasLive = useAppStore((state) => liveRun(state) !== null);
  const unavailable = useAppStore((state) => state.engine.status === 'unavailable');
  const loading = useAppStore((state) => state.checkpoints.status === 'loading');
  const catalogue = useCatalogue();
  const { asked, ...outcome } = useOutcome(unavailable);

  const tasks = catalogue?.wordingTasks() ?? [];
  const task = tasks.find(({ id }) => id === choice.taskId);
  const own = task && catalogue && choice.own.trim() !== '' ? catalogue.ownWording(task, choice.own) : null;
  const ids = [modelId, ...(asked ? [asked.checkpointId] : [])];
  const models = modelOptions(points, ids, hasLive || ids.includes(LIVE_ID));
  const nameOf = (id: string): string => models.find(({ value }) => value === id)?.label ?? id;
  const plainly = (one: (typeof tasks)[number]): string =>
    catalogue?.worded(one, 'commentAndName').prompt ?? '';
  const isThere = (id: string): boolean =>
    id === LIVE_ID ? hasLive : points.some((point) => point.id === id);
  return {
    ...outcome,
    choice,
    edit: editWordings,
    tasks: tasks.map((one) => ({ value: one.id, label: titleOf(plainly(one)) })),
    /** Every given wording with the prompt it makes of the chosen task. */
    wordings:
      catalogue && task
        ? catalogue.WORDING_IDS.map((id) => ({ id, prompt: catalogue.worded(task, id).prompt }))
        : [],
    toggle: (id: catalogueModule.WordingId, isChosen: boolean): void =>
      editWordings({ given: isChosen ? [...choice.given, id] : choice.given.filter((one) => one !== id) }),
    /** Why the reader's own words cannot be asked; null when they can, or are blank. */
    ownProblem: own && !own.ok ? wordingProblemText(own.problem) : null,
    model: nameOf(modelId),
    settings,
    canRun: !unavailable && !loading && !outcome.isOpen,
    run: () => void runWordings(),
    cancel: cancelWordings,
    asked: asked && { ...asked, model: nameOf(asked.checkpointId) },
    /** Puts the first few wordings that were asked into the page's lanes, and writes. */
    besideEachOther: (): void => {
      if (!asked) return;
      // A model that is gone leaves its place to the current one.
      const checkpointId = isThere(asked.checkpointId) ? asked.checkpointId : modelId;
      const lanes = asked.wordings
        .slice(0, MAX_LANES)
        .map(({ prompt }) => ({ prompt, checkpointId, settings: asked.settings }));
      actions.askQuestion(null);
      openPreset(actions, getState(), { lanes });
      actions.generateLanes();
    },
  };
}

export type WordingLabView = ReturnType<typeof useWordingLab>;
