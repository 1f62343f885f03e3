import type { JsonValue } from '../../engine/train/checkpoint';
import { CheckpointError } from '../../engine/train/checkpoint';
import type { RunHistory, RunRecipe, RunStatus, SavedPointInfo } from '../../protocol/training';
import { isProse, type ProseRecipe } from './proseMaterial';
import { areProbes, count, field, isCorpus, isHistory, isRecipe } from './recordChecks';

/** Where weights come from: what a run that starts from them goes on counting. */
export interface Lineage {
  readonly phase: SavedPointInfo['phase'];
  /** Steps of all runs that led to these weights, but for the run that saved them. */
  readonly priorSteps: number;
  /** UTF-8 bytes of training text read in all of them, the run that saved them included. */
  readonly bytesSeen: number;
  /** The prose that was learned, so that fine-tuning can watch it being forgotten, and repeat it. */
  readonly prose: ProseRecipe;
}

/** What is needed to continue a run, beside its weights and optimizer. */
export interface RunRecord {
  readonly recipe: RunRecipe;
  readonly status: RunStatus;
  readonly history: RunHistory;
}

/** What a checkpoint's `recipe` holds; `run` is null in a point that is only to be used, not continued. */
export interface CheckpointRecord {
  readonly lineage: Lineage;
  readonly run: RunRecord | null;
}

/** Plain data without the names of its types, which is what JSON asks for. */
type Plain<T> = { [K in keyof T]: Plain<T[K]> };

/** The record as a checkpoint stores it. */
export function storedRecord(record: CheckpointRecord): JsonValue {
  const plain: Plain<CheckpointRecord> = record;
  return plain;
}

const STORIES: ProseRecipe = { kind: 'stories' };
/** Characters of own text that a lineage keeps: enough to repeat, little enough to keep with every saved point. */
const KEPT_TRAIN_LENGTH = 80_000;
const KEPT_VAL_LENGTH = 20_000;
const GAP = '\n\n';
/** What was cut down once is not cut down again: every run of a lineage repeats and watches the same text. */
const KEPT_LENGTH = KEPT_TRAIN_LENGTH + GAP.length + KEPT_VAL_LENGTH;

/**
 * The prose a lineage keeps: a long text is cut down to its beginning and its end. What is kept already stays as it is.
 *
 * The end was held out. It is more than a tenth of what is kept, so what is split off again was held out before.
 */
export function keptProse(prose: ProseRecipe): ProseRecipe {
  if (prose.kind === 'stories' || prose.text.length <= KEPT_LENGTH) return prose;
  const { name, text } = prose;
  const valLength = Math.min(KEPT_VAL_LENGTH, Math.floor(text.length / 20));
  return { kind: 'ownText', name, text: `${text.slice(0, 4 * valLength)}${GAP}${text.slice(-valLength)}` };
}

/** Where the weights of any checkpoint come from; one that was made elsewhere counts as pretrained on stories. */
export function lineageOf(stored: JsonValue): Lineage {
  const lineage = field(stored, 'lineage');
  const phase = field(lineage, 'phase');
  const prose = field(lineage, 'prose');
  return {
    phase: phase === 'untrained' || phase === 'fineTuned' ? phase : 'pretrained',
    priorSteps: count(field(lineage, 'priorSteps')),
    bytesSeen: count(field(lineage, 'bytesSeen')),
    prose: isCorpus(prose) && isProse(prose) ? prose : STORIES,
  };
}

/** @throws CheckpointError when the checkpoint holds no run to continue */
export function runRecordOf(stored: JsonValue): RunRecord {
  const run = field(stored, 'run');
  const recipe = field(run, 'recipe');
  const history = field(run, 'history');
  if (!isRecipe(recipe) || !isHistory(history)) {
    throw new CheckpointError('noRun', 'its record of a run is missing or damaged');
  }
  const status = field(run, 'status');
  const probes = field(history, 'probes');
  return {
    recipe,
    // A run of before there were probes goes on without the early ones.
    history: { ...history, probes: areProbes(probes) ? probes : [] },
    status: status === 'finished' || status === 'stopped' || status === 'running' ? status : 'paused',
  };
}
