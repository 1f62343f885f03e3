/** Puts prompts to saved models and has Python judge what they write. */
import { readFileSync } from 'node:fs';
import { createTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import type { Tokenizer } from '../../src/engine/tokenizer/tokenizer';
import type { LoadedModel } from '../../src/engine/runtime';
import { promptTokens, writeRows } from '../../src/engine/sample/generate';
import { readCheckpoint } from '../../src/engine/train/checkpoint';
import type { JudgeTest, Verdict } from '../../src/protocol/python';
import type { GenerateSettings, ProgramRequest } from '../../src/protocol/training';
import { sourceOfProgram } from '../../src/store/programSource';
import { chooseNodeBackend } from '../nodeBackend';
import { startNodeJudge, type NodeJudge } from '../nodeJudge';

/** A prompt and the tests of what comes after it. */
export interface Item {
  readonly text: string;
  readonly tests: readonly JudgeTest[];
}

/** A checkpoint on the disk. */
export interface SavedModel {
  readonly path: string;
}

/** What a model wrote, and what Python made of it. */
export interface Answer<I extends Item = Item> {
  readonly item: I;
  /** The whole program. */
  readonly source: string;
  readonly verdict: Verdict;
}

export interface Manner {
  /** 0 always takes the likeliest token. */
  readonly temperature: number;
  /** Answers per prompt. */
  readonly samples: number;
}

export const GREEDY: Manner = { temperature: 0, samples: 1 };
/** Longer than 99 of 100 bodies in the corpus. */
const MAX_NEW_TOKENS = 64;
/** Rows written together. */
const ROWS = 64;

/** WASM never waits for anything: without a pause, nobody else in this process would get a turn. */
const nextTurn = (): Promise<void> => new Promise((resume) => setImmediate(resume));

interface Opened {
  readonly model: LoadedModel;
  readonly tokenizer: Tokenizer;
}

/** How many answers came how far. */
export interface Tally {
  readonly total: number;
  readonly parses: number;
  readonly runs: number;
  readonly passes: number;
}

/** Counts answers; a program that the sandbox does not support counts as one that does not run. */
export function tally(answers: readonly Answer[]): Tally {
  const count = (...verdicts: Verdict[]): number =>
    answers.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    total: answers.length,
    parses: answers.length - count('parse error', 'not supported here'),
    runs: count('passed', 'wrong answer'),
    passes: count('passed'),
  };
}

export class Examiner {
  private constructor(
    private readonly load: (path: string) => Opened,
    private readonly judge: NodeJudge,
  ) {}

  static async open(): Promise<Examiner> {
    const { runtimeFor } = await chooseNodeBackend();
    const shape = { nLayer: 1, nHead: 1, nEmbd: 1, blockSize: 1, vocabSize: 1 };
    const runtime = await runtimeFor(shape);
    const load = (path: string): Opened => {
      const { config, arrays, tokenizer } = readCheckpoint(new Uint8Array(readFileSync(path)));
      return { model: runtime.load(config, arrays), tokenizer: createTokenizer(tokenizer) };
    };
    return new Examiner(load, await startNodeJudge());
  }

  /** What a model writes for each request. */
  answer(
    point: SavedModel,
    requests: readonly ProgramRequest[],
    settings: Omit<GenerateSettings, 'seed'>,
  ): Promise<string[]> {
    return this.inTurn(() => this.answerNow(point, requests, settings));
  }

  /** Texts that a model writes after each prompt, `samples` after one another. */
  write(point: SavedModel, prompts: readonly string[], { temperature, samples }: Manner): Promise<string[]> {
    return this.inTurn(() => this.writeNow(point, prompts, { temperature, samples }));
  }

  private lastTurn: Promise<unknown> = Promise.resolve();

  /**
   * One model at a time is in memory, and one claim at a time keeps this process busy: while it writes, no message
   * of the judge would get through, and a program that came to its end would seem to hang.
   */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.lastTurn.then(work);
    this.lastTurn = done.catch(() => undefined);
    return done;
  }

  private writeNow(
    point: SavedModel,
    prompts: readonly string[],
    { temperature, samples }: Manner,
  ): Promise<string[]> {
    const requests = prompts.flatMap((prompt, i) =>
      Array.from({ length: samples }, (_, j) => ({ prompt, seed: i * samples + j })),
    );
    return this.answerNow(point, requests, { temperature, topK: 0, topP: 1, maxNewTokens: MAX_NEW_TOKENS });
  }

  private async answerNow(
    { path }: SavedModel,
    asked: readonly Pick<ProgramRequest, 'prompt' | 'seed'>[],
    usual: Omit<GenerateSettings, 'seed'>,
  ): Promise<string[]> {
    const { model, tokenizer } = this.load(path);
    const requests = asked.map(({ prompt, seed }) => ({ promptIds: promptTokens(tokenizer, prompt), seed }));
    const settings = { ...usual, seed: 0 };
    const texts: string[] = [];
    for (let first = 0; first < requests.length; first += ROWS) {
      const decoder = model.createDecoder();
      const together = requests.slice(first, first + ROWS);
      const rows = writeRows({ decoder, config: model.config, settings, requests: together });
      for await (const written of rows)
        for (const { row, ids } of written) texts[first + row] = tokenizer.decode(ids);
      decoder.dispose();
      await nextTurn();
    }
    model.dispose();
    return texts;
  }

  /** Answers to every item, judged. */
  examine<I extends Item>(
    point: SavedModel,
    items: readonly I[],
    manner: Manner = GREEDY,
  ): Promise<Answer<I>[]> {
    return this.inTurn(() => this.examineNow(point, items, manner));
  }

  private async examineNow<I extends Item>(
    point: SavedModel,
    items: readonly I[],
    manner: Manner,
  ): Promise<Answer<I>[]> {
    const prompts = items.map(({ text }) => text);
    const texts = await this.writeNow(point, prompts, manner);
    const answers: Answer<I>[] = [];
    for (const [i, text] of texts.entries()) {
      const item = items[Math.floor(i / manner.samples)];
      if (!item) continue;
      const source = sourceOfProgram(item.text, text);
      answers.push({ item, source, verdict: (await this.judge(source, item.tests)).verdict });
    }
    return answers;
  }
}
