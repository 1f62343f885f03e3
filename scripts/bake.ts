/**
 * `npm run bake`: makes what ships in public/checkpoints and public/recordings, from seeds alone, with the worker's
 * own session. What was trained before, by the same code and for the same recipe, is not trained again.
 *
 *   npm run bake                      everything: tokenizer, then the lives of all presets that ship
 *   npm run bake -- --preset nano     one size, with the tokenizer as it is
 *   npm run bake -- --tokenizer       the tokenizer only
 *   npm run bake -- --fresh           trains all anew, to see that it comes out the same to the byte
 *
 * Beside the checkpoints it writes manifest.json (what the page lists) and record.json (how each was made).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PresetName } from '../src/engine/config';
import type { TokenizerFile } from '../src/engine/tokenizer/tokenizer';
import { parseTokenizerFile } from '../src/engine/tokenizer/tokenizerFile';
import type { RecordedRun, Recording, ShippedPoint, StoryMeasure } from '../src/protocol/storage';
import type { Phase, Probe } from '../src/protocol/training';
import { downsample } from '../src/store/downsample';
import { Examiner } from './evidence/examiner';
import { judgeProbe } from './evidence/probes';
import { measurePoint } from './evidence/stories';
import { startNodeJudge, type NodeJudge } from './nodeJudge';
import { sha256, type TrainedRun } from './training/job';
import { lifeOf, SHIPPED_SEED } from './training/lives';
import { learnTokenizer } from './training/tokenizer';
import { openTrainer, type Trainer } from './training/trainer';

const CHECKPOINTS = resolve('public/checkpoints');
const RECORDINGS = resolve('public/recordings');
/** Step reports kept per run: as many as a chart shows. */
const MAX_REPORTS = 200;
/** Points of a life that ship; the last one of a phase always does. */
const SHIPPED_STEPS: Readonly<Partial<Record<PresetName, Readonly<Record<Phase, readonly number[]>>>>> = {
  nano: { pretrain: [10, 25, 50, 100, 200], fineTune: [10, 25, 50, 100, 200, 300, 400] },
  small: { pretrain: [10, 50, 100, 200], fineTune: [10, 50, 100, 200, 300, 500] },
  shipped: { pretrain: [100], fineTune: [100, 300, 500] },
};
const SHORT: Readonly<Record<Phase, string>> = { pretrain: 'pretrained', fineTune: 'fine-tuned' };

interface Baked {
  readonly run: TrainedRun;
  readonly shipped: readonly { readonly point: ShippedPoint; readonly bytes: Uint8Array }[];
}

/** What the runs are measured with. */
interface Measuring {
  readonly judge: NodeJudge;
  readonly examiner: Examiner;
}

function bakedOf(run: TrainedRun): Baked {
  const { preset, phase, totalSteps } = run.job.recipe;
  const wanted = new Set([...(SHIPPED_STEPS[preset]?.[phase] ?? []), totalSteps]);
  const shipped = run.points
    .filter(({ info }) => wanted.has(info.step))
    .map(({ info, path }) => {
      const bytes = new Uint8Array(readFileSync(path));
      const last = info.step === totalSteps;
      const id = `${preset}-${SHORT[phase]}${last ? '' : `-${info.step}`}`;
      return { bytes, point: { id, file: `${id}.safetensors`, bytes: bytes.length, info } };
    });
  return { run, shipped };
}

async function recordedRun({ run, shipped }: Baked, { judge, examiner }: Measuring): Promise<RecordedRun> {
  const { job, config, parameterCount, priorSteps, history } = run;
  const reports = downsample(
    history.reports,
    MAX_REPORTS,
    ({ step }) => step,
    ({ bitsPerByte }) => bitsPerByte,
  );
  const probes: readonly Probe[] = [];
  const stories: StoryMeasure[] = [];
  if (job.recipe.phase === 'pretrain')
    for (const point of run.points) stories.push(await measurePoint(examiner, point));
  return {
    recipe: { ...job.recipe, startedFrom: job.origin && job.origin.job.name },
    config,
    parameterCount,
    priorSteps,
    // The programs of the probes are many, and what came of them is in the verdicts.
    history: { ...history, reports, probes },
    verdicts: await Promise.all(history.probes.map((probe) => judgeProbe(probe, judge))),
    stories,
    pointIds: shipped.map(({ point }) => point.id),
  };
}

function trainLife(preset: PresetName, tokenizer: TokenizerFile, trainer: Trainer): Promise<TrainedRun[]> {
  return Promise.all(lifeOf({ preset, seed: SHIPPED_SEED, tokenizer }).map((job) => trainer.train(job)));
}

async function bakePreset(
  preset: PresetName,
  runs: readonly TrainedRun[],
  measuring: Measuring,
): Promise<void> {
  const baked = runs.map(bakedOf);
  const recorded: RecordedRun[] = [];
  for (const run of baked) recorded.push(await recordedRun(run, measuring));
  const recording: Recording = { preset, seed: SHIPPED_SEED, runs: recorded };
  writeJson(join(RECORDINGS, `${preset}.json`), recording, 0);
  writePoints(preset, baked);
}

function readList<T>(file: string): T[] {
  try {
    return JSON.parse(readFileSync(join(CHECKPOINTS, file), 'utf8')) as T[];
  } catch {
    return [];
  }
}

const writeJson = (path: string, value: unknown, indent: number): void =>
  writeFileSync(path, `${JSON.stringify(value, null, indent)}\n`);

/** Smallest size first, whichever was baked last. */
function bySize<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  const sizes = Object.keys(SHIPPED_STEPS);
  const rank = ({ id }: T): number => sizes.findIndex((preset) => id.startsWith(`${preset}-`));
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

/** Replaces the preset's files and entries in manifest and record, leaves other presets as they are. */
function writePoints(preset: PresetName, baked: readonly Baked[]): void {
  const isOther = ({ id }: { readonly id: string }): boolean => !id.startsWith(`${preset}-`);
  const manifest = readList<ShippedPoint>('manifest.json');
  for (const old of manifest.filter((point) => !isOther(point)))
    rmSync(join(CHECKPOINTS, old.file), { force: true });
  const entries = baked.flatMap(({ run, shipped }) =>
    shipped.map(({ point, bytes }) => ({
      id: point.id,
      command: `npm run bake -- --preset ${preset}`,
      backend: 'wasm',
      sha256: sha256(bytes),
      recipe: run.job.recipe,
      steps: point.info.step,
      runDurationS: Math.round(run.durationS),
    })),
  );
  const shipped = baked.flatMap((run) => run.shipped);
  for (const { point, bytes } of shipped) writeFileSync(join(CHECKPOINTS, point.file), bytes);
  const points = [...manifest.filter(isOther), ...shipped.map(({ point }) => point)];
  writeJson(join(CHECKPOINTS, 'manifest.json'), bySize(points), 1);
  const record = readList<{ readonly id: string }>('record.json').filter(isOther);
  writeJson(join(CHECKPOINTS, 'record.json'), bySize([...record, ...entries]), 1);
  const bytes = shipped.reduce((total, { point }) => total + point.bytes, 0);
  console.log(`${preset}: ${shipped.length} points, ${(bytes / 1e6).toFixed(1)} MB`);
}

/** The tokenizer that ships: learned anew when everything or it alone is baked. */
function bakeTokenizer(anew: boolean): TokenizerFile {
  const path = join(CHECKPOINTS, 'tokenizer.json');
  if (!anew) return parseTokenizerFile(JSON.parse(readFileSync(path, 'utf8')));
  const file = learnTokenizer();
  writeFileSync(path, `${JSON.stringify(file)}\n`);
  console.log(`tokenizer: ${file.merges.length} merges`);
  return file;
}

function presetsOf(args: readonly string[]): PresetName[] {
  const shipping = Object.keys(SHIPPED_STEPS) as PresetName[];
  if (!args.includes('--preset')) return shipping;
  const name = args[args.indexOf('--preset') + 1];
  const wanted = shipping.filter((preset) => preset === name);
  if (wanted.length === 0) throw new Error(`No preset "${name}" ships; there are ${shipping.join(', ')}`);
  return wanted;
}

export async function main(args: readonly string[]): Promise<void> {
  for (const folder of [CHECKPOINTS, RECORDINGS]) mkdirSync(folder, { recursive: true });
  const presets = presetsOf(args);
  const tokenizer = bakeTokenizer(!args.includes('--preset'));
  if (args.includes('--tokenizer')) return;
  const trainer = await openTrainer({ afresh: args.includes('--fresh') });
  const lives = await Promise.all(presets.map((preset) => trainLife(preset, tokenizer, trainer)));
  const measuring = { judge: await startNodeJudge(), examiner: await Examiner.open() };
  for (const [i, preset] of presets.entries()) await bakePreset(preset, lives[i] ?? [], measuring);
}
