import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLines, type CodeLine } from '../../../../src/ui/code/codeLines';

const textOf = (lines: readonly CodeLine[]): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

const python = fc.string({
  unit: fc.constantFrom('def ', 'f', '(', '"', "'", '#', '\n', '    ', 'return ', '"""', '1'),
  maxLength: 20,
});

describe('codeLines', () => {
  it('loses no character and no line break of any text', () => {
    fc.assert(
      fc.property(python, fc.nat({ max: 30 }), (source, promptLength) => {
        const lines = codeLines(source, promptLength);
        expect(textOf(lines)).toBe(source);
        expect(lines.flat().every(({ text }) => text !== '' && !text.includes('\n'))).toBe(true);
      }),
    );
  });

  it('tells what was given from what was written, to the character', () => {
    fc.assert(
      fc.property(python, fc.nat({ max: 30 }), (source, promptLength) => {
        const given = codeLines(source, promptLength).map((line) => line.filter((span) => span.given));
        const whole = source.slice(0, promptLength).split('\n');
        expect(given.map((line) => line.map(({ text }) => text).join(''))).toEqual([
          ...whole,
          ...source
            .slice(promptLength)
            .split('\n')
            .slice(1)
            .map(() => ''),
        ]);
      }),
    );
  });

  it('colours a string that begins in the prompt and ends behind it as one', () => {
    const lines = codeLines('def f():\n    """Say hi."""', 'def f():\n    """Say'.length);
    expect(lines[1]).toEqual([
      { kind: 'plain', text: '    ', given: true },
      { kind: 'text', text: '"""Say', given: true },
      { kind: 'text', text: ' hi."""', given: false },
    ]);
  });
});
