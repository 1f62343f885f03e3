import { useState } from 'react';
import { isOwn, modelNames } from '../../content/modelNames';
import { counted, text } from '../../content/narrative';
import { byteSize } from '../../content/numbers';
import { currentPointId, pickable } from '../../store/points';
import type { SavedPoint } from '../../store/state';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import words from './modelFiles.en.md';
import { saveFile } from '../saveFile';

/** One run of the reader's, or one file: what is deleted as a whole. */
export interface OwnModel {
  readonly runId: string;
  /** Its last saved point, which stands for it. */
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** False while its run is open. */
  readonly canGo: boolean;
}

/** The models there is a file of, the reader's own first, the latest first. */
export function savable(points: readonly SavedPoint[]): readonly { value: string; label: string }[] {
  const shown = pickable(points, '');
  const names = modelNames(shown);
  const saved = shown.filter(({ origin }) => origin !== 'untrained');
  const [own, shipped] = [saved.filter(isOwn), saved.filter((point) => !isOwn(point))];
  return [...own.toReversed(), ...shipped.toReversed()].map(({ id }) => ({
    value: id,
    label: names.get(id) ?? id,
  }));
}

/** The reader's own models, a run or a file each, the latest first. */
export function ownModels(points: readonly SavedPoint[], activeRunId: string | null): readonly OwnModel[] {
  const names = modelNames(pickable(points, ''));
  const own = points.filter(isOwn);
  const runIds = [...new Set(own.map(({ runId }) => runId ?? ''))];
  return runIds.toReversed().flatMap((runId) => {
    const saved = own.filter((point) => point.runId === runId);
    const last = saved.at(-1);
    if (!last) return [];
    const isActive = runId === activeRunId;
    const size = counted(words, 'savedPoints', saved.length);
    const from = last.file === undefined ? size : text(words, 'fromFile', { file: last.file });
    const detail = isActive ? `${from}, ${text(words, 'inUse')}` : from;
    return { runId, id: last.id, name: names.get(last.id) ?? last.label, detail, canGo: !isActive };
  });
}

type Brought = 'brought' | 'broughtFull' | 'broughtUnavailable';
const BROUGHT = {
  kept: 'brought',
  full: 'broughtFull',
  unavailable: 'broughtUnavailable',
} as const satisfies Record<string, Brought>;

/** Models as files: what there is, what can be done, and what came of it in a sentence. */
export function useModelFiles() {
  const points = useAppStore((state) => state.checkpoints.points);
  const activeRunId = useAppStore((state) => state.runs.activeRunId);
  const currentId = useAppStore(currentPointId);
  const { exportModel, importModel, deleteModels } = useActions();
  const { getState } = useAppStoreApi();
  const [news, setNews] = useState({ sentence: '', isProblem: false });
  const [reading, setReading] = useState(false);
  const tell = (sentence: string, isProblem = false): void => setNews({ sentence, isProblem });
  const nameNow = (id: string): string =>
    modelNames(pickable(getState().checkpoints.points, '')).get(id) ?? id;

  const save = async (id: string): Promise<void> => {
    const file = await exportModel(id);
    if (!file.ok) {
      tell(file.problem, true);
      return;
    }
    saveFile(file.fileName, file.bytes, 'application/octet-stream');
    tell(text(words, 'saved', { name: file.fileName, size: byteSize(file.bytes.length) }));
  };
  const bring = async (files: FileList | null): Promise<void> => {
    const [file, more] = files ?? [];
    if (!file || reading) return;
    setReading(true);
    tell(text(words, 'reading', { name: file.name }));
    const came = await importModel(file);
    setReading(false);
    const sentence = came.ok
      ? text(words, BROUGHT[came.kept], { name: nameNow(came.id) })
      : text(words, 'notBrought', { name: file.name, problem: came.problem });
    tell(more ? `${sentence} ${text(words, 'oneAtATime')}` : sentence, !came.ok);
  };
  const remove = async ({ runId, name }: OwnModel): Promise<void> => {
    await deleteModels(runId);
    tell(text(words, 'deleted', { name }));
  };
  return {
    models: savable(points),
    own: ownModels(points, activeRunId),
    currentId,
    news,
    reading,
    save: (id: string) => void save(id),
    bring: (files: FileList | null) => void bring(files),
    remove: (model: OwnModel) => void remove(model),
  };
}

export type ModelFilesView = ReturnType<typeof useModelFiles>;
