import { beforeEach, describe, expect, it } from 'vitest';
import { pickable } from '../../../src/store/points';
import { MAX_MODEL_BYTES, modelFileName } from '../../../src/store/modelFiles';
import { FakeStorage, pointInfo, READY, Refusal, setUp, settled } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

/** A picked file; it is only read when its size is bearable. */
function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length) {
  let reads = 0;
  const arrayBuffer = () => {
    reads += 1;
    return Promise.resolve(bytes.slice().buffer);
  };
  return { name, size, arrayBuffer, reads: () => reads };
}

const FILE = fileOf('from-a-friend.safetensors', Uint8Array.of(7, 7, 7));
const INFO = pointInfo({ phase: 'fineTuned', preset: 'nano', step: 120, priorSteps: 300 });

/** Brings a file, which the worker finds to be this. */
async function bring(file = FILE, info = INFO) {
  const imported = page.actions.importModel(file);
  await settled();
  const asked = page.training.last('inspect');
  if (asked) page.training.emit('', { type: 'inspected', requestId: asked.requestId, info });
  return imported;
}
const brought = () => page.state().checkpoints.points.filter(({ file }) => file !== undefined);

describe('a model from a file', () => {
  it('is read by the worker, becomes the current model and says where it came from', async () => {
    const imported = await bring();
    expect(page.training.last('inspect')?.bytes).toEqual(Uint8Array.of(7, 7, 7));
    const [point] = brought();
    expect(imported).toEqual({ ok: true, id: point?.id, kept: 'kept' });
    expect(point).toMatchObject({
      origin: 'run',
      file: 'from-a-friend.safetensors',
      label: 'From a file: 120 steps of code',
      info: INFO,
    });
    expect(page.state().checkpoints.currentId).toBe(point?.id);
  });

  it('is asked with the bytes of the file', async () => {
    await bring();
    page.actions.generateLanes();
    await settled();
    expect(page.training.last('generate')?.source).toMatchObject({
      kind: 'checkpoint',
      bytes: Uint8Array.of(7, 7, 7),
    });
  });

  it('is there again on the next visit, with the name of its file', async () => {
    await bring();
    const [before] = brought();
    page = setUp({ storage: page.storage });
    await page.boot();
    expect(brought()).toEqual([before]);
  });

  it('can be picked even when it holds what a run began with', async () => {
    await bring(FILE, pointInfo({ step: 0, priorSteps: 300 }));
    expect(pickable(page.state().checkpoints.points, '')).toContain(brought()[0]);
  });

  it('is not forgotten for others, and makes none of the reader’s runs forgotten', async () => {
    const storage = new FakeStorage();
    const run = (i: number) => ({
      id: `own-r${i}-9`,
      runId: `r${i}`,
      info: pointInfo(),
      bytes: Uint8Array.of(i),
    });
    for (let i = 1; i <= 4; i++) storage.points.set(`own-r${i}-9`, run(i));
    page = setUp({ storage });
    await page.boot();
    for (let i = 0; i < 6; i++) await bring();
    await page.startRunning();
    page.training.emit('run7', { type: 'saved', info: pointInfo({ step: 9 }), bytes: Uint8Array.of(9) });
    await settled();
    expect(brought()).toHaveLength(6);
    expect(new Set(brought().map(({ label }) => label)).size).toBe(6);
    // The oldest run goes for the new one, as ever; no file counts.
    expect([...storage.points.values()].map(({ runId }) => runId).filter((id) => id.startsWith('r'))).toEqual(
      ['r2', 'r3', 'r4', 'run7'],
    );
  });

  it('lives as long as the page on a full disk, and nothing else is lost', async () => {
    const before = page.state().checkpoints.points;
    page.storage.trouble = new Refusal('full');
    expect(await bring()).toMatchObject({ ok: true, kept: 'full' });
    expect(page.state().checkpoints.points).toEqual([...before, ...brought()]);
    page.actions.generateLanes();
    await settled();
    expect(page.training.last('generate')?.source).toMatchObject({ bytes: Uint8Array.of(7, 7, 7) });
  });

  it('lives as long as the page in a private window', async () => {
    page.storage.trouble = new Refusal('unavailable');
    expect(await bring()).toMatchObject({ ok: true, kept: 'unavailable' });
  });

  it('is asked for again when the worker has to start anew', async () => {
    const imported = page.actions.importModel(FILE);
    await settled();
    const first = page.training.last('inspect');
    page.training.emit('', { type: 'failed', code: 'contextLost', message: 'Lost.', requestId: null });
    await settled();
    page.training.emit('', READY);
    await settled();
    const asks = page.training.types().filter((type) => type === 'inspect');
    expect(asks).toHaveLength(2);
    page.training.emit('', { type: 'inspected', requestId: first?.requestId ?? '', info: INFO });
    expect(await imported).toMatchObject({ ok: true });
  });

  it.each([
    ['', 'model.safetensors'],
    ['a\u0000\u202eb/../c.safetensors', 'ab..c.safetensors'],
    [`${'x'.repeat(500)}.safetensors`, `${'x'.repeat(80)}.safetensors`],
    ['<b>.safetensors', '<b>.safetensors'],
  ])('named %j is shown as %j', async (name, shown) => {
    await bring(fileOf(name, Uint8Array.of(1)));
    expect(brought()[0]?.file).toBe(shown);
  });
});

describe('a file that is no model', () => {
  it.each([
    ['nothing in it', fileOf('a', new Uint8Array()), 'This file is empty.'],
    [
      '1 GB',
      fileOf('a', Uint8Array.of(1), 2 ** 30),
      'This file has 1,024 MB; a model of this page has at most 64 MB.',
    ],
    [
      'the zip of PyTorch',
      fileOf('a.pt', Uint8Array.of(0x50, 0x4b, 3, 4, 9)),
      /^This looks like a file of PyTorch/,
    ],
    [
      'the pickle of PyTorch',
      fileOf('a.bin', Uint8Array.of(0x80, 2, 9)),
      /^This looks like a file of PyTorch/,
    ],
  ])('with %s is refused in a sentence, without asking the worker', async (_, file, problem) => {
    const before = page.state().checkpoints;
    expect(await page.actions.importModel(file)).toEqual({
      ok: false,
      problem: expect.stringMatching(problem) as string,
    });
    expect(page.training.last('inspect')).toBeUndefined();
    expect(page.state().checkpoints).toBe(before);
  });

  it('is not even read when it is too large', async () => {
    const file = fileOf('a', Uint8Array.of(1), MAX_MODEL_BYTES + 1);
    await page.actions.importModel(file);
    expect(file.reads()).toBe(0);
  });

  it('is refused in the worker’s own words, and changes nothing', async () => {
    const before = page.state().checkpoints;
    const imported = page.actions.importModel(FILE);
    await settled();
    const requestId = page.training.last('inspect')?.requestId ?? '';
    const message = 'This file is cut short: some of its weights are missing.';
    page.training.emit('', { type: 'failed', code: 'badCheckpoint', message, requestId });
    expect(await imported).toEqual({ ok: false, problem: message });
    expect(page.state().checkpoints).toBe(before);
    expect(page.notices()).toEqual([]);
  });

  it('that the browser cannot read is told', async () => {
    const arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await page.actions.importModel({ name: 'a', size: 5, arrayBuffer })).toEqual({
      ok: false,
      problem: 'The browser could not read this file. Choose it again.',
    });
  });
});

describe('a model as a file to keep', () => {
  it('is what came with the page, under a name that tells what it is', async () => {
    expect(await page.actions.exportModel('small-fine-tuned')).toEqual({
      ok: true,
      fileName: 'small-fine-tuned-700.safetensors',
      bytes: Uint8Array.of(102),
    });
  });

  it('is one that was brought, under the name it had', async () => {
    const imported = await bring();
    expect(await page.actions.exportModel(imported.ok ? imported.id : '')).toEqual({
      ok: true,
      fileName: 'from-a-friend.safetensors',
      bytes: Uint8Array.of(7, 7, 7),
    });
  });

  it('always ends as such files do', () => {
    expect(modelFileName({ info: INFO, file: 'renamed' })).toBe('renamed.safetensors');
    expect(modelFileName({ info: INFO })).toBe('nano-fine-tuned-120.safetensors');
  });

  it.each([
    ['live', 'The model in training has no file yet. Choose one of its saved points.'],
    ['untrained', 'An untrained model is made on the spot: there is nothing to save yet.'],
    ['gone', 'That model is not here any more. Choose another one.'],
  ])('cannot be had of %s, which is told', async (id, problem) => {
    expect(await page.actions.exportModel(id)).toEqual({ ok: false, problem });
  });

  it('that cannot be read is told', async () => {
    const imported = await bring();
    page.storage.trouble = new Refusal('unavailable');
    const exported = await page.actions.exportModel(imported.ok ? imported.id : '');
    expect(exported).toEqual({
      ok: false,
      problem: 'The model "From a file: 120 steps of code" could not be read from this machine.',
    });
  });
});

describe('deleting a model of one’s own', () => {
  it('takes it off the machine; what pointed to it points to the usual one', async () => {
    await bring(FILE, pointInfo({ preset: 'nano', step: 60 }));
    const [point] = brought();
    page.actions.editDraft('fineTune', { startFrom: point?.id ?? '', totalSteps: 123 });
    await page.actions.deleteModels(point?.runId ?? '');
    expect(brought()).toEqual([]);
    expect(page.storage.points.size).toBe(0);
    expect(page.state().checkpoints.currentId).toBe('small-fine-tuned');
    expect(page.state().runs.drafts.fineTune.startFrom).toBe('small-pretrained');
  });

  it('is refused while its run is open', async () => {
    const runId = await page.startRunning();
    page.training.emit(runId, { type: 'saved', info: pointInfo({ step: 10 }), bytes: Uint8Array.of(1) });
    await settled();
    const before = page.state().checkpoints.points;
    await page.actions.deleteModels(runId);
    expect(page.state().checkpoints.points).toBe(before);
    expect(page.notices().join()).toContain('Reset the run first');
  });

  it('takes it off the list even when the machine does not answer', async () => {
    await bring();
    page.storage.trouble = new Refusal('unavailable');
    await page.actions.deleteModels(brought()[0]?.runId ?? '');
    expect(brought()).toEqual([]);
    expect(page.notices()).toHaveLength(1);
  });
});
