/** Whether unknown data is what its place calls for. */
import type { Evaluation, Sample, SavedPointInfo } from '../protocol/training';

type PresetName = SavedPointInfo['preset'];
type GPTConfig = SavedPointInfo['config'];

/** Complete by type: a size added to the protocol and missing here does not compile. */
const PRESETS: Readonly<Record<PresetName, true>> = { pico: true, nano: true, small: true, shipped: true };
const SHAPE: Readonly<Record<keyof GPTConfig, true>> = {
  nLayer: true,
  nHead: true,
  nEmbd: true,
  blockSize: true,
  vocabSize: true,
};

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function isKeyOf(table: object, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(table, value);
}

export function isLoss(value: unknown): boolean {
  return value === null || typeof value === 'number';
}

export function isEvaluation(value: unknown): value is Evaluation {
  return (
    isRecord(value) &&
    isCount(value['step']) &&
    isLoss(value['proseBitsPerByte']) &&
    isLoss(value['codeBitsPerByte'])
  );
}

export function isSample(value: unknown): value is Sample {
  return (
    isRecord(value) &&
    isCount(value['step']) &&
    typeof value['prompt'] === 'string' &&
    typeof value['text'] === 'string' &&
    isLoss(value['realWords'])
  );
}

export function isPresetName(value: unknown): value is PresetName {
  return isKeyOf(PRESETS, value);
}

export function isConfig(value: unknown): value is GPTConfig {
  return isRecord(value) && Object.keys(SHAPE).every((field) => isCount(value[field]));
}
