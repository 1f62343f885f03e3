import { describe, expect, it } from 'vitest';
import { withEvidence } from '../../../scripts/evidenceWords';
import { compileNarrative } from '../../../scripts/narrativePlugin';

const FIGURES = new Map([
  [
    'small.far.passes',
    { value: 0.125, spread: [0.1, 0.15] as const, n: 1200, seeds: [7, 11], values: [0.1, 0.15] },
  ],
]);
const filled = (text: string): string => withEvidence(text, () => FIGURES);

describe('measured numbers in words', () => {
  it('are shares, their spread, and what they rest on', () => {
    const id = 'evidence small.far.passes';
    expect(filled(`{{${id}}}, {{${id} least}} to {{${id} most}}, {{${id} n}} of {{${id} seeds}}`)).toBe(
      '13%, 10% to 15%, 1,200 of 2',
    );
    expect(filled(`{{${id} least as bits}} {{${id} as times}}`)).toBe('0.10 0.1');
  });

  it('leave other placeholders for the page to fill', () => {
    expect(filled('{{share}} of {{count}}')).toBe('{{share}} of {{count}}');
  });

  it('fail the build where nothing was measured, or a form does not exist', () => {
    expect(() => filled('{{evidence small.near.passes}}')).toThrow(/no figure "small.near.passes"/);
    expect(() => filled('{{evidence small.far.passes as miles}}')).toThrow(/no form "miles"/);
  });
});

describe('tables of a narrative', () => {
  const TABLE =
    '## t\n\n| Tasks | Small |\n|---|---|\n| **far**<br>`f` | 12% *10% to 15%* |\n| near | 0.4 |\n';
  const html = compileNarrative(TABLE, 'test.en.md')['t']?.html ?? '';

  it('name their columns and their rows for a screen reader', () => {
    expect(html).toContain('<th scope="col">Tasks</th>');
    expect(html).toContain('<th scope="row"><strong>far</strong><br><code>f</code></th>');
    expect(html.match(/<td/g)).toHaveLength(2);
  });

  it('give a cell that begins with a share the length of its bar', () => {
    expect(html).toContain('<td style="--p: 0.12">12% <em>10% to 15%</em></td>');
    expect(html).toContain('<td>0.4</td>');
  });
});
