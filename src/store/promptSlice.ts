import { text } from '../content/narrative';
import { count } from '../content/numbers';
import { clampSampleSettings, SAMPLE_DEFAULTS } from '../engine/sample/distribution';
import type { TrainingEvent } from '../protocol/training';
import { LINK_DEFAULTS } from '../share/linkState';
import { sourceOf } from './checkpointsSlice';
import type { StoreContext } from './context';
import { whenReady } from './engineSlice';
import { changeAnswer, answerTo, putAnswer } from './answers';
import { judgeAnswer } from './answerVerdict';
import { notify } from './lessonSlice';
import type { AnswerSource, AppActions, Generation, PromptSlice } from './state';
import words from './notices.en.md';

/** Longest prompt the page keeps, in UTF-16 units; models read only the last few hundred. */
export const MAX_PROMPT = 100_000;

export const INITIAL_PROMPT: PromptSlice = {
  text: LINK_DEFAULTS.prompt,
  settings: SAMPLE_DEFAULTS,
  beside: [],
  generations: {},
};

/** A prompt as it is kept: `\n` line ends, no lone surrogates, of a too long one the end, which is what models read. */
export function fittedPrompt(text: string): string {
  return text
    .slice(-MAX_PROMPT)
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

function isOpen({ status }: Generation): boolean {
  return status === 'waiting' || status === 'streaming';
}

function cancelLane(context: StoreContext, laneId: string): void {
  const { deps, get, session } = context;
  const generation = get().prompt.generations[laneId];
  if (!generation || !isOpen(generation)) return;
  const { requestId } = generation;
  const request = session.requests.get(requestId);
  session.requests.delete(requestId);
  if (request) deps.training.send(request.runId, { type: 'cancelGenerate', requestId });
  changeAnswer(context, requestId, { status: 'cancelled' });
}

function queue(context: StoreContext, requestId: string): void {
  whenReady(context, () => {
    const request = context.session.requests.get(requestId);
    if (request) context.deps.training.send(request.runId, request.command);
  });
}

async function generate(context: StoreContext, wish: Parameters<AppActions['generate']>[0]): Promise<void> {
  const { get, session } = context;
  const { laneId, checkpointId, road = [] } = wish;
  cancelLane(context, laneId);
  session.lastRequest += 1;
  const requestId = `${laneId}#${session.lastRequest}`;
  const prompt = fittedPrompt(wish.prompt);
  const settings = clampSampleSettings(wish.settings);
  const empty = {
    status: 'waiting',
    promptTokens: [],
    seenCharacters: 0,
    truncated: false,
    tokens: [],
    vocabulary: [],
    text: '',
    failure: null,
    verdict: null,
  } as const;
  putAnswer(context, { laneId, requestId, checkpointId, prompt, settings, road, ...empty });
  try {
    const { source, runId } = await sourceOf(context, checkpointId);
    const generation = answerTo(get(), requestId);
    if (!generation || !isOpen(generation)) return;
    if (get().engine.status === 'unavailable')
      throw new Error(text(words, 'prompt.impossible', { reason: get().engine.reason }));
    session.requests.set(requestId, {
      runId,
      command: { type: 'generate', requestId, source, prompt, settings, road },
    });
    queue(context, requestId);
  } catch (error) {
    const failure = error instanceof Error ? error.message : text(words, 'modelUnread');
    changeAnswer(context, requestId, { status: 'failed', failure });
  }
}

/** Asks a fresh worker again for every answer the lost one owed. The same seed gives the same answer. */
export function resendRequests(context: StoreContext): void {
  for (const requestId of context.session.requests.keys()) {
    changeAnswer(context, requestId, { status: 'waiting', tokens: [], text: '', verdict: null });
    queue(context, requestId);
  }
}

/** Ends every answer that is still owed. */
export function failRequests(context: StoreContext, failure: string): void {
  for (const requestId of [...context.session.requests.keys()]) {
    context.session.requests.delete(requestId);
    changeAnswer(context, requestId, { status: 'failed', failure });
  }
}

/** What a request is answered with at this moment. */
function sourceNow({ get, session }: StoreContext, requestId: string): AnswerSource {
  const { engine, runs } = get();
  const runId = session.requests.get(requestId)?.runId ?? '';
  const run = runs.records[runId];
  return { backend: engine.backend, live: run ? { runId, step: run.step } : null };
}

type GenerationEvent = Extract<TrainingEvent, { type: 'generating' | 'generatedToken' | 'generated' }>;

/** Writes what the worker sends into its lane. */
export function generationEvent(context: StoreContext, event: GenerationEvent): void {
  const generation = answerTo(context.get(), event.requestId);
  if (!generation) return;
  switch (event.type) {
    case 'generating': {
      const { promptTokens, seenCharacters, truncated, vocabulary } = event;
      const source = sourceNow(context, event.requestId);
      changeAnswer(context, event.requestId, {
        status: 'streaming',
        promptTokens,
        seenCharacters,
        truncated,
        vocabulary,
        source,
      });
      return;
    }
    case 'generatedToken': {
      const tokens = [...generation.tokens, event.token];
      changeAnswer(context, event.requestId, { tokens, text: generation.text + event.token.text });
      return;
    }
    case 'generated':
      context.session.requests.delete(event.requestId);
      changeAnswer(context, event.requestId, {
        status: event.ended === 'cancelled' ? 'cancelled' : 'done',
        text: event.text,
      });
      judgeAnswer(context, event.requestId);
      return;
    default: {
      const unknown: never = event;
      return unknown;
    }
  }
}

/** Marks one answer as failed. */
export function generationFailed(context: StoreContext, requestId: string, failure: string): void {
  context.session.requests.delete(requestId);
  changeAnswer(context, requestId, { status: 'failed', failure });
}

type PromptActions = Pick<AppActions, 'setPromptText' | 'editSettings' | 'generate' | 'cancelGenerate'>;

export function promptActions(context: StoreContext): PromptActions {
  const { get, patch } = context;
  return {
    setPromptText: (prompt) => {
      if (prompt.length > MAX_PROMPT) {
        notify(context, 'info', text(words, 'prompt.cut', { count: count(MAX_PROMPT) }));
      }
      patch('prompt', { text: fittedPrompt(prompt) });
    },
    editSettings: (edit) => {
      const before = get().prompt.settings;
      const numbers = Object.entries(edit).filter(([, value]) => !Number.isNaN(value));
      patch('prompt', { settings: clampSampleSettings({ ...before, ...Object.fromEntries(numbers) }) });
    },
    generate: (wish) => generate(context, wish),
    cancelGenerate: (laneId) => {
      cancelLane(context, laneId);
    },
  };
}
