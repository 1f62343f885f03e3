import type { LinkExamination, LinkState } from '../share/linkState';
import { chosenCheckpoints } from './evaluationSelectors';
import { INITIAL_EVALUATION } from './evaluationSlice';
import type { AskedEvaluation, EvaluationSettings } from './evaluationState';
import { linkedCurrent, linkedSaved, linkStateOf } from './linkMapping';
import { LIVE_ID } from './points';
import type { AppState } from './state';

type Linked = Pick<AppState, 'lesson' | 'prompt' | 'checkpoints' | 'runs' | 'engine'>;

/** What a link says about a model that was asked: a saved point, or the one in training. */
export function linkedModel(state: Linked, id: string): ReturnType<typeof linkedSaved> {
  if (id !== LIVE_ID) return linkedSaved(state, id);
  return linkedCurrent({ ...state, checkpoints: { ...state.checkpoints, currentId: LIVE_ID } });
}

/** What a link to an examination carries: its models, as far as links can, and all its settings. */
export function examinationState(
  state: Linked,
  { checkpointIds, settings }: Pick<AskedEvaluation, 'checkpointIds' | 'settings'>,
): LinkState {
  const [first, second] = checkpointIds;
  const { groups, tasksPerGroup, samplesPerTask, temperature, topK, topP, seed } = settings;
  const beside = second === undefined ? undefined : linkedModel(state, second).checkpoint;
  return {
    stage: 'evaluate',
    ...(first === undefined ? {} : linkedModel(state, first)),
    examination: {
      ...{ groups, tasksPerGroup, samplesPerTask, temperature, topK, topP, seed },
      ...(beside === undefined ? {} : { beside }),
    },
  };
}

/** The settings of an examination that a link carries: of the current model, and of the one beside it. */
export function linkedExamination({ beside, ...settings }: LinkExamination): EvaluationSettings {
  return { ...settings, checkpointIds: [null, beside ?? null] };
}

/** What a link to the present state carries. In Evaluate that is the examination, once its settings were changed. */
export function presentState(state: Linked & Pick<AppState, 'evaluation'>): LinkState {
  const { settings } = state.evaluation;
  if (state.lesson.stage !== 'evaluate' || settings === INITIAL_EVALUATION.settings)
    return linkStateOf(state);
  const checkpointIds = chosenCheckpoints(state);
  const { checkpoints, prompt } = state;
  const { examination } = examinationState(state, { checkpointIds, settings });
  return {
    ...linkStateOf({
      ...state,
      checkpoints: { ...checkpoints, currentId: checkpointIds[0] ?? checkpoints.currentId },
      // An answer of stage Prompt is not what is looked at here, and may be another model's.
      prompt: { ...prompt, generations: {} },
    }),
    ...(examination && { examination }),
  };
}
