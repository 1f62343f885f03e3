import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppStoreContext } from '../../../src/stages/appStore';
import { ExpectedNote } from '../../../src/stages/recorded/ExpectedNote';
import { RecordedRun } from '../../../src/stages/recorded/RecordedRun';
import { UseModel } from '../../../src/stages/recorded/UseModel';
import { behind } from '../../../src/stages/recorded/useRecording';
import type { Recording } from '../../../src/protocol/storage';
import { FakeStorage, pointInfo, setUp, settled, SHIPPED } from '../store/fakes';
import { RECORDING, recordedRun } from '../store/recordingSamples';

const NANO = (['pretrained', 'fineTuned'] as const).flatMap((phase) =>
  [100, 300].map((step) => {
    const name = `nano-${phase === 'pretrained' ? 'pretrained' : 'fine-tuned'}`;
    const info = pointInfo({ phase, preset: 'nano', parameterCount: 155_392, step, totalSteps: 300 });
    return { id: step === 300 ? name : `${name}-${step}`, file: 'x', bytes: 320_000, info };
  }),
);

/** A page that has read the list of models and this recording of nano; where that is null, none came with the app. */
async function page(recording: Recording | null = RECORDING, shipped = [...NANO, ...SHIPPED]) {
  const storage = new FakeStorage();
  storage.shipped = shipped;
  if (recording) storage.recordings.set('nano', recording);
  const { store, actions, boot } = setUp({ storage });
  await boot();
  await actions.loadRecording('nano');
  await settled();
  // Markup made without a page is that of a store's first state, unless this is it.
  const api = { ...store, getInitialState: store.getState };
  const show = (element: ReactElement): string =>
    renderToStaticMarkup(<AppStoreContext value={api}>{element}</AppStoreContext>);
  return { actions, store, show };
}

const panel = (phase: 'pretrain' | 'fineTune') => (
  <RecordedRun phase={phase}>{(sample) => <p>{`wrote: ${sample.text}`}</p>}</RecordedRun>
);

describe('a recorded run to drag through', () => {
  it('offers every size with its weights and steps, and says whose run it is', async () => {
    const markup = (await page()).show(panel('pretrain'));
    expect(markup).toContain('155,000 weights, 300 steps');
    expect(markup).toContain('400,000 weights, 500 steps');
    expect(markup).toContain('made earlier with seed 7, by the same code');
  });

  it('opens at the last saved point and names each stop by its step', async () => {
    const markup = (await page()).show(panel('pretrain'));
    expect(markup).toContain('aria-valuetext="step 300 of 300"');
    expect(markup).toMatch(/type="range"[^>]*min="0"[^>]*max="2"/);
    expect(markup).toContain('wrote: at 300');
    expect(markup).toContain('1.00 bits per byte');
    expect(markup).not.toContain('programs');
  });

  it('tells how well the stories of a saved point hold together', async () => {
    const markup = (await page()).show(panel('pretrain'));
    expect(markup).toContain(
      '96% of the words are real, 75% of 40 pronouns agree, 50% of 20 things were introduced before',
    );
  });

  it('says nothing of stories that were not measured, or hold nothing to check', async () => {
    const run = recordedRun('pretrain');
    const nothing = { checked: 0, right: 0 };
    const bare = run.stories.map((measure) => ({ ...measure, pronouns: nothing, things: nothing }));
    const unmeasured = await page({ ...RECORDING, runs: [{ ...run, stories: [] }] });
    expect(unmeasured.show(panel('pretrain'))).not.toContain('Its stories');
    const unchecked = (await page({ ...RECORDING, runs: [{ ...run, stories: bare }] })).show(
      panel('pretrain'),
    );
    expect(unchecked).toContain('96% of the words are real</dd>');
  });

  it('tells of code what came of its programs', async () => {
    const { actions, show } = await page();
    actions.editDraft('fineTune', { startFrom: 'nano-pretrained' });
    expect(show(panel('fineTune'))).toContain('of 32 programs 50% parse, 25% run, 13% pass their tests');
  });

  it('says what is wrong with a damaged recording, and offers to try again', async () => {
    const storage = new FakeStorage();
    storage.shipped = NANO;
    const { store, actions, boot } = setUp({ storage });
    await boot();
    storage.trouble = new Error('The recording is damaged.');
    await actions.loadRecording('nano');
    const api = { ...store, getInitialState: store.getState };
    const markup = renderToStaticMarkup(<AppStoreContext value={api}>{panel('pretrain')}</AppStoreContext>);
    expect(markup).toContain('The recording is damaged.');
    expect(markup).toContain('Try again');
  });

  it('is not there where no recording came with the app', async () => {
    expect((await page(null, NANO)).show(panel('pretrain'))).toBe('');
  });
});

describe('the button that takes a saved point', () => {
  it('says how much it fetches, and of random weights that nothing is', async () => {
    const { store, show } = await page();
    const use = (id: string): string => {
      const point = store.getState().checkpoints.points.find((one) => one.id === id);
      if (!point) throw new Error(`Expected a point ${id}`);
      return show(<UseModel point={point} name={`model ${id}`} />);
    };
    expect(use('nano-pretrained')).toContain('Fetches 320 kB');
    expect(use('nano-pretrained')).toContain('aria-label="Use this model: model nano-pretrained"');
    expect(use('untrained-nano')).toContain('nothing to fetch');
  });

  it('gives way to the next step once its model is current', async () => {
    const { actions, store, show } = await page();
    actions.selectCheckpoint('nano-pretrained');
    const point = store.getState().checkpoints.points.find(({ id }) => id === 'nano-pretrained');
    if (!point) throw new Error('Expected the point that was chosen');
    const markup = show(<UseModel point={point} name="it" />);
    expect(markup).toContain('This is the current model.');
    expect(markup).not.toContain('Fetches');
  });
});

describe('what to expect', () => {
  const note = (isAlike: boolean, isBefore: boolean): string =>
    renderToStaticMarkup(
      <ExpectedNote
        phase="fineTune"
        expected={{ run: recordedRun('fineTune'), isAlike }}
        isBefore={isBefore}
      />,
    );

  it('is said before anything was trained, and with the settings where they differ', () => {
    expect(note(true, true)).toMatch(/Nothing has been trained here yet\..*seed 7.*same settings/);
    expect(note(false, false)).toContain('300 steps, learning rate 0.008, 10% stories');
    expect(note(false, false)).not.toContain('Nothing has been trained');
  });

  it('reaches no further than the run goes', () => {
    const points = [0, 100, 300].map((step) => ({ step, value: 1 }));
    const [line] = behind([{ kind: 'prose', label: 'Recorded run', points }], 200);
    expect(line?.points.map(({ step }) => step)).toEqual([0, 100]);
    expect(line?.recorded).toBe(true);
  });
});
