import { describe, expect, it } from 'vitest';
import { placeOf, TYPED, typedNumbers } from './typedNumbers';
import { sectionsOf, WORD_FILES } from './wordFiles';

const written = (source: string) => ({ file: 'src/x.en.md', key: 'x', source });

describe('a number in the words of the page', () => {
  it('is filled in from code or evidence, but for those that are listed with a reason', () => {
    const typed = WORD_FILES.flatMap(sectionsOf)
      .map((section) => [placeOf(section), typedNumbers(section)] as const)
      .filter(([, numbers]) => numbers.length > 0);
    expect(Object.fromEntries(typed)).toEqual(
      Object.fromEntries(Object.entries(TYPED).map(([place, { numbers }]) => [place, numbers])),
    );
  });

  it.each([
    ['a measured share', 'In the end 76% passed.', ['76%']],
    ['a count', 'After 1,600 steps it stopped.', ['1,600']],
    ['a share behind a placeholder', '{{evidence small.seen.passes}} or 3 in 4', ['3', '4']],
    ['a placeholder', '{{evidence transfer.300.pretrained.passes}} of {{count}}', []],
    ['the step of a figure', 'after 300: {{evidence transfer.300.pretrained.passes}}, not 301', ['301']],
    ['code', 'call `f(5)` now', []],
    ['a name', 'GPT-3 and WebGL 2 at temperature 0.8', []],
  ])('is found: %s', (_, source, numbers) => {
    expect(typedNumbers(written(source))).toEqual(numbers);
  });
});
