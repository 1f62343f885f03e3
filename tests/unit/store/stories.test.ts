import { beforeEach, describe, expect, it } from 'vitest';
import { STORY_PROMPTS, STORY_SETTINGS } from '../../../src/corpora/prose/coherence';
import { measureStories } from '../../../src/store/storyMeasure';
import { LOST, pointInfo, READY, recipe, setUp, settled, started } from './fakes';

/** A story of which two words are made up; its pronoun agrees, its thing was never told of. */
const STORY = ' there was a girl named Nora. She blorfed the kite quib. ';

let page: ReturnType<typeof setUp>;

/** The parts that measure are loaded on demand. */
async function loaded(): Promise<void> {
  await import('../../../src/corpora/prose/lexicon');
  await import('../../../src/store/storyMeasure');
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let turn = 0; turn < 20; turn++) await settled();
}

async function save(runId: string, step: number): Promise<void> {
  const info = pointInfo({ preset: 'nano', step, totalSteps: 300 });
  page.training.emit(runId, { type: 'saved', info, bytes: Uint8Array.of(step) });
  await loaded();
}

/** The checkpoints that were asked for stories, in order. */
const asked = (): string[] =>
  page.training.sent.flatMap(({ command }) =>
    command.type === 'evaluate' && command.source.kind === 'checkpoint' ? command.source.checkpointId : [],
  );

/** What the worker says to the last request: every story, in two parts, the later ones first. */
async function answer(runId: string): Promise<void> {
  const command = page.training.last('evaluate');
  if (!command) throw new Error('Expected a request for stories, none was sent');
  const { requestId, requests } = command;
  const programs = requests.map((_, index) => ({ index, text: STORY }));
  const told = { type: 'evaluatedPrograms', requestId, total: 16 } as const;
  page.training.emit(runId, { ...told, programs: programs.slice(6), done: 10 });
  page.training.emit(runId, { ...told, programs: programs.slice(0, 6), done: 16 });
  page.training.emit(runId, { type: 'evaluatedAll', requestId, ended: 'done', durationMs: 1 });
  await loaded();
}

const steps = (runId: string): number[] | undefined => page.record(runId).stories?.map(({ step }) => step);

beforeEach(async () => {
  page = setUp();
  await page.boot();
});

describe('measuring stories', () => {
  it('sums words, pronouns and things over all of them', () => {
    const lexicon = new Set(['there', 'was', 'a', 'girl', 'named', 'nora', 'she', 'the', 'kite']);
    const [once, twice] = [measureStories(10, [STORY], lexicon), measureStories(10, [STORY, STORY], lexicon)];
    expect(once).toEqual({
      step: 10,
      stories: 1,
      words: 11,
      realWords: 9 / 11,
      pronouns: { checked: 2, right: 2 },
      things: { checked: 1, right: 0 },
    });
    expect(twice).toEqual({
      ...once,
      stories: 2,
      words: 22,
      pronouns: { checked: 4, right: 4 },
      things: { checked: 2, right: 0 },
    });
  });

  it('gives zeros for nothing', () => {
    expect(measureStories(0, ['', ''], new Set())).toMatchObject({ stories: 2, words: 0, realWords: 0 });
  });
});

describe('a saved point of a run on stories', () => {
  it('is asked for the fixed stories, and what they are like enters the record', async () => {
    const runId = await page.startRunning();
    await save(runId, 10);
    const command = page.training.last('evaluate');
    expect(command?.requests).toEqual(STORY_PROMPTS);
    expect(command?.settings).toEqual(STORY_SETTINGS);
    expect(command?.source).toMatchObject({ kind: 'checkpoint', bytes: Uint8Array.of(10) });
    await answer(runId);
    expect(page.record(runId).stories).toEqual([
      expect.objectContaining({ step: 10, stories: 16, pronouns: { checked: 32, right: 32 } }),
    ]);
  });

  it('waits until those before it are measured', async () => {
    const runId = await page.startRunning();
    for (const step of [0, 10, 25]) await save(runId, step);
    expect(asked()).toEqual([`own-${runId}-0`]);
    await answer(runId);
    expect(asked()).toEqual([0, 10].map((step) => `own-${runId}-${step}`));
    await answer(runId);
    await answer(runId);
    expect(steps(runId)).toEqual([0, 10, 25]);
  });

  it('that comes again is measured again, in its place', async () => {
    const runId = await page.startRunning();
    for (const step of [10, 25, 10]) {
      await save(runId, step);
      await answer(runId);
    }
    expect(steps(runId)).toEqual([10, 25]);
  });

  it('is left out without a word when it cannot be asked, and the next one is not', async () => {
    const runId = await page.startRunning();
    await save(runId, 10);
    const requestId = page.training.last('evaluate')?.requestId ?? null;
    page.training.emit(runId, { type: 'failed', code: 'internal', message: 'No.', requestId });
    await save(runId, 25);
    await answer(runId);
    expect(steps(runId)).toEqual([25]);
    expect(page.notices()).toEqual([]);
  });

  it('is left out when not all of its stories came', async () => {
    const runId = await page.startRunning();
    await save(runId, 10);
    const requestId = page.training.last('evaluate')?.requestId ?? '';
    const programs = [{ index: 0, text: STORY }];
    page.training.emit(runId, { type: 'evaluatedPrograms', requestId, programs, done: 1, total: 16 });
    page.training.emit(runId, { type: 'evaluatedAll', requestId, ended: 'cancelled', durationMs: 1 });
    await loaded();
    expect(steps(runId)).toEqual([]);
  });
});

describe('nothing is asked of', () => {
  it('a run on code, or on a text of the reader', async () => {
    const code = await page.startRunning('fineTune');
    await save(code, 10);
    page = setUp();
    await page.boot();
    page.actions.chooseProse('ownText');
    page.actions.setOwnText('Some text. '.repeat(200), 'mine');
    const own = await page.startRunning();
    expect(page.record(own).recipe.corpus.kind).toBe('ownText');
    await save(own, 10);
    expect(asked()).toEqual([]);
  });

  it('a run that was reset, nor is the answer to it kept', async () => {
    const runId = await page.startRunning();
    await save(runId, 10);
    await save(runId, 25);
    page.actions.goTo('pretrain');
    page.actions.resetRun();
    await answer(runId);
    expect(asked()).toEqual([`own-${runId}-10`]);
    expect(page.state().runs.records[runId]).toBeUndefined();
  });

  it('a run after which another one was started', async () => {
    const first = await page.startRunning();
    await save(first, 10);
    await save(first, 25);
    page.training.emit(first, { type: 'stopped', step: 30 });
    const second = await page.startRunning();
    await answer(second);
    expect(asked()).toEqual([`own-${first}-10`]);
    expect(steps(first)).toEqual([]);
    await save(second, 10);
    await answer(second);
    expect(steps(second)).toEqual([10]);
  });
});

describe('a run that comes back', () => {
  it('after a lost context keeps what was measured up to its autosave, and asks again for what is owed', async () => {
    const runId = await page.startRunning();
    for (const step of [10, 50]) {
      await save(runId, step);
      await answer(runId);
    }
    page.training.emit(runId, { type: 'autosaved', step: 30, status: 'running', bytes: Uint8Array.of(1) });
    await save(runId, 100);
    page.training.emit('', LOST);
    page.training.emit('', READY);
    page.training.emit(runId, started({ step: 30 }));
    expect(steps(runId)).toEqual([10]);
    expect(asked().slice(-2)).toEqual([`own-${runId}-100`, `own-${runId}-100`]);
    await answer(runId);
    expect(steps(runId)).toEqual([10, 100]);
  });

  it('after a reload has those measured from then on', async () => {
    const { storage } = page;
    const bytes = Uint8Array.of(1);
    await storage.saveAutosave({ runId: 'old', step: 30, status: 'paused', savedAtMs: 1, bytes });
    page = setUp({ storage });
    await page.boot();
    page.training.emit('old', started({ recipe: recipe(), step: 30, running: false }));
    expect(steps('old')).toEqual([]);
    await save('old', 50);
    await answer('old');
    expect(steps('old')).toEqual([50]);
  });
});
