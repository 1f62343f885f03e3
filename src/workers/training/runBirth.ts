import type { TrainConfig } from '../../engine/config';
import type { Batch } from '../../engine/data/batch';
import { CheckpointError, readCheckpoint, type Checkpoint } from '../../engine/train/checkpoint';
import { createTrainer } from '../../engine/train/trainer';
import type { RunHistory, RunRecipe, RunStatus } from '../../protocol/training';
import { corpusOf } from './corpusOf';
import { requireBounded } from './material';
import { modelOf, untrainedModel, type Model } from './model';
import { isProse, type ProseRecipe } from './proseMaterial';
import { checkRecipe, configOf, tokenizerOf, trainConfigFor } from './recipe';
import { Run, type RunPort } from './run';
import type { RuntimeFor } from './runtimes';
import { keptProse, lineageOf, runRecordOf, type Lineage } from './runRecord';

const NOTHING_YET: RunHistory = { reports: [], evaluations: [], samples: [], probes: [], baselines: null };
const UNTRAINED: Lineage = { phase: 'untrained', priorSteps: 0, bytesSeen: 0, prose: { kind: 'stories' } };

/**
 * Opens a new run.
 * @param origin checkpoint whose weights to start from; its shape and tokenizer win over the recipe's
 * @throws SessionFailure or CheckpointError
 */
export async function openRun(wished: RunRecipe, origin: Uint8Array | null, port: RunPort): Promise<Run> {
  checkRecipe(wished);
  requireBounded(wished.corpus);
  const checkpoint = origin && readCheckpoint(origin);
  const tokenizerFile = checkpoint?.tokenizer ?? wished.tokenizer;
  const recipe = { ...wished, tokenizer: tokenizerFile };
  const { runtimeFor } = port;
  const model = await (checkpoint ? modelOf(runtimeFor, checkpoint) : freshModel(recipe, runtimeFor));
  return assemble(model, port, {
    recipe,
    trainConfig: trainConfigFor(recipe),
    lineage: checkpoint ? inherited(checkpoint) : UNTRAINED,
    history: NOTHING_YET,
    status: 'running',
    step: 0,
    optimizer: null,
  });
}

/**
 * Opens a run exactly where it was saved.
 * @param running whether it goes on at once; a run that was over stays over
 * @throws SessionFailure or CheckpointError
 */
export async function reopenRun(bytes: Uint8Array, running: boolean, port: RunPort): Promise<Run> {
  const checkpoint = readCheckpoint(bytes);
  const { recipe, history, status } = runRecordOf(checkpoint.recipe);
  const { optimizer, step, trainConfig, tokenizer } = checkpoint;
  if (!optimizer) throw new CheckpointError('noRun', 'it holds no optimizer');
  const whole = { ...recipe, tokenizer };
  checkRecipe(whole);
  const isOver = status === 'finished' || status === 'stopped';
  return assemble(await modelOf(port.runtimeFor, checkpoint), port, {
    recipe: whole,
    trainConfig,
    lineage: lineageOf(checkpoint.recipe),
    history,
    status: isOver ? status : running ? 'running' : 'paused',
    step,
    optimizer,
  });
}

/** What an opened run is made of, beside its model. */
interface Plan {
  readonly recipe: RunRecipe;
  readonly trainConfig: TrainConfig;
  readonly lineage: Lineage;
  readonly history: RunHistory;
  readonly status: RunStatus;
  readonly step: number;
  readonly optimizer: Checkpoint['optimizer'];
}

/** Takes over the model: it is freed with the run, or here when the run cannot be opened. */
function assemble(model: Model, port: RunPort, plan: Plan): Run {
  const { recipe, trainConfig, history, status } = plan;
  const { loaded, tokenizer } = model;
  try {
    // The corpus is built from what a save keeps: a restored run reads the same.
    const prose = keptProse(proseOf(recipe, plan.lineage));
    const lineage = { ...plan.lineage, prose };
    const shape = { tokenizer, blockSize: loaded.config.blockSize, batchSize: trainConfig.batchSize };
    const corpus = corpusOf(recipe, prose, shape);
    let bytesSeen = lineage.bytesSeen;
    const batchAt = (step: number): Batch => {
      const batch = corpus.source.batchAt(step);
      bytesSeen += batch.targetBytes;
      return batch;
    };
    const optimizer = plan.optimizer ?? undefined;
    const trainer = createTrainer({ model: loaded, trainConfig, batchAt, optimizer, startStep: plan.step });
    const parts = {
      recipe,
      model,
      trainConfig,
      trainer,
      corpus,
      lineage,
      bytesSeen: () => bytesSeen,
      history,
      status,
    };
    return new Run(parts, port);
  } catch (error) {
    loaded.dispose();
    throw error;
  }
}

function freshModel(recipe: RunRecipe, runtimeFor: RuntimeFor): Promise<Model> {
  const tokenizer = tokenizerOf(recipe);
  return untrainedModel(runtimeFor, configOf(recipe, tokenizer), tokenizer, recipe.seed);
}

/** The steps of the run that saved a checkpoint are prior steps of the run that starts from it. */
function inherited({ recipe, step }: Checkpoint): Lineage {
  const lineage = lineageOf(recipe);
  return { ...lineage, priorSteps: lineage.priorSteps + step };
}

/** The prose that this run learns, or that its model learned before. */
function proseOf({ corpus }: RunRecipe, lineage: Lineage): ProseRecipe {
  return isProse(corpus) ? corpus : lineage.prose;
}
