import { text } from '../content/narrative';
import type { StoreContext } from './context';
import { notify } from './lessonSlice';
import { cleanText, CUT_NOTE, firstBytes, MAX_TEXT_BYTES, readTextBytes, type ReadText } from './ownText';
import type { AppActions, CorpusSlice } from './state';
import words from './notices.en.md';

/** Own snippets: how many, and how long each, in bytes of UTF-8. */
export const SNIPPET_LIMITS = { count: 500, bytes: 4000 } as const;

const MAX_NAME = 80;

export const INITIAL_CORPUS: CorpusSlice = {
  proseKind: 'stories',
  ownText: '',
  ownTextName: '',
  codeKind: 'snippets',
  ownSnippets: [],
};

/** Keeps the text, or says why not and keeps what was there. Returns whether it was kept. */
function takeText(
  context: StoreContext,
  read: ReadText,
  name: string,
  extraNotes: readonly string[] = [],
): boolean {
  if (!read.ok) {
    const { problem } = read;
    const hasText = context.get().corpus.ownText !== '';
    notify(context, 'error', hasText ? text(words, 'ownText.keptBefore', { problem }) : problem);
    return false;
  }
  const ownTextName = (name.trim() || text(words, 'ownText.name')).slice(0, MAX_NAME);
  context.patch('corpus', { ownText: read.text, ownTextName });
  const notes = [...new Set([...extraNotes, ...read.notes])];
  if (notes.length > 0)
    notify(context, 'info', text(words, 'notes', { name: ownTextName, notes: notes.join(' ') }));
  return true;
}

type File = Parameters<AppActions['loadOwnTextFile']>[0];

async function loadFile(context: StoreContext, file: File): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(0, MAX_TEXT_BYTES).arrayBuffer());
  } catch {
    notify(context, 'error', text(words, 'file.unread', { name: file.name.slice(0, MAX_NAME) }));
    return;
  }
  const cut = file.size > MAX_TEXT_BYTES;
  const read = readTextBytes(bytes, cut);
  if (read.ok && read.text.trim() === '') {
    notify(context, 'warning', text(words, 'file.empty', { name: file.name.slice(0, MAX_NAME) }));
    return;
  }
  const notes = cut ? [CUT_NOTE] : [];
  if (takeText(context, read, file.name, notes)) context.patch('corpus', { proseKind: 'ownText' });
}

function takeSnippets(context: StoreContext, raw: readonly string[]): void {
  const notes = new Set<string>();
  const snippets: string[] = [];
  for (const snippet of raw.slice(0, SNIPPET_LIMITS.count)) {
    const read = cleanText(snippet.slice(0, SNIPPET_LIMITS.bytes));
    if (!read.ok) {
      notes.add(read.problem);
      continue;
    }
    for (const note of read.notes) notes.add(note);
    const kept = firstBytes(read.text, SNIPPET_LIMITS.bytes);
    if (kept.length < read.text.length || snippet.length > SNIPPET_LIMITS.bytes) {
      notes.add(text(words, 'snippets.cut', { bytes: SNIPPET_LIMITS.bytes }));
    }
    if (kept.trim() !== '') snippets.push(kept);
  }
  if (raw.length > SNIPPET_LIMITS.count)
    notes.add(text(words, 'snippets.most', { count: SNIPPET_LIMITS.count }));
  context.patch('corpus', { ownSnippets: snippets });
  if (notes.size > 0)
    notify(
      context,
      'info',
      text(words, 'notes', { name: text(words, 'snippets.name'), notes: [...notes].join(' ') }),
    );
}

type CorpusActions = Pick<
  AppActions,
  'chooseProse' | 'setOwnText' | 'loadOwnTextFile' | 'chooseCode' | 'setOwnSnippets'
>;

export function corpusActions(context: StoreContext): CorpusActions {
  return {
    chooseProse: (proseKind) => {
      context.patch('corpus', { proseKind });
    },
    setOwnText: (text, name) => {
      takeText(context, cleanText(text), name);
    },
    loadOwnTextFile: (file) => loadFile(context, file),
    chooseCode: (codeKind) => {
      context.patch('corpus', { codeKind });
    },
    setOwnSnippets: (snippets) => {
      takeSnippets(context, snippets);
    },
  };
}
