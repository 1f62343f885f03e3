/** Training jobs: what is trained offline, named by everything that decides it, so that nothing is trained twice. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OPTIMIZER_DEFAULTS, PRESETS } from '../../src/engine/config';
import type { GPTConfig } from '../../src/engine/config';
import type { TokenizerFile } from '../../src/engine/tokenizer/tokenizer';
import type { RunHistory, RunRecipe, SavedPointInfo } from '../../src/protocol/training';

/** A run to be made, and the point of another run that it starts from. */
export interface TrainingJob {
  /** For people: what the log calls it. */
  readonly name: string;
  readonly recipe: Omit<RunRecipe, 'tokenizer' | 'startedFrom'>;
  readonly tokenizer: TokenizerFile;
  /** Null trains from fresh weights. */
  readonly origin: { readonly job: TrainingJob; readonly step: number } | null;
}

/** A point of a run that was made. */
export interface TrainedPoint {
  readonly info: SavedPointInfo;
  readonly path: string;
}

/** What is left of a job that was carried out. */
export interface TrainedRun {
  readonly job: TrainingJob;
  readonly config: GPTConfig;
  readonly parameterCount: number;
  readonly priorSteps: number;
  readonly history: RunHistory;
  /** By rising step. */
  readonly points: readonly TrainedPoint[];
  /** Seconds of training, pauses left out. */
  readonly durationS: number;
}

/** What the training process writes beside the points when it is done. */
export type RunSummary = Omit<TrainedRun, 'job' | 'points'> & { readonly infos: readonly SavedPointInfo[] };

const RUNS = resolve('.cache/runs');

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * Everything that decides a job in one text.
 * @param fingerprint of the training code
 */
export function jobHash({ recipe, tokenizer, origin }: TrainingJob, fingerprint: string): string {
  const from = origin && [jobHash(origin.job, fingerprint), origin.step];
  const decides = [recipe, PRESETS[recipe.preset], OPTIMIZER_DEFAULTS, tokenizer, from, fingerprint];
  return sha256(JSON.stringify(decides)).slice(0, 20);
}

/** Where a job's files lie. */
export function folderOf(job: TrainingJob, fingerprint: string): string {
  return join(RUNS, jobHash(job, fingerprint));
}

export const pointPath = (folder: string, step: number): string => join(folder, `step-${step}.safetensors`);
export const summaryPath = (folder: string): string => join(folder, 'summary.json');

/** The run of a job, if it was carried out. */
export function findTrained(job: TrainingJob, fingerprint: string): TrainedRun | null {
  const folder = folderOf(job, fingerprint);
  if (!existsSync(summaryPath(folder))) return null;
  const { infos, ...summary } = JSON.parse(readFileSync(summaryPath(folder), 'utf8')) as RunSummary;
  const points = infos.map((info) => ({ info, path: pointPath(folder, info.step) }));
  return { ...summary, job, points };
}

/** The point saved after this many steps. @throws Error when there is none */
export function pointAt({ job, points }: TrainedRun, step: number): TrainedPoint {
  const point = points.find(({ info }) => info.step === step);
  if (point) return point;
  const steps = points.map(({ info }) => info.step).join(', ');
  throw new Error(`${job.name} saved nothing at step ${step}; it saved at ${steps}`);
}

/** The last point. */
export function lastPoint(run: TrainedRun): TrainedPoint {
  return pointAt(run, run.job.recipe.totalSteps);
}
