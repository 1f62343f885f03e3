import { parameterCount, PRESETS, type GPTConfig } from '../../engine/config';
import { CheckpointError, readCheckpoint, type Checkpoint } from '../../engine/train/checkpoint';
import type { Evaluation, SavedPointInfo } from '../../protocol/training';
import { lineageOf } from './runRecord';

/** @throws CheckpointError when no size of this page has the shape */
function presetOf(config: GPTConfig): SavedPointInfo['preset'] {
  const { nLayer, nHead, nEmbd, blockSize } = config;
  const found = Object.values(PRESETS).find(
    ({ shape }) =>
      shape.nLayer === nLayer &&
      shape.nHead === nHead &&
      shape.nEmbd === nEmbd &&
      shape.blockSize === blockSize,
  );
  if (found) return found.name;
  throw new CheckpointError(
    'otherShape',
    `no preset has ${nLayer} layers, ${nHead} heads, ${nEmbd} numbers, ${blockSize} tokens`,
    { layers: nLayer, heads: nHead, width: nEmbd, context: blockSize },
  );
}

/** The losses that were measured at the very step of the file. */
function evaluationIn({ history, step }: Checkpoint): Evaluation | null {
  const at = (series: string): number | null =>
    history.findLast((point) => point.step === step && point.series === series)?.bitsPerByte ?? null;
  const [proseBitsPerByte, codeBitsPerByte] = [at('prose'), at('code')];
  return proseBitsPerByte === null && codeBitsPerByte === null
    ? null
    : { step, proseBitsPerByte, codeBitsPerByte };
}

/**
 * Reads a file of unknown origin as a saved point, and tells its facts. The sample is not in the file.
 * @throws CheckpointError when it is no model of this page
 */
export function inspectedModel(bytes: Uint8Array): SavedPointInfo {
  const checkpoint = readCheckpoint(bytes);
  const { config, seed, step, trainConfig, recipe } = checkpoint;
  const { phase, priorSteps, bytesSeen } = lineageOf(recipe);
  return {
    phase,
    preset: presetOf(config),
    config,
    parameterCount: parameterCount(config),
    step,
    totalSteps: trainConfig.totalSteps,
    priorSteps,
    bytesSeen,
    seed,
    evaluation: evaluationIn(checkpoint),
    sample: null,
  };
}
