import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppStoreContext } from '../../../src/stages/appStore';
import { RecordedRun } from '../../../src/stages/recorded/RecordedRun';
import { FakeStorage, pointInfo, setUp, settled } from '../store/fakes';
import { RECORDING } from '../store/recordingSamples';

const NANO = [100, 300].map((step) => ({
  id: step === 300 ? 'nano-pretrained' : 'nano-pretrained-100',
  file: 'x',
  bytes: 1,
  info: pointInfo({ preset: 'nano', step, totalSteps: 300 }),
}));

/** The recorded pretraining of a page that was opened by a link. */
async function opened(initialHash: string): Promise<string> {
  const storage = new FakeStorage();
  storage.shipped = NANO;
  storage.recordings.set('nano', RECORDING);
  const { store, actions, boot } = setUp({ storage, initialHash });
  await boot();
  await actions.loadRecording('nano');
  await settled();
  const api = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <AppStoreContext value={api}>
      <RecordedRun phase="pretrain">{(sample) => <p>{sample.text}</p>}</RecordedRun>
    </AppStoreContext>,
  );
}

describe('a recorded run that a link leads to', () => {
  it.each([
    ['a saved point', '#v=2&rec=nano.pretrain.100', 'step 100 of 300'],
    ['the saved point before a step between two', '#v=2&rec=nano.pretrain.250', 'step 100 of 300'],
    ['the end, for a step beyond it', '#v=2&rec=nano.pretrain.9000', 'step 300 of 300'],
    ['the end, where the link means the other phase', '#v=2&rec=nano.fineTune.100', 'step 300 of 300'],
  ])('opens at %s', async (_, hash, stop) => {
    expect(await opened(hash)).toContain(`aria-valuetext="${stop}"`);
  });
});
