import { expect, it } from 'vitest';
import { OPTIMIZER_DEFAULTS } from '../../src/engine/config';
import type { GPTConfig } from '../../src/engine/config';
import { referenceRuntime } from '../../src/engine/model/referenceRuntime';
import type { NamedArrays } from '../../src/engine/model/shapes';
import type { Decoder, Runtime } from '../../src/engine/runtime';
import { withModel } from './claimSetUp';
import { circleBatch, seededTokens } from './oddShapes';
import type { Shape } from './oddShapes';
import { toyArrays } from './toyModel';
import { relativeDifference } from './twinAdamW';
import { at } from './twinLayers';

/** What a decoder is asked in one call: sequences. */
type Question = readonly (readonly number[])[];

const LOGIT_TOLERANCE = 1e-4;

const TRAIN_CONFIG = {
  ...OPTIMIZER_DEFAULTS,
  batchSize: 2,
  totalSteps: 10,
  learningRate: 0.05,
  warmupSteps: 1,
};

/** Sequences that grow by one token from call to call. */
function growing(
  texts: readonly (readonly number[])[],
  lengths: readonly number[],
  calls: number,
): Question[] {
  return Array.from({ length: calls }, (_, call) =>
    texts.map((text, row) => text.slice(0, at(lengths, row) + call)),
  );
}

/** Everything that a decoder which remembers could mistake for the call before with one token more. */
function withChanges(config: GPTConfig): Question[] {
  const [a, b] = [seededTokens(config, 12, 'a'), seededTokens(config, 12, 'b')];
  const changedA = a.map((id, i) => (i === 2 ? (id + 1) % config.vocabSize : id));
  const front = (text: readonly number[], length: number) => text.slice(0, length);
  return [
    [front(a, 5), front(b, 3)],
    [front(a, 6), front(b, 4)],
    [front(a, 6), front(b, 4)], // once more the same
    [front(changedA, 7), front(b, 5)], // longer by one, and changed in the middle
    [front(changedA, 8), front(b, 6)],
    [front(a, 8), front(b, 6)], // as long as before
    [front(a, 9), front(b, 6)], // one row only grows
    [front(b, 7), front(a, 10)], // the rows change places
    [front(b, 9), front(a, 12)], // two tokens more
    [front(b, 4), front(a, 3)], // shorter
    [front(b, 5)], // fewer rows
    [front(b, 6), front(b, 6), front(a, 6)], // more rows
    [front(b, 7), front(b, 7), front(a, 7)],
  ];
}

async function logitsOf(
  runtime: Runtime,
  config: GPTConfig,
  arrays: NamedArrays,
  questions: readonly Question[],
) {
  return withModel(runtime, config, arrays, async (model) => {
    const decoder = model.createDecoder();
    const answers: Float32Array[][] = [];
    for (const question of questions) answers.push(await decoder.logitsAfter(question));
    decoder.dispose();
    return answers;
  });
}

function expectSame(actual: readonly Float32Array[], expected: readonly Float32Array[], where: string): void {
  expect(actual, where).toHaveLength(expected.length);
  for (const [row, logits] of expected.entries()) {
    const difference = relativeDifference(actual[row] ?? [], logits);
    expect(difference, `${where}, row ${row}`).toBeLessThan(LOGIT_TOLERANCE);
  }
}

function claimConversations(host: { readonly runtime: Runtime }, { what, config }: Shape): void {
  const T = config.blockSize;
  const texts = ['a', 'b', 'c'].map((seed) => seededTokens(config, 2 * T, seed));
  const conversations: readonly (readonly [name: string, questions: readonly Question[]])[] = [
    ['along a text that runs past the context', growing(texts.slice(0, 1), [3], T + 2)],
    [
      'along texts of different lengths that run past it one after the other',
      growing(texts, [1, 5, T - 2], T + 2),
    ],
    ['of texts longer than the context from the start', growing(texts, [T, T + 1, 3], 4)],
    ['of sequences that change on the way', withChanges(config)],
  ];
  for (const [name, questions] of conversations) {
    it(`gives the logits of the reference ${name}, with ${what}`, async () => {
      const arrays = toyArrays(config);
      const expected = await logitsOf(referenceRuntime, config, arrays, questions);
      const actual = await logitsOf(host.runtime, config, arrays, questions);
      expected.forEach((answer, call) => expectSame(actual[call] ?? [], answer, `call ${call}`));
    });
  }
}

/** Asks a decoder, and a new model of the reference with the same weights. */
async function expectLikeReference(
  decoder: Decoder,
  config: GPTConfig,
  arrays: NamedArrays,
  question: Question,
  where: string,
): Promise<void> {
  const actual = await decoder.logitsAfter(question);
  const [expected = []] = await logitsOf(referenceRuntime, config, arrays, [question]);
  expectSame(actual, expected, where);
}

function claimCompany(host: { readonly runtime: Runtime }, { what, config, B }: Shape): void {
  it(`is not disturbed by other decoders, other models and a learner, with ${what}`, async () => {
    const texts = ['a', 'b', 'c'].map((seed) => seededTokens(config, 12, seed));
    const arrays = toyArrays(config);
    const [one, two, three] = texts.map((text) => growing([text], [3], 5));
    await withModel(host.runtime, config, arrays, async (model) => {
      const other = new Map(
        [...arrays].map(([name, { shape, values }]) => [name, { shape, values: values.map((w) => -w) }]),
      );
      await withModel(host.runtime, config, other, async (otherModel) => {
        const learner = model.createLearner(TRAIN_CONFIG);
        const decoders = [model.createDecoder(), model.createDecoder(), otherModel.createDecoder()] as const;
        for (let call = 0; call < 5; call++) {
          await expectLikeReference(decoders[0], config, arrays, one?.[call] ?? [], `first, call ${call}`);
          await expectLikeReference(decoders[1], config, arrays, two?.[call] ?? [], `second, call ${call}`);
          await expectLikeReference(decoders[2], config, other, three?.[call] ?? [], `third, call ${call}`);
          if (call === 2) await learner.loss(circleBatch(config, 0, B));
        }
        for (const decoder of decoders) decoder.dispose();
        learner.dispose();
      });
    });
  });

  it(`answers with the weights of the moment when they change between two tokens, with ${what}`, async () => {
    await withModel(host.runtime, config, toyArrays(config), async (model) => {
      const learner = model.createLearner(TRAIN_CONFIG);
      const decoder = model.createDecoder();
      for (const [call, question] of growing([seededTokens(config, 12, 'a')], [3], 4).entries()) {
        await expectLikeReference(decoder, config, await model.arrays(), question, `call ${call}`);
        learner.update(circleBatch(config, call, B), TRAIN_CONFIG.learningRate);
      }
      decoder.dispose();
      learner.dispose();
    });
  });
}

/** The claims about a decoder that may remember: it answers like one that does not. */
export function claimSameLogits(host: { readonly runtime: Runtime }, shape: Shape): void {
  claimConversations(host, shape);
  claimCompany(host, shape);
}
