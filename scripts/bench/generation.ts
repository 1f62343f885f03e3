import type { Measured, Served } from './browsers';
import type { Written } from './questions';
import type { GenerationResult } from './result';
import { byImplementation, interleave } from './rounds';
import type { ByImplementation, ImplementationName } from './shapes';
import { median, medianRatio, rounded } from './statistics';

const ROWS = 64;
const TOKENS = 48;
/** Single texts in a round of those that are fast. */
const CACHED_TEXTS = 5;
/** Without a cache every position costs the same, and 64 rows of it long enough. */
const UNCACHED_BATCH_TOKENS = 4;

/** GPU programs at the positions after the prompt's. */
export interface ProgramsPerPosition {
  readonly single: number;
  readonly singleMost: number;
  readonly batchMost: number;
}

const writesBatches = (name: ImplementationName): boolean => name !== 'peer-genai';
const isCached = (name: ImplementationName): boolean => !name.endsWith('reference');

/** Writes one text, and many at once where that can be done. */
async function write(one: Measured) {
  const single: Written[] = [];
  // A cached text is over so soon that several are needed to time it well.
  const repeats = isCached(one.name) ? CACHED_TEXTS : 1;
  for (let i = 0; i < repeats; i++) single.push(await one.ask('write', { rows: 1, tokens: TOKENS }));
  const tokens = isCached(one.name) ? TOKENS : UNCACHED_BATCH_TOKENS;
  const batch = writesBatches(one.name) ? await one.ask('write', { rows: ROWS, tokens }) : null;
  return { single, batch };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const tokensPerSecond = (texts: readonly Written[]): number =>
  (1000 * sum(texts.map(({ tokens }) => tokens))) / sum(texts.map(({ ms }) => ms));

/** Measures how every implementation writes text, on the shape tiny. */
export async function measureGeneration(
  served: Served,
  rounds: number,
): Promise<{ results: ByImplementation<GenerationResult>; programs: ByImplementation<ProgramsPerPosition> }> {
  const measured = await interleave(served, 'tiny', rounds, {
    warmUp: async (one) => {
      await one.ask('start', null);
      await write(one);
    },
    round: async (one) => {
      const { single, batch } = await write(one);
      return {
        speed: tokensPerSecond(single),
        batchSpeed: batch && tokensPerSecond([batch]),
        programs: single.flatMap((text) => text.programs.slice(1)),
        batchPrograms: batch?.programs.slice(1) ?? [],
      };
    },
  });
  const programs = byImplementation((name): ProgramsPerPosition => {
    const all = measured[name].rounds.flatMap((round) => round.programs);
    const ofBatches = measured[name].rounds.flatMap((round) => round.batchPrograms);
    return { single: median(all), singleMost: Math.max(...all), batchMost: Math.max(...ofBatches) };
  });
  const speeds = (name: ImplementationName): number[] => measured[name].rounds.map(({ speed }) => speed);
  const results = byImplementation((name): GenerationResult => {
    const batchSpeeds = measured[name].rounds.flatMap(({ batchSpeed }) => batchSpeed ?? []);
    return {
      programsPerToken: programs[name].single,
      tokensPerSecond: rounded(median(speeds(name))),
      ratioToUncached: medianRatio(speeds(name), speeds('reference')),
      ratioToPeer: medianRatio(speeds(name), speeds('peer-genai')),
      batch64Speedup: batchSpeeds.length > 0 ? medianRatio(batchSpeeds, speeds(name)) : null,
    };
  });
  return { results, programs };
}
