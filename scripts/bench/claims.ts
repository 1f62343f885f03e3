/** What the engine promises, held against what was measured. */
import type { ProgramsPerPosition } from './generation';
import type { GenerationResult, TrainingResult } from './result';
import { COUNTED_STEPS, SHAPES, type ByImplementation, type ShapeName } from './shapes';

/** A promise. Counts are exact, so a broken one fails the benchmark; times depend on the machine. */
export interface Claim {
  readonly kind: 'count' | 'time';
  readonly text: string;
  readonly measured: string;
  readonly holds: boolean;
}

const MOST_GPU_BYTES = 20e6;

const atMost = (kind: Claim['kind'], text: string, value: number, limit: number, unit = ''): Claim => ({
  kind,
  text: `${text}: at most ${limit}${unit}`,
  measured: `${value}${unit}`,
  holds: value <= limit,
});

const atLeast = (text: string, value: number | null, goal: number, unit = 'x'): Claim => ({
  kind: 'time',
  text: `${text}: at least ${goal}${unit}`,
  measured: `${value ?? 'nothing'}${unit}`,
  holds: value !== null && value >= goal,
});

/** The speed of the fused step on WebGL by shape, and the programs that the readable one may take. */
const GOALS = {
  tiny: { overReference: 2.5, overPeer: 2, referencePrograms: 1350 },
  micro: { overReference: 1.5, overPeer: 1.6, referencePrograms: 2450 },
} as const;

export function trainingClaims(shape: ShapeName, results: ByImplementation<TrainingResult>): Claim[] {
  const { fused, reference, wasm } = results;
  const { nLayer } = SHAPES[shape];
  const goals = GOALS[shape];
  const claims = [
    atMost('count', `${shape}: GPU programs of a fused step`, fused.programsPerStep, 26 * nLayer + 18),
    atMost('count', `${shape}: uploads of a fused step`, fused.uploadsPerStep, 2),
    atMost(
      'count',
      `${shape}: read-backs of ${COUNTED_STEPS} fused steps`,
      fused.readbacksPerStep * COUNTED_STEPS,
      1,
    ),
    atMost(
      'count',
      `${shape}: GPU programs of a reference step`,
      reference.programsPerStep,
      goals.referencePrograms,
    ),
    atLeast(`${shape}: fused step over the reference step`, fused.ratioToReference, goals.overReference),
    atLeast(`${shape}: fused step over @genai-fi/nanogpt`, fused.ratioToPeer, goals.overPeer),
  ];
  if (shape !== 'tiny') return claims;
  return [
    ...claims,
    atMost('count', 'tiny: MB of GPU memory of the fused step', fused.gpuBytes / 1e6, MOST_GPU_BYTES / 1e6),
    atLeast('tiny: WASM step over the reference step on WebGL', wasm.ratioToReference, 7),
    atMost('time', 'tiny: first fused step on WebGL, shaders included', fused.firstStepMs, 2500, ' ms'),
    atMost('time', 'tiny: first step on WASM', wasm.firstStepMs, 500, ' ms'),
  ];
}

export function generationClaims(
  { fused }: ByImplementation<GenerationResult>,
  programs: ByImplementation<ProgramsPerPosition>,
): Claim[] {
  const { singleMost, batchMost } = programs.fused;
  return [
    atMost('count', 'GPU programs of a token', singleMost, 5 * SHAPES.tiny.nLayer + 3),
    atMost('count', 'GPU programs of a position of 64 texts, against one text', batchMost, singleMost),
    atLeast('cached generation over the uncached path', fused.ratioToUncached, 10),
    atLeast("cached generation over @genai-fi/nanogpt's cached path", fused.ratioToPeer, 10),
    atLeast('tokens a second of 64 texts over one text', fused.batch64Speedup, 5),
  ];
}

export const judgingClaims = (programsPerSecond: number): Claim[] => [
  atLeast('programs of six tests judged', programsPerSecond, 300, ' a second'),
];
