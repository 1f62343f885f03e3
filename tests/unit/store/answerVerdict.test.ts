import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setUp, settled } from './fakes';

let page = setUp();
beforeEach(async () => {
  page = setUp();
  await page.boot();
});

const FACTORIAL = '# return the factorial of n\ndef factorial(n):';
type Ended = 'endOfText' | 'maxNewTokens' | 'cancelled';

const answer = () => {
  const found = page.state().prompt.generations['prompt'];
  if (!found) throw new Error('Expected an answer');
  return found;
};

/** Asks, and gives the answer the worker gives. @returns the request's id */
async function write(prompt: string, text: string, ended: Ended = 'endOfText'): Promise<string> {
  const { settings } = page.state().prompt;
  await page.actions.generate({ laneId: 'prompt', checkpointId: 'untrained', prompt, settings });
  const { requestId } = answer();
  page.training.emit('', { type: 'generated', requestId, text, ended, durationMs: 1 });
  // The tests of the tasks are loaded when the first program is written.
  await vi.dynamicImportSettled();
  return requestId;
}

/** Python holds its verdicts back until the function is called. */
function holdVerdicts(): () => void {
  let open: () => void = () => undefined;
  page.python.gate = new Promise((resolve) => {
    open = resolve;
  });
  return () => {
    open();
  };
}

describe('the verdict on an answer', () => {
  it('is asked for once, when the program is written, with the tests of its request', async () => {
    const open = holdVerdicts();
    await write(`${FACTORIAL}\n`, '\n    return 1 #passed');
    expect(answer().verdict).toEqual({ judgement: null, isTested: true });
    open();
    await settled();
    expect(answer().verdict).toMatchObject({ judgement: { verdict: 'passed' }, isTested: true });
    expect(page.python.judged).toHaveLength(1);
    const [request] = page.python.judged;
    expect(request?.source).toBe(`${FACTORIAL}\n    return 1 #passed`);
    expect(request?.tests.length).toBeGreaterThan(0);
    expect(request?.tests[0]?.call).toMatch(/^factorial\(/);
  });

  it('is asked for when the answer ran into its limit, too', async () => {
    await write(FACTORIAL, '\n    return 1 #wrong answer', 'maxNewTokens');
    await settled();
    expect(answer().verdict?.judgement?.verdict).toBe('wrong answer');
  });

  it('is not spoken of an answer that was stopped', async () => {
    await write(FACTORIAL, '\n    ret', 'cancelled');
    await settled();
    expect(answer()).toMatchObject({ status: 'cancelled', verdict: null });
    expect(page.python.judged).toEqual([]);
  });

  it.each(['Once upon a time', '', 'The word def f(n): in a line', 'def f(n)'])(
    'is not spoken of what begins no program: %j',
    async (prompt) => {
      await write(prompt, ' and so on');
      await settled();
      expect(answer()).toMatchObject({ status: 'done', verdict: null });
      expect(page.python.judged).toEqual([]);
    },
  );

  it('says where nothing is known that the program could be tested with', async () => {
    await write('# knit a scarf\ndef knit(wool):', '\n    return wool #passed');
    await settled();
    expect(answer().verdict).toMatchObject({ judgement: { verdict: 'passed' }, isTested: false });
    expect(page.python.judged[0]?.tests).toEqual([]);
  });

  it('does not land on the answer that took its place', async () => {
    const open = holdVerdicts();
    const first = await write(FACTORIAL, '\n    return 1 #passed');
    const second = await write('Once', ' upon');
    expect(second).not.toBe(first);
    open();
    await settled();
    expect(page.python.judged).toHaveLength(1);
    expect(answer()).toMatchObject({ requestId: second, text: ' upon', verdict: null });
  });

  it('does not bring back the answer of a lane that was taken away', async () => {
    const open = holdVerdicts();
    page.actions.setPromptText(FACTORIAL);
    page.actions.addLane();
    page.actions.generateLanes();
    await settled();
    const { requestId } = page.state().prompt.generations['prompt:2'] ?? { requestId: '' };
    page.training.emit('', {
      type: 'generated',
      requestId,
      text: '\n    pass',
      ended: 'endOfText',
      durationMs: 1,
    });
    await vi.dynamicImportSettled();
    page.actions.removeLane('prompt:2');
    open();
    await settled();
    expect(page.python.judged).toHaveLength(1);
    expect(page.state().prompt.generations['prompt:2']).toBeUndefined();
  });
});

describe('an interpreter that does not load', () => {
  it('is told, and the answer stays', async () => {
    page = setUp({
      python: {
        judge: () => Promise.reject(new Error('no wasm here')),
        cancel: () => undefined,
        dispose: () => undefined,
      },
    });
    await page.boot();
    await write(FACTORIAL, '\n    return 1');
    await settled();
    expect(answer()).toMatchObject({ status: 'done', text: '\n    return 1' });
    expect(answer().verdict?.judgement).toMatchObject({
      verdict: 'not supported here',
      message: expect.stringContaining('could not be loaded'),
    });
  });
});
