import type { Generation } from '../../../src/store/state';

export const SETTINGS = { temperature: 0.8, topK: 40, topP: 0.95, seed: 1, maxNewTokens: 96 };

type Token = Generation['tokens'][number];

/** A written token the model gave this probability, among no others. */
export const token = (id: number, text: string, prob = 0.5): Token => ({
  id,
  text,
  prob,
  modelProb: prob,
  index: 0,
  logits: new Float32Array(),
  alternatives: [],
});

/** A finished answer without a word. */
export const generation = (change: Partial<Generation> = {}): Generation => ({
  laneId: 'prompt',
  requestId: 'prompt#1',
  checkpointId: 'small-fine-tuned',
  prompt: 'def f(n):',
  settings: SETTINGS,
  road: [],
  status: 'done',
  promptTokens: ['def', ' f', '(n', '):'],
  seenCharacters: 9,
  truncated: false,
  tokens: [],
  vocabulary: [],
  text: '',
  failure: null,
  verdict: null,
  ...change,
});
