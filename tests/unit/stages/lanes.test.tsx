import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  companyOf,
  companySentence,
  differencesOf,
  traitsOf,
} from '../../../src/stages/40-prompt/laneDifferences';
import { announcement } from '../../../src/stages/40-prompt/laneSentences';
import { wayChange } from '../../../src/stages/40-prompt/laneWays';
import { OutputTokens } from '../../../src/stages/40-prompt/OutputTokens';
import { modelOptions } from '../../../src/stages/40-prompt/useLanes';
import type { JudgeReason } from '../../../src/protocol/python';
import type { LaneWish } from '../../../src/store/lanes';
import { AnswerVerdict } from '../../../src/ui/code/AnswerVerdict';
import { spokenVerdict, verdictMarks, verdictReason } from '../../../src/ui/code/verdictMarks';
import { point } from '../app/samples';
import { generation, SETTINGS, token } from './answers';
import { judgement, PASSED, WRONG } from './evaluatePrograms';

const wish = (change: Partial<LaneWish> = {}): LaneWish => ({
  laneId: 'prompt:2',
  checkpointId: 'fine-tuned',
  prompt: 'def f(n):',
  settings: SETTINGS,
  road: [],
  ...change,
});
const set = (change: Partial<typeof SETTINGS>): Partial<LaneWish> => ({
  settings: { ...SETTINGS, ...change },
});
const nameOf = (id: string): string => `model ${id}`;

describe('the head of a lane', () => {
  it('tells nothing where it is like the first', () => {
    expect(differencesOf(wish(), wish(), nameOf)).toEqual([]);
  });

  it('tells only what differs, settings that are off as such', () => {
    const lane = wish({ ...set({ temperature: 1.2, seed: 4, topK: 0 }), checkpointId: 'other' });
    expect(differencesOf(wish(), lane, nameOf)).toEqual([
      'model other',
      'temperature 1.20',
      'top-k off',
      'seed 4',
    ]);
  });

  it('tells of another wording and of another road', () => {
    const lane = wish({ prompt: 'def g(n):', road: [5, 6] });
    expect(differencesOf(wish(), lane, nameOf)).toEqual(['another road from token 2', 'own wording']);
  });
});

describe('the head of the first lane', () => {
  it('tells what the others do otherwise, as it does it, so that all can be compared before they are written', () => {
    const others = [wish(set({ temperature: 1.2 })), wish({ checkpointId: 'other', prompt: 'def g(n):' })];
    expect(traitsOf(wish(), others, nameOf)).toEqual(['model fine-tuned', 'temperature 0.80']);
  });

  it('tells nothing where all are alike, or it stands alone', () => {
    expect(traitsOf(wish(), [wish(), wish({ prompt: 'def g(n):' })], nameOf)).toEqual([]);
    expect(traitsOf(wish(), [], nameOf)).toEqual([]);
  });
});

describe('two answers', () => {
  const [a, b, c] = [token(300, ' a'), token(301, ' b'), token(302, ' c')];

  it('part at the first token that is another', () => {
    const company = companyOf(generation({ tokens: [a, b] }), generation({ tokens: [a, c] }));
    expect(company).toEqual({ same: 1, differs: true });
  });

  it('keep company while one is still being written', () => {
    const open = generation({ status: 'streaming', tokens: [a] });
    expect(companyOf(generation({ tokens: [a, b] }), open)).toEqual({ same: 1, differs: false });
  });

  it('part where one of them ends earlier', () => {
    const short = generation({ tokens: [a] });
    expect(companyOf(generation({ tokens: [a, b] }), short)).toEqual({ same: 1, differs: true });
    expect(companyOf(short, generation({ tokens: [a, b] }))).toEqual({ same: 1, differs: true });
  });

  it('of two vocabularies are not the same by number alone', () => {
    const foreign = generation({ tokens: [token(300, ' x')] });
    expect(companyOf(generation({ tokens: [a] }), foreign)).toEqual({ same: 0, differs: true });
  });

  it('cannot be compared before both have begun', () => {
    expect(companyOf(undefined, generation())).toBeNull();
    expect(companyOf(generation({ tokens: [a] }), generation())).toBeNull();
  });

  it('are put into a sentence, which waits while it could still change', () => {
    expect(companySentence({ same: 12, differs: true }, false)).toBe(
      'The same as answer 1 for 12 tokens, then different.',
    );
    expect(companySentence({ same: 12, differs: false }, false)).toBeNull();
    expect(companySentence({ same: 12, differs: false }, true)).toBe('The same as answer 1, to the end.');
  });
});

describe('the tokens of an answer', () => {
  const tokens = ['a', 'b', 'c', 'd'].map((text, i) => token(300 + i, text));
  const markup = renderToStaticMarkup(
    <OutputTokens
      {...{ label: 'Tokens', tokens, given: 1, same: 2, selected: null, onSelect: () => undefined }}
    />,
  );

  it('are marked from the place on where it leaves the first', () => {
    const marks = [...markup.matchAll(/data-index="(\d)"[^>]*?data-differs="(\w+)"/g)];
    expect(marks.map(([, index, mark]) => [index, mark])).toEqual([
      ['2', 'first'],
      ['3', 'later'],
    ]);
  });

  it('are told from those it was given, also to the ear', () => {
    expect(markup.match(/data-given/g)).toHaveLength(1);
    expect(markup).toMatch(/aria-label="a, given, 50%"/);
  });
});

describe('quick ways to compare', () => {
  const points = [
    point({ id: 'small-pretrained', phase: 'pretrained', step: 300 }),
    point({ id: 'small-fine-tuned', phase: 'fineTuned', step: 700 }),
    point({ id: 'large-fine-tuned', preset: 'shipped', phase: 'fineTuned', step: 900 }),
  ];
  const first = wish({ laneId: 'prompt', checkpointId: 'small-fine-tuned' });

  it('take a seed that no lane has', () => {
    const change = wayChange('seed', [first, wish(set({ seed: 2 }))], points);
    expect(change?.settings).toEqual({ ...SETTINGS, seed: 3 });
  });

  it('go hotter than the hottest, up to the end of the slider', () => {
    expect(wayChange('hotter', [first], points)?.settings?.temperature).toBe(1.2);
    expect(wayChange('hotter', [wish(set({ temperature: 1.9 }))], points)?.settings?.temperature).toBe(2);
    expect(wayChange('hotter', [first, wish(set({ temperature: 2 }))], points)).toBeNull();
  });

  it('take another age of the same model, then another size, and end when all are asked', () => {
    const asked = [first];
    const next = () => wayChange('model', asked, points)?.checkpointId ?? null;
    expect(next()).toBe('small-pretrained');
    asked.push(wish({ checkpointId: 'small-pretrained' }));
    expect(next()).toBe('large-fine-tuned');
    asked.push(wish({ checkpointId: 'large-fine-tuned' }));
    expect(next()).toBeNull();
  });

  it('begin another wording with the words there are', () => {
    expect(wayChange('wording', [first], points)).toEqual({ prompt: 'def f(n):' });
  });
});

describe('the models to choose from', () => {
  it('hide the copies that runs begin with, unless a lane asks one', () => {
    const copy = point({ id: 'own-a-0', origin: 'run', runId: 'a', phase: 'pretrained', step: 0 });
    const final = point({ id: 'small-fine-tuned', phase: 'fineTuned', step: 700 });
    expect(modelOptions([final, copy], [], false).map(({ value }) => value)).toEqual(['small-fine-tuned']);
    expect(modelOptions([final, copy], ['own-a-0'], true).map(({ value }) => value)).toEqual([
      'live',
      'own-a-0',
      'small-fine-tuned',
    ]);
  });
});

describe('what is read out', () => {
  const passed = { judgement: PASSED, isTested: true };
  const lane = (number: number, change: Parameters<typeof generation>[0]) => ({
    number,
    answer: generation(change),
    company: null,
  });

  it('is nothing while a token, or the verdict, is still to come', () => {
    expect(announcement([lane(1, { status: 'streaming', text: ' a' })])).toBe('');
    expect(announcement([lane(1, { verdict: { judgement: null, isTested: true } })])).toBe('');
    expect(announcement([lane(1, { text: 'a' }), lane(2, { status: 'waiting' })])).toBe('');
  });

  it('is one answer whole, with its verdict', () => {
    expect(announcement([lane(1, { text: 'return n', verdict: passed })])).toBe(
      'The model wrote: return n The program parses, runs, passes its tests.',
    );
  });

  it('is of several a summary, not their texts', () => {
    const second = { ...lane(2, { text: 'return m' }), company: { same: 3, differs: true } };
    const heard = announcement([lane(1, { text: 'return n' }), second]);
    expect(heard).toContain('2 answers are written.');
    expect(heard).toContain('Answer 2: The same as answer 1 for 3 tokens, then different.');
    expect(heard).not.toContain('return');
  });
});

describe('the verdict on an answer', () => {
  const labels = (judged: Parameters<typeof verdictMarks>[0]) =>
    verdictMarks(judged).map(({ label }) => label);

  it('names the hurdles it took and the one it fell at', () => {
    expect(labels({ judgement: PASSED, isTested: true })).toEqual(['parses', 'runs', 'passes its tests']);
    expect(labels({ judgement: WRONG, isTested: true })).toEqual(['parses', 'runs', 'fails a test']);
    expect(labels({ judgement: judgement('parse error'), isTested: true })).toEqual(['is not Python']);
    expect(labels({ judgement: judgement('timeout'), isTested: true })).toEqual(['parses', 'does not end']);
    expect(labels({ judgement: null, isTested: true })).toEqual(['being judged …']);
  });

  it('shows the call that failed, with the value it gave and the one expected', () => {
    expect(verdictReason({ judgement: WRONG, isTested: true })).toBe('double(3) gave 5, expected 6.');
  });

  it('says in words of the page what is no error of Python', () => {
    const reasonOf = (...given: Parameters<typeof judgement>) =>
      verdictReason({ judgement: judgement(...given), isTested: true });
    expect(reasonOf('timeout', [null])).toBe('It was stopped before it came to an end.');
    expect(reasonOf('timeout', [null], { reason: { kind: 'steps', limit: 200_000 } })).toBe(
      'It was stopped after 200,000 steps.',
    );
    expect(reasonOf('timeout', [null], { reason: { kind: 'seconds', limit: 1.5 } })).toBe(
      'It was stopped after 1.5 seconds.',
    );
    expect(
      reasonOf('wrong answer', ['4', '6'], { line: 1, reason: { kind: 'emptyFunction', name: 'double' } }),
    ).toBe('Line 1: double has an empty body.');
    expect(reasonOf('wrong answer', [], { reason: { kind: 'emptyProgram' } })).toBe('The program is empty.');
  });

  it('says in words of the page why a program cannot be judged', () => {
    const reasonOf = (reason: JudgeReason) =>
      verdictReason({ judgement: judgement('not supported here', [null], { reason }), isTested: true });
    expect(reasonOf({ kind: 'chance' })).toContain('depends on chance');
    expect(reasonOf({ kind: 'depth' })).toContain('deeper than Python can follow');
    expect(reasonOf({ kind: 'fell', detail: 'no report' })).toBe('Python broke off here. (no report)');
  });

  it('claims no tests where none are known', () => {
    const untested = { judgement: judgement('passed'), isTested: false };
    expect(labels(untested)).toEqual(['parses', 'runs']);
    expect(spokenVerdict(untested)).toBe('parses, runs. No tests are known for this: it parses and runs.');
  });

  it('tells the line of an error, and the call it happened in', () => {
    const broken = judgement('parse error', [], { line: 3, message: 'SyntaxError: invalid syntax' });
    expect(verdictReason({ judgement: broken, isTested: true })).toBe('Line 3: SyntaxError: invalid syntax');
    const stopped = judgement('runtime error', [null], { line: 2, message: 'NameError: no k' });
    expect(verdictReason({ judgement: stopped, isTested: true })).toBe(
      'double(2), expected 4: NameError: no k',
    );
  });

  it('gives every outcome a sign of its own, so that colour is never the only difference', () => {
    const outcomes = [
      'wrong answer',
      'runtime error',
      'timeout',
      'parse error',
      'not supported here',
    ] as const;
    const signs = outcomes.map(
      (one) => verdictMarks({ judgement: judgement(one), isTested: true }).at(-1)?.sign,
    );
    expect(new Set([...signs, '✓', '…']).size).toBe(outcomes.length + 2);
  });

  it('keeps its room while there is nothing to say', () => {
    expect(renderToStaticMarkup(<AnswerVerdict verdict={null} />)).toMatch(/^<div class="[^"]+"><\/div>$/);
  });
});
