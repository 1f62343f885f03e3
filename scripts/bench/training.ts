import type { Measured, Served } from './browsers';
import type { Trained } from './questions';
import type { TrainingResult } from './result';
import { byImplementation, interleave } from './rounds';
import { backendOf, COUNTED_STEPS, type ByImplementation, type ShapeName } from './shapes';
import { medianRatio, rounded, spread } from './statistics';

function requireLosses(name: string, { losses }: Trained): void {
  const strange = losses.find((loss) => !Number.isFinite(loss));
  if (strange !== undefined) throw new Error(`${name} gave the loss ${strange}; its times mean nothing`);
}

/** The first step of a fresh process, then steps that are counted, which also warm up what comes after. */
async function warmUp(one: Measured) {
  const first = await one.ask('firstStep', null);
  const counted = await one.ask('train', { steps: COUNTED_STEPS });
  requireLosses(one.name, first);
  requireLosses(one.name, counted);
  const { gpuPeakBytes } = await one.ask('memory', null);
  return { firstStepMs: first.ms, counts: counted.counts, gpuPeakBytes };
}

/** Measures training steps of every implementation on one shape. */
export async function measureTraining(
  served: Served,
  shape: ShapeName,
  plan: { readonly rounds: number; readonly steps: number },
): Promise<ByImplementation<TrainingResult>> {
  const measured = await interleave(served, shape, plan.rounds, {
    warmUp,
    round: async (one) => {
      // A step on WASM is over so soon that more of them are needed to time it well.
      const steps = backendOf(one.name) === 'wasm' ? 5 * plan.steps : plan.steps;
      const trained = await one.ask('train', { steps });
      requireLosses(one.name, trained);
      return trained.ms / steps;
    },
  });
  return byImplementation((name): TrainingResult => {
    const { warm, rounds } = measured[name];
    return {
      backend: backendOf(name),
      programsPerStep: warm.counts.programs / COUNTED_STEPS,
      uploadsPerStep: warm.counts.uploads / COUNTED_STEPS,
      readbacksPerStep: warm.counts.readbacks / COUNTED_STEPS,
      msPerStep: spread(rounds),
      ratioToReference: medianRatio(measured.reference.rounds, rounds),
      ratioToPeer: medianRatio(measured['peer-genai'].rounds, rounds),
      firstStepMs: rounded(warm.firstStepMs),
      gpuBytes: warm.gpuPeakBytes,
    };
  });
}
