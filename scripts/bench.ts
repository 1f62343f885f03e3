/**
 * `npm run bench`: the engine's runtimes and a peer against each other in Chromium, the judge, and the page while
 * it trains.
 *
 *   npm run bench               everything; writes tests/bench/latest.json
 *   npm run bench -- --quick    one round at the shape tiny, without the page; writes nothing
 *
 * Every implementation has a browser process of its own, and they take turns. GPU programs, uploads and read-backs are
 * counted and exact: a count that breaks a promise fails the run. Times depend on the machine; compare them within
 * one run only.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { browserOf, servePages } from './bench/browsers';
import { generationClaims, judgingClaims, trainingClaims, type Claim } from './bench/claims';
import { measureGeneration } from './bench/generation';
import { measureJudging } from './bench/judging';
import { measureReadersPage } from './bench/readersPage';
import type { BenchResult } from './bench/result';
import { printClaims, printGeneration, printPages, printTraining } from './bench/tables';
import { measureTraining } from './bench/training';

const OUT = 'tests/bench';
const ROUNDS = 5;
const STEPS = { tiny: 8, micro: 3 };

export async function main(args: readonly string[]): Promise<void> {
  const isQuick = args.includes('--quick');
  const rounds = isQuick ? 1 : ROUNDS;
  const served = await servePages();
  const claims: Claim[] = [];
  try {
    const tiny = await measureTraining(served, 'tiny', { rounds, steps: STEPS.tiny });
    printTraining('tiny', tiny);
    claims.push(...trainingClaims('tiny', tiny));
    const { results, programs } = await measureGeneration(served, rounds);
    printGeneration(results);
    const programsPerSecond = await measureJudging(rounds);
    if (!isQuick) {
      const micro = await measureTraining(served, 'micro', { rounds, steps: STEPS.micro });
      printTraining('micro', micro);
      claims.push(...trainingClaims('micro', micro));
      const { chosen, page, pageByEngine } = await measureReadersPage();
      printPages(pageByEngine, chosen);
      const machine = {
        processor: cpus()[0]?.model ?? 'unknown',
        cores: cpus().length,
        ...(await browserOf(served)),
      };
      const training = { tiny, micro };
      const result: BenchResult = { machine, training, generation: { tiny: results }, page, pageByEngine };
      mkdirSync(OUT, { recursive: true });
      writeFileSync(`${OUT}/latest.json`, `${JSON.stringify(result, null, 2)}\n`);
    }
    claims.push(...generationClaims(results, programs), ...judgingClaims(programsPerSecond));
  } finally {
    await served.close();
  }
  printClaims(claims);
  if (claims.some(({ kind, holds }) => kind === 'count' && !holds)) process.exitCode = 1;
}
