/**
 * `npm run bake`: makes what ships in public/checkpoints, from seeds alone, with the worker's own session.
 *
 *   npm run bake                      everything: tokenizer, then pretraining and fine-tuning of `small`
 *   npm run bake -- --preset nano     another size
 *   npm run bake -- --tokenizer       the tokenizer only
 *
 * Beside the checkpoints it writes manifest.json (what the page lists) and record.json (how each was made).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeDocuments } from '../src/corpora/code/snippets';
import { proseDocuments } from '../src/corpora/prose/stories';
import { PRESETS, type Preset } from '../src/engine/config';
import type { TokenizerFile } from '../src/engine/tokenizer/tokenizer';
import { trainTokenizer } from '../src/engine/tokenizer/train';
import { parseTokenizerFile } from '../src/engine/tokenizer/tokenizerFile';
import type { ShippedPoint } from '../src/protocol/storage';
import {
  PROTOCOL_VERSION,
  type Evaluation,
  type FromWorker,
  type Phase,
  type RunRecipe,
  type TrainingCommand,
  type TrainingEvent,
} from '../src/protocol/training';
import { createSession } from '../src/workers/training/session';
import { chooseNodeBackend } from './nodeBackend';

const OUT = resolve('public/checkpoints');
const SEED = 7;
const VOCAB_SIZE = 768;
const REPLAY = 0.1;
/** Bytes of stories and number of snippets the tokenizer learns from. */
const TOKENIZER_TEXT = { proseBytes: 300_000, snippets: 4000 };
/** Steps of each phase that are shipped; the last one of a phase always is. */
const SHIPPED_STEPS: Readonly<Record<Phase, readonly number[]>> = {
  pretrain: [50, 200],
  fineTune: [50, 200],
};
const SHORT: Readonly<Record<Phase, string>> = { pretrain: 'pretrained', fineTune: 'fine-tuned' };

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;

function* tokenizerTexts(): Generator<string> {
  let bytes = 0;
  for (const story of proseDocuments({ seed: 'tokenizer', split: 'train' })) {
    yield story;
    bytes += story.length;
    if (bytes >= TOKENIZER_TEXT.proseBytes) break;
  }
  let snippets = 0;
  for (const snippet of codeDocuments({ seed: 'tokenizer', split: 'train' })) {
    yield snippet;
    snippets += 1;
    if (snippets >= TOKENIZER_TEXT.snippets) break;
  }
}

function bakeTokenizer(): TokenizerFile {
  const started = process.hrtime.bigint();
  const steps = trainTokenizer(tokenizerTexts(), VOCAB_SIZE);
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue;
    const file = step.value;
    writeFileSync(join(OUT, 'tokenizer.json'), `${JSON.stringify(file)}\n`);
    console.log(`tokenizer: ${file.merges.length} merges in ${seconds(started).toFixed(1)} s`);
    return file;
  }
}

interface Baked {
  readonly points: readonly { readonly point: ShippedPoint; readonly bytes: Uint8Array }[];
  readonly evaluations: readonly Evaluation[];
  readonly durationS: number;
}

/** Runs one phase to its end through the session, exactly as the page would. */
async function bakeRun(
  recipe: RunRecipe,
  origin: Uint8Array | null,
  idOf: (step: number) => string,
): Promise<Baked> {
  const points: { point: ShippedPoint; bytes: Uint8Array }[] = [];
  const evaluations: Evaluation[] = [];
  const started = process.hrtime.bigint();
  const wanted = new Set([...SHIPPED_STEPS[recipe.phase], recipe.totalSteps]);
  const runId = `bake-${recipe.phase}`;
  await new Promise<void>((done, fail) => {
    const on = (event: TrainingEvent): void => {
      if (event.type === 'failed') fail(new Error(event.message));
      if (event.type === 'evaluated') {
        evaluations.push(event.evaluation);
        const show = (bits: number | null): string => bits?.toFixed(3) ?? '-';
        const { step, proseBitsPerByte, codeBitsPerByte } = event.evaluation;
        console.log(
          `  step ${step}: prose ${show(proseBitsPerByte)}, code ${show(codeBitsPerByte)} bits per byte, ${seconds(started).toFixed(0)} s`,
        );
      }
      if (event.type === 'sampled')
        console.log(`  sample at ${event.sample.step}: ${JSON.stringify(event.sample.text)}`);
      if (event.type === 'saved' && wanted.has(event.info.step)) {
        const id = idOf(event.info.step);
        if (points.some(({ point }) => point.id === id)) return;
        const bytes = event.bytes.slice();
        points.push({
          point: { id, file: `${id}.safetensors`, bytes: bytes.length, info: event.info },
          bytes,
        });
      }
      if (event.type === 'finished') setTimeout(done, 0);
    };
    const session = createSession({
      post: (event: FromWorker) => on(event),
      now: () => Number(process.hrtime.bigint()) / 1e6,
      yieldToMessages: () => new Promise((resume) => setImmediate(resume)),
      chooseBackend: chooseNodeBackend,
    });
    const send = (id: string, command: TrainingCommand): void =>
      session.receive({ ...command, protocol: PROTOCOL_VERSION, runId: id });
    send('', { type: 'initialise', backend: 'wasm', paces: {} });
    send(runId, { type: 'start', recipe, origin });
  });
  return { points, evaluations, durationS: seconds(started) };
}

async function bakePreset(preset: Preset, tokenizer: TokenizerFile): Promise<void> {
  const common = {
    preset: preset.name,
    seed: SEED,
    learningRate: preset.learningRate,
    batchSize: preset.batchSize,
    tokenizer,
  };
  const idOf = (phase: Phase, total: number) => (step: number) =>
    step === total ? `${preset.name}-${SHORT[phase]}` : `${preset.name}-${SHORT[phase]}-${step}`;
  console.log(`${preset.name}: pretraining, ${preset.pretrainSteps} steps`);
  const first = await bakeRun(
    {
      ...common,
      phase: 'pretrain',
      totalSteps: preset.pretrainSteps,
      corpus: { kind: 'stories' },
      replay: 0,
      startedFrom: null,
    },
    null,
    idOf('pretrain', preset.pretrainSteps),
  );
  const pretrained = first.points.at(-1);
  if (!pretrained) throw new Error('pretraining saved no point');
  console.log(`${preset.name}: fine-tuning, ${preset.fineTuneSteps} steps`);
  const second = await bakeRun(
    {
      ...common,
      phase: 'fineTune',
      totalSteps: preset.fineTuneSteps,
      corpus: { kind: 'snippets' },
      replay: REPLAY,
      startedFrom: pretrained.point.id,
    },
    pretrained.bytes,
    idOf('fineTune', preset.fineTuneSteps),
  );
  write(preset, [first, second]);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(OUT, file), 'utf8'));
  } catch {
    return null;
  }
}

/** Replaces the preset's entries in manifest and record, leaves other presets as they are. */
function write(preset: Preset, runs: readonly Baked[]): void {
  const baked = runs.flatMap((run) => run.points);
  for (const { point, bytes } of baked) writeFileSync(join(OUT, point.file), bytes);
  const isOther = (entry: { id: string }): boolean => !entry.id.startsWith(`${preset.name}-`);
  const manifest = (readJson('manifest.json') ?? []) as ShippedPoint[];
  writeJson('manifest.json', [...manifest.filter(isOther), ...baked.map(({ point }) => point)]);
  const record = (readJson('record.json') ?? []) as { id: string }[];
  const entries = runs.flatMap((run) =>
    run.points.map(({ point, bytes }) => ({
      id: point.id,
      command: `npm run bake -- --preset ${preset.name}`,
      backend: 'wasm',
      sha256: sha256(bytes),
      preset,
      seed: SEED,
      replay: point.info.phase === 'fineTuned' ? REPLAY : 0,
      steps: point.info.step,
      runDurationS: Math.round(run.durationS),
      evaluations: run.evaluations.filter((evaluation) => evaluation.step <= point.info.step),
    })),
  );
  writeJson('record.json', [...record.filter(isOther), ...entries]);
  for (const { point } of baked) console.log(`  ${point.file}  ${point.bytes} bytes`);
}

const writeJson = (file: string, value: unknown): void =>
  writeFileSync(join(OUT, file), `${JSON.stringify(value, null, 1)}\n`);

export async function main(args: readonly string[]): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const name = args[args.indexOf('--preset') + 1];
  const wanted = args.includes('--preset')
    ? Object.values(PRESETS).filter((one) => one.name === name)
    : [PRESETS.small];
  if (wanted.length === 0)
    throw new Error(`No preset "${name}"; there are ${Object.keys(PRESETS).join(', ')}`);
  const kept = readJson('tokenizer.json');
  // One tokenizer serves every preset, so baking a second one keeps it.
  const tokenizer = kept !== null && args.includes('--preset') ? parseTokenizerFile(kept) : bakeTokenizer();
  if (args.includes('--tokenizer')) return;
  for (const preset of wanted) await bakePreset(preset, tokenizer);
}
