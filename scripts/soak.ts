/**
 * `npm run soak`: trains for long, and fails when anything grows or a loss is no number.
 *
 *   npm run soak                    5,000 steps on WASM, 300 on WebGL, both at the shape tiny
 *   npm run soak -- --steps 200     as many on each
 */
import { launch, servePages, type Measured, type Served } from './bench/browsers';
import { openWorkerHeap, type WorkerHeap } from './bench/workerHeap';

const PLAN = [
  { name: 'wasm', steps: 5000 },
  { name: 'fused', steps: 300 },
] as const;
const SAMPLES = 20;
/** By then caches are filled and functions compiled: what is there later must not be more. */
const SETTLED = 5;

/** How much more than when settled is still flat. Collected heaps differ by what the engine has compiled meanwhile. */
const TOLERANCE = { tensors: 0, heapBytes: 200_000, gpuBytes: 0, wasmBytes: 0 } as const;
type Kept = Record<keyof typeof TOLERANCE, number>;

interface Sample extends Kept {
  readonly steps: number;
  readonly lossNats: number;
}

async function sample(one: Measured, heap: WorkerHeap, steps: number, lossNats: number): Promise<Sample> {
  const { tensors, gpuBytes, wasmBytes } = await one.ask('memory', null);
  return { steps, lossNats, tensors, heapBytes: await heap.usedBytes(), gpuBytes, wasmBytes };
}

/** Trains, with samples on the way. @throws Error when a loss is no number */
async function soak(served: Served, name: 'wasm' | 'fused', steps: number): Promise<Sample[]> {
  const one = await launch(served, name, 'tiny');
  try {
    const heap = await openWorkerHeap(one.page);
    await one.ask('start', null);
    const samples: Sample[] = [];
    let done = 0;
    for (let i = 1; i <= SAMPLES; i++) {
      const target = Math.round((steps * i) / SAMPLES);
      const { losses } = await one.ask('train', { steps: target - done });
      const strange = losses.find((loss) => !Number.isFinite(loss));
      if (strange !== undefined || losses.length !== target - done)
        throw new Error(
          `${name}: ${losses.length} losses for ${target - done} steps, one of them ${strange}`,
        );
      done = target;
      samples.push(await sample(one, heap, done, losses.at(-1) ?? NaN));
    }
    return samples;
  } finally {
    await one.browser.close();
  }
}

/** What grew between the settled sample and the last. */
function growth(samples: readonly Sample[]): { kept: keyof Kept; grown: number; grows: boolean }[] {
  const settled = samples[SETTLED - 1];
  const last = samples.at(-1);
  if (!settled || !last) throw new Error(`expected ${SAMPLES} samples, got ${samples.length}`);
  const names = ['tensors', 'heapBytes', 'gpuBytes', 'wasmBytes'] as const;
  return names.map((kept) => {
    const grown = last[kept] - settled[kept];
    return { kept, grown, grows: !(grown <= TOLERANCE[kept]) };
  });
}

function stepsFrom(args: readonly string[]): number | null {
  const at = args.indexOf('--steps');
  if (at < 0) return null;
  const steps = Number(args[at + 1]);
  if (!Number.isInteger(steps) || steps < SAMPLES)
    throw new RangeError(
      `expected --steps and a whole number from ${SAMPLES}, got ${args[at + 1] ?? 'nothing'}`,
    );
  return steps;
}

export async function main(args: readonly string[]): Promise<void> {
  const chosen = stepsFrom(args);
  const served = await servePages();
  try {
    for (const { name, steps } of PLAN) {
      const samples = await soak(served, name, chosen ?? steps);
      console.log(`\n${name}, shape tiny: every loss of ${chosen ?? steps} steps is a number`);
      console.table(samples);
      for (const { kept, grown, grows } of growth(samples)) {
        const allowed = TOLERANCE[kept] === 0 ? 'must not grow' : `may grow by ${TOLERANCE[kept]}`;
        console.log(
          `${grows ? 'FAIL' : 'PASS'}  ${kept} grew by ${grown} since sample ${SETTLED}; ${allowed}`,
        );
        if (grows) process.exitCode = 1;
      }
    }
  } finally {
    await served.close();
  }
}
