import { useState } from 'react';
import { text } from '../../content/narrative';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import words from './history.en.md';

/** The runs of this visit, what can be done with them, and what was done last in a sentence. */
export function useHistory() {
  const entries = useAppStore((state) => state.history.entries);
  const blocked = useAppStore(
    (state) => state.checkpoints.status === 'loading' || state.engine.status === 'unavailable',
  );
  const { restoreEntry, renameEntry, deleteEntry } = useActions();
  const { getState } = useAppStoreApi();
  const [news, setNews] = useState('');
  const nameOf = (id: string): string =>
    getState().history.entries.find((entry) => entry.id === id)?.name ?? '';
  return {
    entries,
    /** True while nothing can be written, so that nothing can be put back. */
    blocked,
    news,
    tell: setNews,
    restore: (id: string): void => {
      setNews(text(words, 'restored', { name: nameOf(id) }));
      restoreEntry(id);
    },
    rename: (id: string, name: string): void => {
      renameEntry(id, name);
      setNews(text(words, 'renamed', { name: nameOf(id) }));
    },
    remove: (id: string): void => {
      setNews(text(words, 'deleted', { name: nameOf(id) }));
      deleteEntry(id);
    },
  };
}

export type HistoryView = ReturnType<typeof useHistory>;
