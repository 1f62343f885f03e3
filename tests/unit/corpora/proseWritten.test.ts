import { describe, expect, it } from 'vitest';
import { proseDocuments } from '../../../src/corpora/prose/stories';
import { writtenDocuments, writtenParagraphs } from '../../../src/corpora/prose/written';
import { createRandom } from '../../../src/engine/random';
import { unsafeWords } from './schoolSafe';

const TRAIN = writtenParagraphs('train');
const VAL = writtenParagraphs('val');

describe('the written prose', () => {
  const paragraphs = [...TRAIN, ...VAL];

  it('is at least 80 KB of different paragraphs', () => {
    expect(paragraphs.join('\n').length).toBeGreaterThanOrEqual(80_000);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
  });

  it('is plain ASCII in paragraphs of 150 to 600 characters', () => {
    for (const paragraph of paragraphs) {
      expect(paragraph).toMatch(/^["A-Z0-9][\x20-\x7e]+[.!?]"?$/);
      expect(paragraph).not.toMatch(/ {2}/);
      expect(paragraph.length, paragraph).toBeGreaterThanOrEqual(150);
      expect(paragraph.length, paragraph).toBeLessThanOrEqual(600);
    }
  });

  it('holds no Python syntax', () => {
    for (const paragraph of paragraphs)
      expect(paragraph).not.toMatch(/\bdef\b|\blambda\b|\bimport\b|[=()[\]{}<>+*/%#_\\]|\breturn [a-z]\b/);
  });

  it('holds out about a tenth that no training text repeats', () => {
    expect(VAL.length / paragraphs.length).toBeGreaterThan(0.06);
    expect(VAL.length / paragraphs.length).toBeLessThan(0.14);
    expect(VAL.filter((paragraph) => TRAIN.includes(paragraph))).toEqual([]);
  });

  it('comes up once in a drawn order before any of it comes up again', () => {
    const documents = writtenDocuments(createRandom(1), 'val');
    const first = Array.from({ length: VAL.length }, () => documents.next().value);
    const second = Array.from({ length: VAL.length }, () => documents.next().value);
    expect([...first].sort()).toEqual([...VAL].sort());
    expect([...second].sort()).toEqual([...VAL].sort());
    expect(second).not.toEqual(first);
  });
});

describe('the mixture', () => {
  it.each([
    ['train', TRAIN, VAL],
    ['val', VAL, TRAIN],
  ] as const)('of %s is one twentieth written prose, all of that split', (split, own, other) => {
    const documents = proseDocuments({ seed: 3, split });
    const texts = Array.from({ length: 8000 }, () => documents.next().value);
    const owned = new Set(own);
    const strange = new Set(other);
    expect(texts.filter((text) => strange.has(text))).toEqual([]);
    const share = texts.filter((text) => owned.has(text)).length / texts.length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.06);
    expect(new Set(texts.filter((text) => owned.has(text))).size).toBe(own.length);
  });
});

/** Where a word of the list means something else, or nothing worse than school books tell. */
const HARMLESS = [
  'wound up the old clock',
  'I hate early mornings',
  'died out about 66 million',
  'dead leaves',
  'The person with the knife',
  'pushes blood to every part',
  'The blood carries oxygen',
];

describe('the written prose in a classroom', () => {
  const text = [...TRAIN, ...VAL].join('\n');

  it('has no word that needs a warning but in phrases that were read and found harmless', () => {
    const rest = HARMLESS.reduce((left, phrase) => left.replaceAll(phrase, ''), text);
    expect(unsafeWords(rest)).toEqual([]);
  });

  it('still holds each of those phrases, each with such a word', () => {
    for (const phrase of HARMLESS) {
      expect(text).toContain(phrase);
      expect(unsafeWords(phrase)).toHaveLength(1);
    }
  });
});
