import { text } from '../content/narrative';
import type { Autosave, ShippedPoint, StoredPoint } from '../protocol/storage';
import type { RunStatus, SavedPointInfo } from '../protocol/training';
import { isConfig, isCount, isEvaluation, isKeyOf, isName, isPresetName, isRecord, isSample } from './checks';
import words from './words.en.md';

/** Own point as kept: its facts and, to sort by, the place it was saved in. */
export type PointFacts = Omit<StoredPoint, 'bytes'> & { readonly order: number };

/** Complete by type: a value added to the protocol and missing here does not compile. */
const STATUSES: Readonly<Record<RunStatus, true>> = {
  running: true,
  paused: true,
  finished: true,
  stopped: true,
};
const PHASES: Readonly<Record<SavedPointInfo['phase'], true>> = {
  untrained: true,
  pretrained: true,
  fineTuned: true,
};
const COUNTS = ['parameterCount', 'step', 'totalSteps', 'priorSteps', 'bytesSeen', 'seed'] as const;

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length > 0;
}

/** True for the facts of a saved point, whoever wrote them. */
export function isPointInfo(value: unknown): value is SavedPointInfo {
  if (!isRecord(value)) return false;
  const { config, evaluation, sample } = value;
  return (
    isKeyOf(PHASES, value['phase']) &&
    isPresetName(value['preset']) &&
    isConfig(config) &&
    COUNTS.every((field) => isCount(value[field])) &&
    (evaluation === null || isEvaluation(evaluation)) &&
    (sample === null || isSample(sample))
  );
}

/** The autosave, or null when what is stored is damaged or of another version of this page. */
export function readAutosave(value: unknown): Autosave | null {
  if (!isRecord(value)) return null;
  const { runId, step, status, savedAtMs, bytes } = value;
  if (!isName(runId) || !isCount(step) || !isCount(savedAtMs) || !isBytes(bytes)) return null;
  if (!isKeyOf(STATUSES, status)) return null;
  return { runId, step, status: status as RunStatus, savedAtMs, bytes };
}

/** The facts of an own point, or null when damaged. */
export function readPointFacts(value: unknown): PointFacts | null {
  if (!isRecord(value)) return null;
  const { id, runId, info, order, file } = value;
  if (!isName(id) || !isName(runId) || !isCount(order) || !isPointInfo(info)) return null;
  return { id, runId, info, order, ...(isName(file) && { file }) };
}

/** The weights of a point, or null when damaged. */
export function readBytes(value: unknown): Uint8Array | null {
  return isBytes(value) ? value : null;
}

/**
 * The entries of `checkpoints/manifest.json`.
 * @throws Error naming the first entry that is not a shipped point
 */
export function readManifest(value: unknown): readonly ShippedPoint[] {
  if (!Array.isArray(value)) throw new Error(text(words, 'list.none'));
  return value.map((entry: unknown, index) => {
    if (isRecord(entry)) {
      const { id, file, bytes, info } = entry;
      if (isName(id) && isName(file) && isCount(bytes) && isPointInfo(info)) return { id, file, bytes, info };
    }
    throw new Error(text(words, 'list.damaged', { number: index + 1 }));
  });
}
