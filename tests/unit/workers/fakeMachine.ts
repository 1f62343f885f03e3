/** A machine for the chooser of backends: scripted speeds on a clock of its own. */
import type { LoadedModel, Runtime } from '../../../src/engine/runtime';
import type { BackendChoice, BackendName, Paces } from '../../../src/protocol/training';
import { createBackendChooser, type ChosenBackend } from '../../../src/workers/training/backend';
import type { Graphics } from '../../../src/workers/training/graphics';
import type { Runtimes } from '../../../src/workers/training/runtimes';

/** How a backend of the machine behaves. */
export interface Behaviour {
  readonly msPerStep: number;
  /** Beside the time of a step: what only the first one takes. */
  readonly firstMs?: number;
  readonly lossNats?: number;
  /** What happens instead of an answer. */
  readonly trouble?: 'doesNotStart' | 'doesNotPrepare' | 'losesContext' | 'neverAnswers';
}

export interface Machine {
  readonly webgl: Behaviour | null;
  readonly wasm: Behaviour | null;
  readonly renderer?: string;
  readonly drawsFloat32?: boolean;
}

const NEVER = new Promise<never>(() => undefined);

/** What the machine did. */
export interface Record {
  /** Backends in the order in which they were asked to do a step. */
  readonly steps: BackendName[];
  readonly prepared: [number, number][];
  clockMs: number;
  released: number;
  contextsLost: number;
  modelsLoaded: number;
  modelsFreed: number;
}

/** Opens a chooser on a machine. `loseContext` is what the browser may do at any time. */
export function openMachine(machine: Machine) {
  const record: Record = {
    steps: [],
    prepared: [],
    clockMs: 0,
    released: 0,
    contextsLost: 0,
    modelsLoaded: 0,
    modelsFreed: 0,
  };
  let loseContext = (): void => undefined;

  const model = (name: BackendName, behaviour: Behaviour): LoadedModel => {
    let waiting = 0;
    let isFirst = true;
    return {
      config: { nLayer: 2, nHead: 4, nEmbd: 64, blockSize: 96, vocabSize: 768 },
      createLearner: () => ({
        maxWaiting: 8,
        update: () => {
          record.steps.push(name);
          record.clockMs += behaviour.msPerStep + (isFirst ? (behaviour.firstMs ?? 0) : 0);
          isFirst = false;
          waiting += 1;
        },
        outcomes: async () => {
          if (behaviour.trouble === 'neverAnswers') return NEVER;
          if (behaviour.trouble === 'losesContext') {
            loseContext();
            return NEVER;
          }
          const outcome = { lossNats: behaviour.lossNats ?? 6.6, gradNorm: 1 };
          return Array.from({ length: waiting }, () => ((waiting -= 1), outcome));
        },
        loss: () => NEVER,
        gradients: () => NEVER,
        optimizer: () => NEVER,
        dispose: () => undefined,
      }),
      createDecoder: () => ({ logitsAfter: () => NEVER, dispose: () => undefined }),
      arrays: () => NEVER,
      dispose: () => void (record.modelsFreed += 1),
    };
  };
  const runtimes = (name: BackendName, behaviour: Behaviour): Runtimes => {
    if (behaviour.trouble === 'doesNotStart') throw new Error(`${name} does not start`);
    const usual: Runtime = {
      name: 'fused',
      prepare: async (tell) => {
        if (behaviour.trouble === 'doesNotPrepare') throw new Error(`${name} does not prepare`);
        if (name === 'webgl') for (const ready of [1, 2]) tell?.(ready, 2);
      },
      supports: () => true,
      load: () => {
        record.modelsLoaded += 1;
        return model(name, behaviour);
      },
    };
    return { usual, runtimeFor: () => Promise.resolve(usual) };
  };
  const openGraphics = (): Graphics | null => {
    if (!machine.webgl) return null;
    const renderer = machine.renderer ?? 'A Graphics Processor';
    let isLost = false;
    const lost = new Promise<void>((resolve) => {
      loseContext = () => {
        isLost = true;
        resolve();
      };
    });
    return {
      gl: { isContextLost: () => isLost } as WebGL2RenderingContext,
      renderer,
      isSoftware: /SwiftShader/.test(renderer),
      drawsFloat32: machine.drawsFloat32 ?? true,
      lost,
      release: () => void (record.released += 1),
    };
  };
  const choose = createBackendChooser({
    openGraphics,
    runtimes: {
      webgl: () => runtimes('webgl', machine.webgl ?? { msPerStep: 1 }),
      wasm: async () => {
        if (!machine.wasm) throw new Error('no WASM here');
        return runtimes('wasm', machine.wasm);
      },
      cpu: async () => runtimes('cpu', { msPerStep: 1000 }),
    },
    now: () => record.clockMs,
    wait: async (ms) => {
      // Everything that answers at all answers before this.
      await new Promise((resolve) => setTimeout(resolve, 20));
      record.clockMs += ms;
    },
    build: 'build-1',
  });
  return {
    record,
    loseContext: () => loseContext(),
    choose: (choice: BackendChoice, paces: Paces = {}): Promise<ChosenBackend> =>
      choose(choice, paces, {
        prepared: (ready, total) => record.prepared.push([ready, total]),
        contextLost: () => void (record.contextsLost += 1),
      }),
  };
}
