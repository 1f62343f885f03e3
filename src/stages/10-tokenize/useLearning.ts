import { useEffect, useReducer, useRef } from 'react';
import { codeDocuments } from '../../corpora/code/snippets';
import { proseDocuments } from '../../corpora/prose/stories';
import { collectDocuments, createLearning, paceAfter, type LearnedPair, type Learning } from './learning';

export type LearningSource = 'storiesAndCode' | 'stories' | 'code' | 'typed';

/** Characters read from each corpus: counting their pairs is one task that must stay below 30 ms. */
const CHARACTERS_EACH = 40_000;
/** Work at most this long before the page may draw. */
const SLICE_MS = 12;
const CORPUS_SEED = 'tokenizer';

export interface LearningState {
  readonly status: 'idle' | 'collecting' | 'running' | 'held' | 'finished';
  readonly source: LearningSource;
  /** The reader's text at the moment of starting; used when the source is 'typed'. */
  readonly typed: string;
  readonly pairs: readonly LearnedPair[];
  /** True while the rest is learned without resting. */
  readonly hurried: boolean;
}

type Change =
  | { readonly type: 'begin'; readonly source: LearningSource; readonly typed: string }
  | { readonly type: 'run'; readonly hurried: boolean }
  | { readonly type: 'hold' }
  | { readonly type: 'learned'; readonly pairs: readonly LearnedPair[]; readonly over: boolean };

const IDLE: LearningState = {
  status: 'idle',
  source: 'storiesAndCode',
  typed: '',
  pairs: [],
  hurried: false,
};

/** The life of one training, as a watcher sees it. */
export function reduceLearning(state: LearningState, change: Change): LearningState {
  switch (change.type) {
    case 'begin':
      return { ...IDLE, status: 'collecting', source: change.source, typed: change.typed };
    case 'run':
      return { ...state, status: 'running', hurried: change.hurried };
    case 'hold':
      return state.status === 'running' ? { ...state, status: 'held' } : state;
    case 'learned':
      return {
        ...state,
        status: change.over ? 'finished' : state.status,
        pairs: [...state.pairs, ...change.pairs],
      };
  }
}

function sourcesOf(source: LearningSource, typed: string): Iterator<string, unknown>[] {
  const stories = () => proseDocuments({ seed: CORPUS_SEED, split: 'train' });
  const code = () => codeDocuments({ seed: CORPUS_SEED, split: 'train' });
  if (source === 'typed') return [[typed].values()];
  if (source === 'stories') return [stories()];
  return source === 'code' ? [code()] : [stories(), code()];
}

/** Learns up to `merges` pairs, fewer when the slice is used up. */
function learnSlice(learning: Learning, merges: number): { pairs: LearnedPair[]; over: boolean } {
  const until = performance.now() + SLICE_MS;
  const pairs: LearnedPair[] = [];
  while (pairs.length < merges && (pairs.length === 0 || performance.now() < until)) {
    const pair = learning.next();
    if (!pair) return { pairs, over: true };
    pairs.push(pair);
  }
  return { pairs, over: false };
}

/** Calls `slice` again and again, letting the page draw in between, until it returns true. */
function repeat(slice: () => boolean): () => void {
  let timer = setTimeout(function again() {
    if (!slice()) timer = setTimeout(again);
  });
  return () => clearTimeout(timer);
}

/** Trains a tokenizer on the page in short slices, so that every merge can be watched. */
export function useLearning(vocabSize: number) {
  const [state, dispatch] = useReducer(reduceLearning, IDLE);
  const learning = useRef<Learning | null>(null);
  const { status, source, typed, hurried } = state;
  const learned = state.pairs.length;

  const learn = (merges: number): void => {
    if (learning.current) dispatch({ type: 'learned', ...learnSlice(learning.current, merges) });
  };

  useEffect(() => {
    if (status !== 'collecting') return;
    const collecting = collectDocuments(sourcesOf(source, typed), CHARACTERS_EACH);
    return repeat(() => {
      const until = performance.now() + SLICE_MS;
      let collected = collecting.next();
      while (!collected.done && performance.now() < until) collected = collecting.next();
      if (!collected.done) return false;
      learning.current = createLearning(collected.value, vocabSize);
      dispatch({ type: 'run', hurried: false });
      return true;
    });
  }, [status, source, typed, vocabSize]);

  useEffect(() => {
    if (status !== 'running') return;
    const { merges, restMs } = hurried ? { merges: Infinity, restMs: 0 } : paceAfter(learned);
    const timer = setTimeout(() => learn(merges), restMs);
    return () => clearTimeout(timer);
  }, [status, hurried, learned]);

  return {
    ...state,
    begin: (from: LearningSource, text: string) => dispatch({ type: 'begin', source: from, typed: text }),
    run: () => dispatch({ type: 'run', hurried: false }),
    hurry: () => dispatch({ type: 'run', hurried: true }),
    hold: () => dispatch({ type: 'hold' }),
    learnOne: () => learn(1),
  };
}
