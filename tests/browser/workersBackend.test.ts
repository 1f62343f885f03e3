import { getBackend } from '@tensorflow/tfjs-core';
import { expect, it, vi } from 'vitest';
import { TIMED_STEP } from '../../src/engine/cost';
import { initialArrays } from '../../src/engine/model/init';
import { createRandom } from '../../src/engine/random';
import { PROTOCOL_VERSION } from '../../src/protocol/training';
import type {
  BackendChoice,
  FromWorker,
  Paces,
  RunRecipe,
  TrainingCommand,
  TrainingEvent,
} from '../../src/protocol/training';
import {
  createBackendChooser,
  type BackendSurroundings,
  type ChosenBackend,
} from '../../src/workers/training/backend';
import { createTrainingClient } from '../../src/workers/training/client';
import { isSoftwareRenderer, isWebKit, openGraphics } from '../../src/workers/training/graphics';
import { createMessageYield } from '../../src/workers/training/messageYield';
import { RUNTIMES } from '../../src/workers/training/runtimes';
import { createSession } from '../../src/workers/training/session';

const RECIPE: RunRecipe = {
  phase: 'pretrain',
  preset: 'pico',
  seed: 1,
  totalSteps: 3000,
  learningRate: 1e-2,
  batchSize: 2,
  corpus: { kind: 'stories' },
  replay: 0,
  tokenizer: { kind: 'byte-bpe', version: 1, merges: [] },
  startedFrom: null,
};

const SILENT = { prepared: () => undefined, contextLost: () => undefined };

/** What the worker gives its chooser. */
function surroundings(openCanvas: () => OffscreenCanvas | null): BackendSurroundings {
  return {
    openGraphics: () => {
      const canvas = openCanvas();
      return canvas && openGraphics(canvas);
    },
    runtimes: RUNTIMES,
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    build: 'test',
  };
}

/** Listens, and resolves with the first event of a type. */
function createEar() {
  const events: FromWorker[] = [];
  const waiting = new Set<() => void>();
  const hear = (event: FromWorker): void => {
    events.push(event);
    for (const look of [...waiting]) look();
  };
  const until = <K extends TrainingEvent['type']>(type: K): Promise<Extract<FromWorker, { type: K }>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = events.find((event): event is Extract<FromWorker, { type: K }> => event.type === type);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { events, hear, until };
}

it('knows software renderers and WebKit by their names', () => {
  expect(
    isSoftwareRenderer('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)'),
  ).toBe(true);
  expect(isSoftwareRenderer('llvmpipe (LLVM 15.0.7, 256 bits)')).toBe(true);
  expect(isSoftwareRenderer('ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)')).toBe(true);
  expect(isSoftwareRenderer('ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)')).toBe(false);
  expect(isSoftwareRenderer('Apple GPU')).toBe(false);
  const webKit = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  expect(isWebKit(`${webKit} Version/17.4 Safari/605.1.15`)).toBe(true);
  expect(isWebKit(`${webKit} CriOS/124.0 Mobile/15E148 Safari/604.1`)).toBe(true);
  expect(isWebKit(`${webKit} Chrome/124.0 Safari/537.36`)).toBe(false);
  expect(isWebKit('Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0')).toBe(false);
});

/** The chooser as the worker makes it, on contexts that the test can lay hands on. */
function openChooser(
  openCanvas: () => OffscreenCanvas | null = () => new OffscreenCanvas(1, 1),
): (choice: BackendChoice, paces?: Paces) => Promise<ChosenBackend> {
  const choose = createBackendChooser(surroundings(openCanvas));
  return (choice, paces = {}) => choose(choice, paces, SILENT);
}

it('takes WASM by itself where WebGL is drawn in software, and says why', async () => {
  const { backend, reason, renderer, paces } = await openChooser()('auto');
  expect(backend).toBe('wasm');
  expect(reason).toBe(
    'This browser draws WebGL in software, so the model trains on WASM, which is faster here; no race was needed.',
  );
  expect(renderer).toBeNull();
  expect(paces.wasm?.msPerStep).toBeGreaterThan(1);
  expect(paces.webgl).toBeUndefined();
});

it('takes WASM where there is no WebGL, and says so when WebGL was chosen', async () => {
  const withoutWebGL = (): OffscreenCanvas => {
    const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext('2d');
    return canvas;
  };
  const { backend, reason } = await openChooser(withoutWebGL)('webgl');
  expect(backend).toBe('wasm');
  expect(reason).toBe('This browser offers no WebGL 2, so the model trains on WASM.');
});

it('takes WASM where the graphics processor calculates with half precision only', async () => {
  const spy = vi.spyOn(WebGL2RenderingContext.prototype, 'getExtension').mockReturnValue(null);
  try {
    const { backend, reason } = await openChooser()('webgl');
    expect(backend).toBe('wasm');
    expect(reason).toContain('half precision');
  } finally {
    spy.mockRestore();
  }
});

it('takes plain JavaScript where there is neither WebGL nor WASM, and says so', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const { backend, reason, runtimeFor } = await openChooser(() => null)('auto');
    expect(backend).toBe('cpu');
    expect(reason).toContain('Neither WebGL nor WASM');
    expect((await runtimeFor(TIMED_STEP.config)).name).toBe('reference');
    expect(getBackend()).toBe('cpu');
  } finally {
    vi.unstubAllGlobals();
  }
});

it('takes plain JavaScript when it is chosen', async () => {
  expect((await openChooser()('cpu')).backend).toBe('cpu');
  expect(getBackend()).toBe('cpu');
});

it('runs the usual shapes on the fused kernels of WebGL, and others on the reference in the same context', async () => {
  const { runtimeFor } = await openChooser()('webgl');
  expect((await runtimeFor(TIMED_STEP.config)).name).toBe('fused');
  const odd = { nLayer: 1, nHead: 2, nEmbd: 6, blockSize: 8, vocabSize: 11 };
  const reference = await runtimeFor(odd);
  expect(reference.name).toBe('reference');
  expect(getBackend()).toBe('webgl');
  const decoder = reference.load(odd, initialArrays(odd, createRandom(1))).createDecoder();
  const [logits] = await decoder.logitsAfter([[1, 2, 3]]);
  expect(logits).toHaveLength(11);
  expect(logits?.every(Number.isFinite)).toBe(true);
});

it('trains on WebGL when it is chosen, and posts contextLost when the context goes', async () => {
  const canvas = new OffscreenCanvas(1, 1);
  const { events, hear, until } = createEar();
  const session = createSession({
    post: hear,
    now: () => performance.now(),
    yieldToMessages: createMessageYield(),
    chooseBackend: createBackendChooser(surroundings(() => canvas)),
  });
  const send = (runId: string, command: TrainingCommand): void => {
    session.receive({ ...command, protocol: PROTOCOL_VERSION, runId });
  };
  send('', { type: 'initialise', backend: 'webgl', paces: {} });
  const ready = await until('ready');
  expect(ready.backend).toBe('webgl');
  expect(ready.renderer).toMatch(/SwiftShader|llvmpipe/i);
  expect(ready.reason).toContain('in software');
  expect(ready.paces.webgl?.msPerStep).toBeGreaterThan(1);
  const { ready: linked, total } = await until('preparing');
  expect(linked).toBeLessThanOrEqual(total);

  send('a', { type: 'start', recipe: RECIPE, origin: null });
  const { reports } = await until('stepped');
  expect(reports[0]?.bitsPerByte).toBeGreaterThan(1);

  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  const failed = await until('failed');
  expect([failed.code, failed.runId, failed.requestId]).toEqual(['contextLost', 'a', null]);
  const told = events.length;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(events.length).toBe(told);
});

it('runs in a worker of its own, which pauses within a step', async () => {
  const client = createTrainingClient();
  const { events, hear, until } = createEar();
  client.subscribe(hear);
  client.send('', { type: 'initialise', backend: 'auto', paces: {} });
  expect((await until('ready')).backend).toBe('wasm');
  client.send('a', { type: 'start', recipe: RECIPE, origin: null });
  await until('stepped');
  const askedAtMs = performance.now();
  client.send('a', { type: 'pause' });
  const { step } = await until('paused');
  expect(performance.now() - askedAtMs).toBeLessThan(400);
  const { bytes } = await until('autosaved');

  client.restart();
  events.length = 0;
  client.send('', { type: 'initialise', backend: 'wasm', paces: {} });
  client.send('a', { type: 'restore', bytes, running: true });
  expect((await until('started')).step).toBe(step);
  expect((await until('stepped')).reports[0]?.step).toBe(step + 1);
  client.dispose();
});
