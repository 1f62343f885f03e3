import { describe, expect, it } from 'vitest';
import { argumentPool } from '../../../src/corpora/code/argumentNames';
import { drawQuestions } from '../../../src/corpora/code/questions';
import { codeDocuments } from '../../../src/corpora/code/snippets';
import { allTasks } from '../../../src/corpora/code/tasks';
import { EXAMPLE_PROMPTS } from '../../../src/corpora/examplePrompts';
import { unsafeWords } from './schoolSafe';

describe('the list of words that need a warning', () => {
  it('finds whole words in sentences and in names, in any case', () => {
    expect(unsafeWords('The Gun shot. A gun!')).toEqual(['gun', 'shot', 'gun']);
    expect(unsafeWords('def count_dead(killList):')).toEqual(['dead', 'kill']);
  });

  it('leaves words alone that only contain one', () => {
    expect(unsafeWords('class skills, Hello, assess, begun, diet, brandish, warm, barn')).toEqual([]);
  });
});

describe('the code corpus in a classroom', () => {
  it('writes 5,000 snippets of training and 2,000 others without such a word', () => {
    for (const [split, count] of [
      ['train', 5000],
      ['val', 2000],
    ] as const) {
      const documents = codeDocuments({ seed: 'school', split });
      const snippets = Array.from({ length: count }, () => documents.next().value);
      expect(snippets.filter((snippet) => unsafeWords(snippet).length > 0)).toEqual([]);
    }
  });

  it('asks, names, answers and tests without such a word in every task of every split', () => {
    const found = allTasks().flatMap(({ id, comments, functionNames, argumentKinds, bodies, tests }) =>
      [
        ...comments,
        ...functionNames,
        ...argumentKinds.flatMap(argumentPool),
        ...bodies.flatMap(({ lines }) => lines),
        ...tests.flatMap(({ call, expected }) => [call, expected]),
      ].flatMap((text) => unsafeWords(text).map((word) => `${id}: ${word} in ${text}`)),
    );
    expect(found).toEqual([]);
  });

  it('puts no such word into example prompts and question papers', () => {
    const papers = (['newWording', 'near', 'far'] as const).flatMap((split) => drawQuestions(1, split, 60));
    const texts = [...EXAMPLE_PROMPTS.map(({ prompt }) => prompt), ...papers.map(({ solution }) => solution)];
    expect(texts.filter((text) => unsafeWords(text).length > 0)).toEqual([]);
  });
});
