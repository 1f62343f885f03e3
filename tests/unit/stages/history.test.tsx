import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppStoreContext } from '../../../src/stages/appStore';
import { History } from '../../../src/stages/40-prompt/History';
import { historyFileName, historyJson, historyText } from '../../../src/stages/40-prompt/historyText';
import { ModelFiles } from '../../../src/stages/40-prompt/ModelFiles';
import { ownModels, savable } from '../../../src/stages/40-prompt/useModelFiles';
import type { HistoryEntry, HistoryLane } from '../../../src/store/historyState';
import { pointInfo, setUp, settled } from '../store/fakes';
import { SETTINGS } from './answers';
import { PASSED } from './evaluatePrograms';

const lane = (change: Partial<HistoryLane> = {}): HistoryLane => ({
  requestId: 'prompt#1',
  prompt: 'def f(n):',
  model: { id: 'small-fine-tuned', label: 'Fine-tuned, 700 steps', preset: 'small' },
  settings: SETTINGS,
  road: [],
  text: '\n    return n\n',
  isCut: false,
  verdict: null,
  live: null,
  ...change,
});
const entry = (lanes: readonly HistoryLane[], change: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: 'run-1',
  name: 'def f(n):',
  isRenamed: false,
  time: Date.UTC(2026, 10, 23, 8, 35),
  lanes,
  ...change,
});

describe('the history as text', () => {
  it('tells the prompt, the model, every setting, the answer and the verdict', () => {
    const verdict = { judgement: PASSED, isTested: true };
    expect(historyText([entry([lane({ verdict })])])).toBe(
      [
        'def f(n):',
        '2026-11-23 08:35 UTC',
        '',
        'Prompt:',
        '    def f(n):',
        '',
        'Answer 1: Fine-tuned, 700 steps (small); temperature 0.8, top-k 40, top-p 0.95, seed 1, at most 96 tokens',
        '',
        '        return n',
        '',
        'Python says: parses, runs, passes its tests.',
        '',
      ].join('\n'),
    );
  });

  it('repeats the prompt only where a lane has its own, and says what was given and cut', () => {
    const others = [lane({ road: [5] }), lane({ prompt: 'def g():', isCut: true, road: [5, 6] })];
    const text = historyText([entry([lane(), ...others])]);
    expect(text.match(/Prompt:/g)).toHaveLength(2);
    expect(text).toContain('its first token given\n');
    expect(text).toContain('Prompt:\n    def g():\nAnswer 3:');
    expect(text).toContain('its first 2 tokens given; cut short\n');
  });

  it('says off for settings that are, and large for the size trained offline', () => {
    const settings = { ...SETTINGS, topK: 0, topP: 1 };
    const model = { id: 'x', label: 'Pretrained', preset: 'shipped' as const };
    expect(historyText([entry([lane({ settings, model })])])).toContain(
      'Pretrained (large); temperature 0.8, top-k off, top-p off, seed 1',
    );
  });
});

describe('the history as JSON', () => {
  it('holds everything that decides an answer, whatever is written in it', () => {
    const odd = 'a"b\\\u0000\u2028</script>\u{1f98a}';
    const read: unknown = JSON.parse(
      historyJson([entry([lane({ text: odd, road: [7], live: { runId: 'r', step: 12 } })], { name: odd })]),
    );
    expect(read).toEqual({
      format: 'how-did-chatgpt-learn-to-code/history',
      version: 1,
      runs: [
        {
          name: odd,
          time: '2026-11-23T08:35:00.000Z',
          answers: [
            {
              prompt: 'def f(n):',
              model: { id: 'small-fine-tuned', label: 'Fine-tuned, 700 steps', size: 'small', step: 12 },
              settings: SETTINGS,
              road: [7],
              text: odd,
              cutShort: false,
              verdict: null,
            },
          ],
        },
      ],
    });
  });

  it('is a file named after its day', () => {
    expect(historyFileName([entry([lane()])], 'json')).toBe('prompt-history-2026-11-23.json');
    expect(historyFileName([], 'txt')).toBe('prompt-history.txt');
  });
});

describe('what the page shows', () => {
  it('of an empty history is one sentence', async () => {
    const { store, boot } = setUp();
    await boot();
    const shown = renderToStaticMarkup(
      <AppStoreContext value={store}>
        <History />
      </AppStoreContext>,
    );
    expect(shown).toContain('Every run of this visit will be listed here');
    expect(shown).not.toContain('Save as JSON');
  });

  it('of a run names every button after it, and shows markup as text', async () => {
    const { store, boot, actions, training } = setUp();
    await boot();
    actions.setPromptText('<b>bold</b>');
    actions.generateLanes();
    await settled();
    const requestId = training.last('generate')?.requestId ?? '';
    training.emit('', { type: 'generated', requestId, text: '<i>x', ended: 'endOfText', durationMs: 1 });
    await settled();
    // What a server would render is the store as it was in the beginning.
    const shown = renderToStaticMarkup(
      <AppStoreContext value={{ ...store, getInitialState: store.getState }}>
        <History />
      </AppStoreContext>,
    );
    for (const action of ['Put back', 'Rename', 'Delete'])
      expect(shown).toContain(`aria-label="${action}: &lt;b&gt;bold&lt;/b&gt;"`);
    expect(shown).toContain('&lt;i&gt;x');
    expect(shown).not.toContain('<b>');
  });

  it('of model files has a button besides the place to drop them', async () => {
    const { store, boot } = setUp();
    await boot();
    const shown = renderToStaticMarkup(
      <AppStoreContext value={{ ...store, getInitialState: store.getState }}>
        <ModelFiles />
      </AppStoreContext>,
    );
    expect(shown).toContain('Choose a file</button>');
    expect(shown).toContain('accept=".safetensors"');
    expect(shown).not.toContain('Your models on this machine');
  });
});

describe('the models there is a file of', () => {
  const own = (id: string, runId: string, step: number, file?: string) => ({
    ...{ id, runId, origin: 'run' as const, label: id, info: pointInfo({ step }) },
    ...(file !== undefined && { file }),
  });
  const shipped = { id: 's', runId: null, origin: 'shipped' as const, label: 's', info: pointInfo() };
  const untrained = {
    ...{ ...shipped, id: 'u', origin: 'untrained' as const },
    info: pointInfo({ phase: 'untrained', step: 0 }),
  };
  const points = [
    untrained,
    shipped,
    own('a0', 'a', 0),
    own('a9', 'a', 9),
    own('f', 'file-1', 500, 'f.safetensors'),
  ];

  it('are all but the untrained ones and the copies that runs began with, the reader’s own first', () => {
    expect(savable(points)).toEqual([
      { value: 'f', label: 'From a file: pretrained, step 500' },
      { value: 'a9', label: 'Yours: pretrained, step 9' },
      { value: 's', label: 'Pretrained, step 500' },
    ]);
  });

  it('are listed by run and file, and can be deleted unless their run is open', () => {
    expect(ownModels(points, 'a')).toEqual([
      {
        ...{ runId: 'file-1', id: 'f', name: 'From a file: pretrained, step 500' },
        ...{ detail: 'from the file f.safetensors', canGo: true },
      },
      {
        ...{ runId: 'a', id: 'a9', name: 'Yours: pretrained, step 9' },
        ...{ detail: '2 saved points, its run is open', canGo: false },
      },
    ]);
  });
});
