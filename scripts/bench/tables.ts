import type { Claim } from './claims';
import type { GenerationResult, PageDetails, TrainingResult } from './result';
import { IMPLEMENTATIONS, type ByImplementation } from './shapes';

const table = (title: string, rows: Readonly<Record<string, object>>): void => {
  console.log(`\n${title}`);
  console.table(rows);
};

const rowsOf = <T>(results: ByImplementation<T>, row: (result: T) => object): Record<string, object> =>
  Object.fromEntries(IMPLEMENTATIONS.map((name) => [name, row(results[name])]));

export function printTraining(shape: string, results: ByImplementation<TrainingResult>): void {
  table(
    `Training step, ${shape}`,
    rowsOf(results, ({ msPerStep, gpuBytes, ...counted }) => ({
      backend: counted.backend,
      programs: counted.programsPerStep,
      uploads: counted.uploadsPerStep,
      readbacks: counted.readbacksPerStep,
      ms: msPerStep.median,
      'min - max': `${msPerStep.min} - ${msPerStep.max}`,
      'x reference': counted.ratioToReference,
      'x peer': counted.ratioToPeer,
      'first step ms': counted.firstStepMs,
      'GPU MB': Math.round(gpuBytes / 1e5) / 10,
    })),
  );
}

export function printGeneration(results: ByImplementation<GenerationResult>): void {
  table(
    'Generation, tiny',
    rowsOf(results, (result) => ({
      'programs a token': result.programsPerToken,
      'tokens a second': result.tokensPerSecond,
      'x uncached': result.ratioToUncached,
      'x peer': result.ratioToPeer,
      '64 texts, x one': result.batch64Speedup ?? '-',
    })),
  );
}

export function printPages(pages: Readonly<Record<string, PageDetails>>, chosen: string): void {
  const rows = Object.entries(pages).map(([engine, details]) => {
    const { pauseMs, pauseMaxMs, pauseConfirmedMs, ...rest } = details;
    const row = {
      ...rest,
      'pause shown ms': `${pauseMs} (max ${pauseMaxMs})`,
      'pause confirmed ms': `${pauseConfirmedMs.median} (max ${pauseConfirmedMs.max})`,
    };
    return [engine === chosen ? `${engine}, taken by itself` : engine, row] as const;
  });
  table('The page while it trains preset pico', Object.fromEntries(rows));
}

/** One line for each claim; the counts among them decide whether the benchmark passes. */
export function printClaims(claims: readonly Claim[]): void {
  console.log('');
  for (const { kind, text, measured, holds } of claims)
    console.log(`${holds ? 'PASS' : 'FAIL'}  ${kind}  ${text}; measured ${measured}`);
}
