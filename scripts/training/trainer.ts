/** Carries out training jobs, several processes side by side, each job once for all time. */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { bundleForNode, FOR_NODE } from '../nodeBundle';
import { findTrained, folderOf, pointPath, sha256, type TrainedRun, type TrainingJob } from './job';
import type { JobFile } from './runJob';

const ENTRY = 'scripts/training/runJob.ts';

/**
 * What the worker does beside training, and the sizes and optimizer settings, which are part of each job: answering a
 * prompt differently, or tuning one size, trains nothing anew.
 */
const NOT_TRAINING = /(engine\/config|\/(generation|evaluation|comparison)Job|content\/\w+|\.en\.md)$/;

/** A hash of the training code, minified: it changes with what the code does, not with its comments. */
async function fingerprintOfCode(): Promise<string> {
  const result = await build({
    ...FOR_NODE,
    build: {
      ssr: resolve(ENTRY),
      write: false,
      minify: true,
      target: 'node20',
      rolldownOptions: {
        external: (id) => NOT_TRAINING.test(id),
        output: { codeSplitting: false },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the training code gave no script');
  return sha256(chunk.code).slice(0, 20);
}

function runProcess(script: string, folder: string): Promise<void> {
  return new Promise((done, fail) => {
    const call = `import(${JSON.stringify(script)}).then(({ main }) => main([${JSON.stringify(folder)}]))`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', call], { stdio: 'inherit' });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`training in ${folder} ended early`))));
  });
}

export interface Trainer {
  /** Carries out a job, and before it the one it starts from. What was carried out before is only looked up. */
  train(job: TrainingJob): Promise<TrainedRun>;
}

export interface TrainerOptions {
  /** Processes side by side; a job uses one core. */
  readonly processes?: number;
  /** True to carry every job out again. */
  readonly afresh?: boolean;
}

/** Opens the trainer; bundling the training code takes a few seconds. */
export async function openTrainer({
  processes = cpus().length,
  afresh = false,
}: TrainerOptions = {}): Promise<Trainer> {
  const fingerprint = await fingerprintOfCode();
  const script = await bundleForNode(ENTRY, 'runJob.mjs');
  const known = new Map<string, Promise<TrainedRun>>();
  const waiting: (() => void)[] = [];
  let free = processes;

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };

  const carryOut = async (job: TrainingJob): Promise<TrainedRun> => {
    const folder = folderOf(job, fingerprint);
    if (afresh) rmSync(folder, { recursive: true, force: true });
    const found = findTrained(job, fingerprint);
    if (found) return found;
    const { origin } = job;
    if (origin) await train(origin.job);
    await inTurn(() => {
      const from = origin && pointPath(folderOf(origin.job, fingerprint), origin.step);
      const recipe = { ...job.recipe, tokenizer: job.tokenizer, startedFrom: origin && origin.job.name };
      const file: JobFile = { name: job.name, recipe, origin: from };
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'job.json'), JSON.stringify(file));
      return runProcess(script, folder);
    });
    const run = findTrained(job, fingerprint);
    if (!run) throw new Error(`${job.name} left no summary in ${folder}`);
    return run;
  };

  const train = (job: TrainingJob): Promise<TrainedRun> => {
    const key = folderOf(job, fingerprint);
    const running = known.get(key) ?? carryOut(job);
    known.set(key, running);
    return running;
  };

  return { train };
}
