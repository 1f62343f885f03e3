import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Funnel } from '../../../src/stages/50-evaluate/Funnel';
import { PassRates } from '../../../src/stages/50-evaluate/PassRates';
import { ProgramGrid } from '../../../src/stages/50-evaluate/ProgramGrid';
import { ProgramView } from '../../../src/stages/50-evaluate/ProgramView';
import { RunBar } from '../../../src/stages/50-evaluate/RunBar';
import { TestList } from '../../../src/stages/50-evaluate/TestList';
import { DiffText } from '../../../src/ui/code/DiffText';
import { PythonCode } from '../../../src/ui/code/PythonCode';
import { judgement, PASSED, program, WRONG } from './evaluatePrograms';

/** What a reader is shown: the text of the markup, tags and what is hidden from nobody aside. */
const shown = (element: ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const NOTHING = (): void => undefined;
const nameOf = (id: string): string => `model ${id}`;
const COUNTS = { checkpointId: 'a', asked: 80, written: 80, judged: 80 };

describe('the funnel', () => {
  it('says of every stage how many programs are left, and which share that is', () => {
    const funnel = { ...COUNTS, total: 80, parses: 72, runs: 60, passes: 40, unsupported: 0 };
    expect(shown(<Funnel funnels={[funnel]} nameOf={nameOf} />)).toMatch(
      /model a .*judged 80 100% is Python 72 90% runs 60 75% passes 40 50%$/,
    );
  });

  it('tells how many programs are left out because nothing can be said about them', () => {
    const funnel = { ...COUNTS, total: 77, parses: 77, runs: 77, passes: 77, unsupported: 3 };
    expect(shown(<Funnel funnels={[funnel]} nameOf={nameOf} />)).toContain('3 programs use something');
  });
});

describe('the chance to be right', () => {
  const rate = { checkpointId: 'a', group: 'seen', tasks: 5, passAt1: 0.5, passAtK: 0.9, k: 4 } as const;

  it('is told for one attempt and for k', () => {
    expect(shown(<PassRates rates={[rate]} nameOf={nameOf} />)).toMatch(/pass@1 pass@4 trained on 50% 90%$/);
  });

  it('is told once where one attempt was all there was', () => {
    const markup = shown(<PassRates rates={[{ ...rate, k: 1, passAtK: 0.5 }]} nameOf={nameOf} />);
    expect(markup.match(/pass@1/g)).toHaveLength(1);
  });

  it('is left open while nothing is judged', () => {
    expect(shown(<PassRates rates={[{ ...rate, passAt1: null, passAtK: null }]} nameOf={nameOf} />)).toMatch(
      /trained on – –$/,
    );
  });
});

describe('the grid', () => {
  const rows = [
    {
      checkpointId: 'a',
      group: 'seen',
      taskId: 't',
      prompt: '# return twice n\ndef double(n):',
      programs: [program({ id: 'x', judgement: WRONG }), program({ id: 'y', sample: 1 })],
      counts: { total: 1, parses: 1, runs: 1, passes: 0, unsupported: 0 },
    },
  ] as const;
  const markup = renderToStaticMarkup(
    <ProgramGrid
      name="model a"
      groups={[{ group: 'seen', firstRow: 0, rows }]}
      samples={3}
      openedId="x"
      onOpen={NOTHING}
    />,
  );

  it('names every cell by its verdict, also those that are still to come', () => {
    expect([...markup.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Answer 1: wrong answer',
      'Answer 2: not judged yet',
      'Answer 3: not written yet',
    ]);
  });

  it('has one Tab stop', () => {
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
  });

  it('says which program is open', () => {
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1);
  });
});

describe('a program', () => {
  it('is shown with its verdict, the failing call, what was expected and what came', () => {
    const text = shown(<ProgramView program={program({ judgement: WRONG })} label="a task" />);
    expect(text).toContain('wrong answer double(3) gave 5, expected 6');
    expect(text).toContain('The call double(3) expected 6 gave 5');
  });

  it('has the line of its error marked, in words too', () => {
    const broken = program({ judgement: judgement('runtime error', ['4', null], { line: 3 }) });
    expect(shown(<ProgramView program={broken} label="a task" />)).toMatch(/Look at line 3: +return n \+ 2/);
  });

  it('keeps every character of what the model wrote', () => {
    const markup = renderToStaticMarkup(<PythonCode prompt="def f(n):" code={'\n    return "a" < n'} />);
    const text = markup.replace(/<\/span><span[^>]*line[^>]*>/g, '\n').replace(/<[^>]*>/g, '');
    expect(text.replace(/&quot;/g, '"').replace(/&lt;/g, '<')).toContain('return "a" < n');
  });
});

describe('the tests', () => {
  const test = { call: 'double(3)', expected: '6', actual: null, turned: false } as const;

  it('say what a call gave, or that it gave nothing', () => {
    const text = shown(
      <TestList
        tests={[
          { ...test, outcome: 'failed', actual: '5' },
          { ...test, outcome: 'failed' },
          { ...test, outcome: 'open' },
          { ...test, outcome: 'passed', actual: '6', turned: true },
        ]}
      />,
    );
    expect(text).toMatch(/must be 6 gave 5 .*gave nothing: it failed .*not run .*passes since your change$/);
  });
});

describe('the bar', () => {
  const bar = {
    ...{ failure: null, obstacle: null, done: 12, total: 80, next: 80, secondsLeft: 20 },
    ...{ onRun: NOTHING, onCancel: NOTHING },
  };

  it('shows how far the work is and how long it will take', () => {
    const text = shown(<RunBar {...bar} status="writing" />);
    expect(text).toContain('12 of 80 programs · about 20 seconds');
  });

  it.each([
    ['idle', true, false],
    ['writing', false, true],
    ['judging', false, true],
    ['done', true, false],
    ['cancelled', true, false],
    ['failed', true, false],
  ] as const)('%s: can be run %s, can be cancelled %s', (status, canRun, canCancel) => {
    const markup = renderToStaticMarkup(<RunBar {...bar} status={status} />);
    const off = [...markup.matchAll(/<button[^>]*aria-disabled="(true|false)"/g)].map((match) => match[1]);
    expect(off).toEqual([String(!canRun), String(!canCancel)]);
  });

  it('says why an evaluation failed, such as an interpreter that could not be loaded', () => {
    const failure = 'The Python interpreter could not be loaded.';
    expect(shown(<RunBar {...bar} status="failed" failure={failure} />)).toContain(failure);
  });

  it('cannot be run where no model can', () => {
    const markup = renderToStaticMarkup(<RunBar {...bar} status="idle" obstacle="unavailable" />);
    expect(markup).toMatch(/<button[^>]*aria-disabled="true"[^>]*>Run evaluation/);
    expect(markup).toContain('nothing to judge');
  });
});

it('tells what a diff removes and adds in words, and where in the line', () => {
  const markup = renderToStaticMarkup(<DiffText label="diff" before="return n + 2" after="return n * 2" />);
  expect(markup).toContain('<mark>+</mark>');
  expect(shown(<DiffText label="diff" before="return n + 2" after="return n * 2" />)).toBe(
    '− removed: return n + 2 + added: return n * 2',
  );
});

it('judges nothing by colour alone: right and wrong differ in sign and in name', () => {
  const [right, wrong] = [PASSED, WRONG].map((made) =>
    shown(<ProgramView program={program({ judgement: made })} label="" />),
  );
  expect(right).toMatch(/^✓ passed/);
  expect(wrong).toMatch(/^≠ wrong answer/);
});
