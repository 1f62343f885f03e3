import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/engine/config';
import { decodeLink } from '../../../src/share/decode';
import { nearestShipped, shippedPoint } from '../../../src/store/points';
import { READY, pointInfo, setUp, settled, started, stepped } from './fakes';

type Page = ReturnType<typeof setUp>;

/** Writes an answer into the lane of stage Prompt, as the worker would. */
async function answer({ actions, state, training }: Page, checkpointId: string): Promise<void> {
  const { text: prompt, settings } = state().prompt;
  await actions.generate({ laneId: 'prompt', checkpointId, prompt, settings });
  const requestId = state().prompt.generations['prompt']?.requestId ?? '';
  const token = {
    id: 1,
    text: 'x',
    prob: 1,
    modelProb: 1,
    index: 0,
    logits: new Float32Array(),
    alternatives: [],
  };
  training.emit('', {
    type: 'generating',
    requestId,
    promptTokens: [],
    seenCharacters: 0,
    truncated: false,
    vocabulary: [],
  });
  training.emit('', { type: 'generatedToken', requestId, token });
  training.emit('', { type: 'generated', requestId, text: 'x', ended: 'endOfText', durationMs: 1 });
}

async function ready(initialHash = ''): Promise<Page> {
  const page = setUp({ initialHash });
  await page.boot();
  return page;
}

describe('a copied link', () => {
  it('of a fresh page carries nothing but the stage', async () => {
    expect((await ready()).actions.link()).toBe('#v=2&stage=start');
  });

  it('carries only what differs', async () => {
    const page = await ready();
    page.actions.goTo('prompt');
    page.actions.setPromptText('def g():');
    page.actions.editSettings({ temperature: 0 });
    page.actions.selectCheckpoint('small-pretrained');
    expect(page.actions.link()).toBe('#v=2&stage=prompt&p=def%20g()%3A&t=0&c=small-pretrained');
  });

  it('opened in a fresh profile asks for the same answer', async () => {
    const sender = await ready();
    sender.actions.goTo('prompt');
    sender.actions.setPromptText('def g():');
    sender.actions.editSettings({ topK: 3, seed: 11 });
    await answer(sender, 'small-fine-tuned');
    const receiver = setUp({ initialHash: sender.actions.link() });
    // The first picture is the right one, before anything is loaded.
    expect(receiver.state().lesson.stage).toBe('prompt');
    expect(receiver.state().prompt.text).toBe('def g():');
    await receiver.boot();
    const asked = sender.training.last('generate');
    expect(asked?.prompt).toBe('def g():');
    expect(receiver.training.last('generate')).toEqual({ ...asked, requestId: expect.any(String) as string });
    expect(receiver.training.types()).not.toContain('start');
    expect(receiver.notices()).toEqual([]);
  });

  it('carries the open question of the gallery; a link without one closes it', async () => {
    const sender = await ready();
    sender.actions.askQuestion('three-ages');
    const receiver = await ready(sender.actions.link());
    expect(receiver.state().lesson.question).toBe('three-ages');
    receiver.actions.openLink('#v=2&stage=pretrain');
    expect(receiver.state().lesson.question).toBe('three-ages');
    receiver.actions.openLink('#v=2&stage=prompt&t=0');
    expect(receiver.state().lesson.question).toBeNull();
  });

  it('to a step of a lesson closes the question of another one, but not before it is opened', async () => {
    const page = await ready('#v=2&stage=prompt&q=three-ages&t=0&present=1&plan=short.5');
    page.actions.openLink('#v=2&plan=short.6');
    expect(page.state().lesson.question).toBe('three-ages');
    page.actions.openLink('#v=2&stage=pretrain&plan=short.6');
    expect(page.state().lesson.question).toBeNull();
  });

  it('of a presenter that names no lesson leaves the one that was given', async () => {
    const page = await ready('#v=2&stage=prompt&present=1&plan=short.5');
    page.actions.openLink('#v=2&stage=pretrain');
    expect(page.state().lesson.plan).toEqual({ id: 'short', step: 5 });
    page.actions.openLink('#v=2&stage=pretrain&present=1');
    expect(page.state().lesson).toMatchObject({ presenting: true, plan: null });
  });

  it('asks for no answer when the prompt has changed since', async () => {
    const page = await ready();
    await answer(page, 'small-fine-tuned');
    expect(decodeLink(page.actions.link()).state.run).toBe(true);
    page.actions.setPromptText('something else');
    expect(decodeLink(page.actions.link()).state.run).toBeUndefined();
  });

  it('names an own model by its recipe and the nearest shipped one', async () => {
    const page = await ready();
    const runId = await page.startRunning();
    page.training.emit(runId, stepped(1, 40));
    expect(decodeLink(page.actions.link()).state).toMatchObject({
      checkpoint: 'small-pretrained-50',
      ownModel: { phase: 'pretrained', preset: 'nano', steps: 40, seed: 7 },
    });
    const info = pointInfo({ phase: 'fineTuned', preset: 'nano', step: 9, seed: 3 });
    page.training.emit(runId, { type: 'saved', info, bytes: Uint8Array.of(1) });
    page.actions.selectCheckpoint(`own-${runId}-9`);
    expect(decodeLink(page.actions.link()).state).toMatchObject({
      checkpoint: 'small-fine-tuned',
      ownModel: { phase: 'fineTuned', preset: 'nano', steps: 9, seed: 3 },
    });
    expect(page.notices().join()).toContain('stays on this machine');
  });

  it('from random weights of the reader’s own says so, and how they were drawn', async () => {
    const page = await ready();
    page.actions.editDraft('pretrain', { seed: 33 });
    const runId = await page.startRunning();
    const info = pointInfo({ phase: 'untrained', preset: 'nano', step: 0, seed: 33 });
    page.training.emit(runId, { type: 'saved', info, bytes: Uint8Array.of(1) });
    const own = {
      checkpoint: 'untrained',
      ownModel: { phase: 'untrained', preset: 'nano', steps: 0, seed: 33 },
    };
    // The same at once, while the run has made no step, and later from its saved point.
    expect(decodeLink(page.actions.link()).state).toMatchObject(own);
    page.actions.selectCheckpoint(`own-${runId}-0`);
    expect(decodeLink(page.actions.link()).state).toMatchObject(own);
  });

  it('from where fine-tuning began names the model it began with', async () => {
    const page = await ready();
    const runId = await page.startRunning('fineTune');
    const info = pointInfo({ step: 0, priorSteps: 500, totalSteps: 500, seed: 9 });
    page.training.emit(runId, { type: 'saved', info, bytes: Uint8Array.of(1) });
    page.actions.selectCheckpoint(`own-${runId}-0`);
    // The shipped weights themselves: the receiver can have the very same.
    expect(decodeLink(page.actions.link()).state).toEqual({ stage: 'start', checkpoint: 'small-pretrained' });
    // After a reload the run is forgotten: its prior steps are what is known.
    const later = setUp({ storage: page.storage });
    await later.boot();
    await settled();
    later.actions.selectCheckpoint(`own-${runId}-0`);
    expect(decodeLink(later.actions.link()).state).toMatchObject({
      checkpoint: 'small-pretrained',
      ownModel: { phase: 'pretrained', preset: 'small', steps: 500 },
    });
  });

  it.each([
    ['small-pretrained', { checkpoint: 'small-pretrained' }],
    [
      'own-lost-300',
      {
        checkpoint: 'small-pretrained',
        ownModel: { phase: 'pretrained', preset: 'small', steps: 300, seed: 7 },
      },
    ],
  ])('from a fine-tuning run of %s without a step yet tells what it began with', async (from, told) => {
    const page = await ready();
    await page.actions.startRun('fineTune');
    const sent = page.training.last('start');
    if (!sent) throw new Error('Expected a start command');
    const priorSteps = from === 'own-lost-300' ? 300 : 500;
    page.training.emit(sent.runId, started({ recipe: { ...sent.recipe, startedFrom: from }, priorSteps }));
    expect(decodeLink(page.actions.link()).state).toEqual({ stage: 'start', ...told });
  });

  it('tells the step at which a model in training answered, however far it has come since', async () => {
    const page = await ready();
    const runId = await page.startRunning();
    page.training.emit(runId, stepped(1, 40));
    await answer(page, 'live');
    page.training.emit(runId, stepped(41, 290));
    expect(decodeLink(page.actions.link()).state).toMatchObject({
      run: true,
      ownModel: { phase: 'pretrained', steps: 40 },
    });
    page.training.emit(runId, { type: 'finished', step: 300 });
    expect(decodeLink(page.actions.link()).state.ownModel?.steps).toBe(40);
  });

  it('promises no answer of a run that is forgotten', async () => {
    const page = await ready();
    const runId = await page.startRunning();
    page.training.emit(runId, stepped(1, 40));
    await answer(page, 'live');
    page.actions.resetRun();
    expect(page.actions.link()).toBe('#v=2&stage=start');
  });

  it('carries the engine an answer was computed on, and nothing of it without an answer', async () => {
    const page = await ready();
    expect(decodeLink(page.actions.link()).state.answeredOn).toBeUndefined();
    await answer(page, 'small-fine-tuned');
    expect(decodeLink(page.actions.link()).state).toMatchObject({ run: true, answeredOn: 'webgl' });
  });

  it('says when the prompt is too long for it', async () => {
    const page = await ready();
    page.actions.setPromptText('a'.repeat(2000));
    expect(decodeLink(page.actions.link()).state.prompt).toHaveLength(1500);
    expect(page.notices().join()).toContain('1,500 characters');
  });

  it('remembers a chosen engine', async () => {
    const page = await ready('#v=1&b=wasm');
    expect(page.training.last('initialise')?.backend).toBe('wasm');
    expect(page.training.restarts).toBe(0);
    expect(page.actions.link()).toBe('#v=2&stage=start&b=wasm');
  });
});

describe('an opened link', () => {
  it('with an unknown model uses the usual one and says so', async () => {
    const page = await ready('#v=1&stage=prompt&c=small-ancient&run=1');
    expect(page.state().checkpoints.currentId).toBe('small-fine-tuned');
    expect(page.notices()).toEqual([
      'The link names the model "small-ancient", which is not here; "Fine-tuned, 700 steps" is used instead.',
    ]);
    expect(page.training.last('generate')?.source).toMatchObject({ checkpointId: 'small-fine-tuned' });
  });

  it('tells the recipe of the sender’s own model and sets the panel to it', async () => {
    const page = await ready('#v=1&c=small-pretrained&own=pretrained.pico.40.9');
    expect(page.notices()[0]).toContain('size pico, 40 steps, seed 9');
    expect(page.state().runs.drafts.pretrain).toMatchObject({ preset: 'pico', totalSteps: 40, seed: 9 });
  });

  it('says what of the sender’s own model did not travel', async () => {
    const page = await ready('#v=1&c=small-pretrained&own=pretrained.pico.40.9');
    expect(page.notices()[0]).toContain('texts, tokens and other settings of theirs do not travel');
    expect(page.notices()[0]).not.toContain('like theirs');
  });

  it('to random weights of the sender’s own sets no steps', async () => {
    const page = await ready('#v=1&c=untrained&own=untrained.pico.0.9');
    expect(page.notices()[0]).toContain('had learned nothing yet: size pico, seed 9');
    expect(page.state().runs.drafts.pretrain).toMatchObject({
      preset: 'pico',
      totalSteps: PRESETS.pico.pretrainSteps,
      seed: 9,
    });
  });

  it.each([
    ['wasm', ["The sender's answer was computed on WASM, yours on WebGL"]],
    ['webgl', []],
  ] as const)('with an answer computed on %s tells a difference of engines only', async (engine, told) => {
    const page = await ready(`#v=1&stage=prompt&c=small-fine-tuned&on=${engine}&run=1`);
    expect(page.notices().map((notice) => notice.split(':')[0])).toEqual(told);
    expect(page.training.types()).toContain('generate');
  });

  it('that is damaged or hostile gives one notice, sane values, and loses nothing', async () => {
    const page = await ready();
    page.actions.setPromptText('mine');
    const { prompt, checkpoints } = page.state();
    page.actions.openLink('#v=1&__proto__=1&constructor=2&stage=evil&t=NaN&p=%E0%A4');
    expect(page.notices()).toHaveLength(1);
    expect(page.state().prompt).toEqual(prompt);
    expect(page.state().checkpoints).toEqual(checkpoints);
  });

  it('that only names a stage keeps prompt and settings', async () => {
    const page = await ready();
    page.actions.setPromptText('mine');
    page.actions.editSettings({ seed: 5 });
    page.actions.openLink('#v=1&stage=pretrain');
    expect(page.state().lesson.stage).toBe('pretrain');
    expect(page.state().prompt).toMatchObject({ text: 'mine', settings: { seed: 5 } });
  });

  it('with one setting means the usual values for the others', async () => {
    const page = await ready();
    page.actions.editSettings({ seed: 5, temperature: 0 });
    page.actions.openLink('#v=1&stage=prompt&k=2');
    expect(page.state().prompt.settings).toEqual({
      temperature: 0.8,
      topK: 2,
      topP: 0.95,
      seed: 1,
      maxNewTokens: 96,
    });
  });

  it('keeps its model although a run of an earlier visit comes back', async () => {
    const page = setUp({ initialHash: '#v=1&stage=prompt&c=small-pretrained' });
    page.storage.autosave = {
      runId: 'old',
      step: 3,
      status: 'paused',
      savedAtMs: 1,
      bytes: Uint8Array.of(1),
    };
    await page.actions.boot();
    page.training.emit('', READY);
    await settled();
    expect(page.training.types()).toContain('restore');
    expect(page.state().checkpoints.currentId).toBe('small-pretrained');
  });
});

describe('the nearest model that comes with the page', () => {
  it('is judged by the steps of the whole life, not of its last phase', () => {
    const given = [100, 700].map((step) =>
      shippedPoint({
        id: `after-${step}`,
        file: 'a',
        bytes: 1,
        info: pointInfo({ phase: 'fineTuned', step, priorSteps: 500 }),
      }),
    );
    const like = { phase: 'fineTuned', preset: 'small', steps: 750 } as const;
    expect(nearestShipped(given, like)?.id).toBe('after-100');
  });
});
