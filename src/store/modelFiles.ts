import { text } from '../content/narrative';
import { count } from '../content/numbers';
import { bytesOf, forgetRuns, keepFile, pointById } from './checkpointsSlice';
import type { StoreContext } from './context';
import { notify, tellStorageTrouble } from './lessonSlice';
import { LIVE_ID, ownPointId } from './points';
import type { ExportedModel, ImportedModel, ModelFilesActions } from './modelFilesState';
import type { SavedPoint } from './state';
import { inspectFile } from './workerJobs';
import words from './notices.en.md';

/** Largest file that is read: many times the largest model of this page. */
export const MAX_MODEL_BYTES = 64 * 1024 * 1024;

const EXTENSION = '.safetensors';
const MAX_NAME = 80;
const PHASE_NAMES = { untrained: 'untrained', pretrained: 'pretrained', fineTuned: 'fine-tuned' } as const;

/** What a model is called as a file: that of a file keeps its name. */
export function modelFileName({ info, file }: Pick<SavedPoint, 'info' | 'file'>): string {
  const name = file ?? `${info.preset}-${PHASE_NAMES[info.phase]}-${info.step}`;
  return name.toLowerCase().endsWith(EXTENSION) ? name : name + EXTENSION;
}

/** A file's name as it is shown and kept: without control characters, and not too long. */
function shownName(name: string): string {
  const shown = name.replace(/[\p{C}\\/]/gu, '').trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.\w{1,12})?$/.exec(shown) ?? [];
  return stem.slice(0, MAX_NAME) + extension || `model${EXTENSION}`;
}

/** A zip, as PyTorch writes it, or a Python pickle, as it did before. */
function isTorch(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (
    (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0x80 && b !== undefined && b >= 2 && b <= 5)
  );
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : text(words, 'file.failed');
}

type GivenFile = Parameters<ModelFilesActions['importModel']>[0];

/**
 * The bytes of a file that may be a model.
 * @throws Error with a sentence for the reader
 */
async function bytesIn(file: GivenFile): Promise<Uint8Array> {
  if (file.size === 0) throw new Error(text(words, 'model.emptyFile'));
  if (file.size > MAX_MODEL_BYTES) {
    const megabytes = (bytes: number): string => count(Math.ceil(bytes / 1024 / 1024));
    const sizes = { came: megabytes(file.size), most: megabytes(MAX_MODEL_BYTES) };
    throw new Error(text(words, 'model.tooLarge', sizes));
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Error(text(words, 'model.unreadFile'), { cause: error });
  }
  if (isTorch(bytes)) throw new Error(text(words, 'file.pytorch'));
  return bytes;
}

async function importModel(context: StoreContext, file: GivenFile): Promise<ImportedModel> {
  let point;
  try {
    const bytes = await bytesIn(file);
    const info = await inspectFile(context, bytes);
    const runId = `file-${context.deps.newId()}`;
    point = { id: ownPointId(runId, info.step), runId, file: shownName(file.name), info, bytes };
  } catch (error) {
    return { ok: false, problem: sentenceOf(error) };
  }
  try {
    await keepFile(context, point);
    return { ok: true, id: point.id, kept: 'kept' };
  } catch (error) {
    const isFull = error instanceof Error && 'failure' in error && error.failure === 'full';
    return { ok: true, id: point.id, kept: isFull ? 'full' : 'unavailable' };
  }
}

async function exportModel(context: StoreContext, id: string): Promise<ExportedModel> {
  const point = pointById(context.get(), id);
  if (!point)
    return {
      ok: false,
      problem: id === LIVE_ID ? text(words, 'file.live') : text(words, 'modelGone'),
    };
  if (point.origin === 'untrained') return { ok: false, problem: text(words, 'file.untrained') };
  try {
    return { ok: true, fileName: modelFileName(point), bytes: await bytesOf(context, point) };
  } catch (error) {
    return { ok: false, problem: sentenceOf(error) };
  }
}

async function deleteModels(context: StoreContext, runId: string): Promise<void> {
  if (context.get().runs.activeRunId === runId) {
    notify(context, 'info', text(words, 'file.runOpen'));
    return;
  }
  try {
    await forgetRuns(context, new Set([runId]));
  } catch (error) {
    tellStorageTrouble(context, error);
  }
}

export function modelFilesActions(context: StoreContext): ModelFilesActions {
  return {
    exportModel: (id) => exportModel(context, id),
    importModel: (file) => importModel(context, file),
    deleteModels: (runId) => deleteModels(context, runId),
  };
}
