/**
 * `npm run evidence`: measures the figures behind every claim anew and writes public/evidence.json, which the words
 * of the page read. Training is done once for each recipe and kept; what was interrupted goes on where it was.
 *
 *   npm run evidence                    every claim
 *   npm run evidence -- --only transfer one claim; the figures of the others stay
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseTokenizerFile } from '../src/engine/tokenizer/tokenizerFile';
import { forgetting } from './evidence/claims/forgetting';
import { learningRates } from './evidence/claims/learningRates';
import { memory } from './evidence/claims/memory';
import { passing } from './evidence/claims/passing';
import { reading } from './evidence/claims/reading';
import { robustness } from './evidence/claims/robustness';
import { temperature } from './evidence/claims/temperature';
import { transfer } from './evidence/claims/transfer';
import { vocabulary } from './evidence/claims/vocabulary';
import { wording } from './evidence/claims/wording';
import { Examiner } from './evidence/examiner';
import { shown, type Figures } from './evidence/figure';
import { livesOf, type Lab } from './evidence/lab';
import { sha256 } from './training/job';
import { openTrainer } from './training/trainer';

const FILE = resolve('public/evidence.json');
const TOKENIZER = resolve('public/checkpoints/tokenizer.json');

const CLAIMS: Readonly<Record<string, (lab: Lab) => Promise<Figures>>> = {
  reading,
  passing,
  forgetting,
  transfer,
  temperature,
  wording,
  robustness,
  memory,
  vocabulary,
  learningRates,
};

interface Evidence {
  /** SHA-256 of the tokenizer that all models but those of `vocabulary` read with. */
  readonly tokenizer: string;
  /** The figures of each claim, with the command that measures them. */
  readonly claims: Readonly<Record<string, { readonly command: string; readonly figures: Figures }>>;
}

function readEvidence(): Evidence {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Evidence;
  } catch {
    return { tokenizer: '', claims: {} };
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const names = Object.keys(CLAIMS).filter((name) => only === undefined || name === only);
  if (names.length === 0) throw new Error(`No claim "${only}"; there are ${Object.keys(CLAIMS).join(', ')}`);
  const tokenizer = readFileSync(TOKENIZER);
  const lab: Lab = {
    trainer: await openTrainer(),
    examiner: await Examiner.open(),
    tokenizer: parseTokenizerFile(JSON.parse(tokenizer.toString())),
  };
  // What takes longest begins first. All is side by side: while one claim examines its models, others train theirs.
  const longest = only === undefined ? [livesOf(lab, 'shipped')] : [];
  const outcomes = await Promise.allSettled([
    ...longest,
    ...names.map(async (name) => {
      const figures = (await CLAIMS[name]?.(lab)) ?? {};
      for (const [id, figure] of Object.entries(figures)) console.log(`${id.padEnd(44)} ${shown(figure)}`);
      const command = `npm run evidence -- --only ${name}`;
      write({ ...readEvidence().claims, [name]: { command, figures } }, sha256(tokenizer));
    }),
  ]);
  // One claim that could not be measured costs no other its figures.
  for (const outcome of outcomes) if (outcome.status === 'rejected') console.error(outcome.reason);
  if (outcomes.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}

function write(claims: Evidence['claims'], tokenizer: string): void {
  const ordered = Object.keys(CLAIMS).flatMap((name) => (claims[name] ? [[name, claims[name]]] : []));
  const evidence: Evidence = { tokenizer, claims: Object.fromEntries(ordered) };
  writeFileSync(FILE, `${JSON.stringify(evidence, null, 1)}\n`);
}
