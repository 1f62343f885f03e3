import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AppStoreContext } from '../../../src/stages/appStore';
import { askedHere as askedInPretrain } from '../../../src/stages/20-pretrain/asked';
import { askedHere as askedInPrompt } from '../../../src/stages/40-prompt/asked';
import { fileDay } from '../../../src/stages/90-conclusion/Keep';
import Panel from '../../../src/stages/90-conclusion/Panel';
import { lossEnds, ownPhase, recordedPhase } from '../../../src/stages/90-conclusion/told';
import { tellingOf } from '../../../src/stages/90-conclusion/useConclusion';
import { GALLERY } from '../../../src/corpora/gallery';
import { point, runRecord } from '../app/samples';
import { pointInfo, setUp } from '../store/fakes';
import { RECORDING, recordedRun } from '../store/recordingSamples';

const evaluations = [
  { step: 0, proseBitsPerByte: 4, codeBitsPerByte: null },
  { step: 300, proseBitsPerByte: 1, codeBitsPerByte: null },
];
const samples = [
  { step: 0, prompt: 'Once', text: ' ##', realWords: 0.1 },
  { step: 300, prompt: 'Once', text: ' upon a time', realWords: 1 },
];

describe('the life that is told', () => {
  const none = { drafts: setUp().state().runs.drafts, goesOn: false, activeRunId: null };
  const runsOf = (record: ReturnType<typeof runRecord> | null) => ({
    ...none,
    records: record ? { a: record } : {},
    latest: { pretrain: record ? 'a' : null, fineTune: null },
  });
  const checkpoints = (points: readonly ReturnType<typeof point>[]) => ({
    points,
    currentId: 'live',
    status: 'ready' as const,
  });

  it("is the reader's run, with the point it was saved at", () => {
    const own = point({ id: 'own-a-300', origin: 'run', runId: 'a', phase: 'pretrained', step: 300 });
    const record = runRecord({ step: 300, status: 'finished', evaluations, samples });
    const told = ownPhase({ runs: runsOf(record), checkpoints: checkpoints([own]) }, 'pretrain');
    expect(told).toMatchObject({ isOwn: true, steps: 300, seed: 7, pointId: 'own-a-300' });
    expect(told && lossEnds(told, 'proseBitsPerByte')).toEqual([4, 1]);
    expect(told && lossEnds(told, 'codeBitsPerByte')).toBeNull();
  });

  it('is put together from saved points when the run itself is gone', () => {
    const at = (step: number) => ({
      ...point({ id: `own-a-${step}`, origin: 'run', runId: 'a', phase: 'pretrained', step }),
      info: {
        ...pointInfo({ step }),
        evaluation: evaluations.find((evaluation) => evaluation.step === step) ?? null,
        sample: samples.find((sample) => sample.step === step) ?? null,
      },
    });
    const told = ownPhase({ runs: runsOf(null), checkpoints: checkpoints([at(0), at(300)]) }, 'pretrain');
    expect(told).toMatchObject({ isOwn: true, steps: 300, recipe: null, samples, evaluations });
  });

  it('is nobody’s while nothing was trained, and a model from a file was not trained here', () => {
    const file = {
      ...point({ id: 'f', origin: 'run', runId: 'f', phase: 'pretrained', step: 9 }),
      file: 'a.pt',
    };
    expect(ownPhase({ runs: runsOf(null), checkpoints: checkpoints([file]) }, 'pretrain')).toBeNull();
  });

  it('is a recorded one where there is no own, and says so', () => {
    const runs = [recordedRun('pretrain'), recordedRun('fineTune')];
    expect(recordedPhase(runs, [], 'fineTune')).toMatchObject({
      phase: 'fineTune',
      isOwn: false,
      steps: 300,
    });
    expect(recordedPhase([], [], 'fineTune')).toBeNull();
  });
});

describe('what was asked', () => {
  it('has a result once the run it is about is over, and not before', () => {
    const lesson = { ...setUp().state().lesson, predictions: { 'pretrain/real-words': 'within300' } };
    const measured = [
      { step: 0, prompt: '', text: '', realWords: 0.2 },
      { step: 200, prompt: '', text: '', realWords: 0.9 },
    ];
    const asked = (status: 'running' | 'finished') => {
      const { runs } = setUp().state();
      const record = runRecord({ step: 300, status, samples: measured });
      const latest = { pretrain: 'a', fineTune: null };
      return askedInPretrain({ lesson, runs: { ...runs, records: { a: record }, latest } })[0];
    };
    expect(asked('running')).toMatchObject({ guess: '101 to 300', result: null, verdict: null });
    expect(asked('finished')).toMatchObject({ verdict: 'right' });
    expect(asked('finished')?.result).toContain('200');
  });

  it('in the gallery is what was guessed there; a guess that no answer has is left out', () => {
    const [preset] = GALLERY;
    if (!preset) throw new Error('The gallery is empty.');
    const lesson = setUp().state().lesson;
    const of = (guess: string) =>
      askedInPrompt({ lesson: { ...lesson, predictions: { [`gallery.${preset.id}`]: guess } } });
    expect(of(String(preset.answer))).toMatchObject([{ verdict: 'right' }]);
    expect(of(String((preset.answer + 1) % preset.options))).toMatchObject([{ verdict: 'wrong' }]);
    expect([of('99'), of('x'), of('')].map((asked) => asked.length)).toEqual([0, 0, 1]);
  });
});

describe('what can be told of a phase', () => {
  const checkpoints = { points: [], currentId: 'live', status: 'ready' as const };
  const telling = (known: Parameters<typeof tellingOf>[0], isListed = true) =>
    tellingOf(known, isListed, checkpoints, 'pretrain').status;

  it('tells what is being read from what could not be read, and from what there is none of', () => {
    expect(telling(undefined)).toBe('loading');
    expect(telling({ status: 'loading' })).toBe('loading');
    expect(telling({ status: 'failed', reason: 'x' })).toBe('failed');
    expect(telling({ status: 'ready', recording: null })).toBe('missing');
    expect(telling({ status: 'ready', recording: RECORDING })).toBe('told');
    expect(telling(undefined, false)).toBe('missing');
  });
});

/** The page as it stands, with what a store holds by now. */
function shown({ store }: ReturnType<typeof setUp>): string {
  const api = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <AppStoreContext value={api}>
      <Panel />
    </AppStoreContext>,
  );
}
const SAVING = /<button[^>]*>Save as a web page/;

describe('saving the report', () => {
  it('waits while what was recorded is being read', async () => {
    const page = setUp();
    await page.boot();
    expect(SAVING.exec(shown(page))?.[0]).toContain('disabled');
    expect(shown(page)).toContain('The report is ready once everything above is there.');
  });

  it('is possible when it could not be read, which is said with a way to try again', async () => {
    const page = setUp();
    await page.boot();
    page.storage.trouble = new Error('The recording did not come.');
    await page.actions.loadRecording('small');
    const markup = shown(page);
    expect(markup).toContain('The recording did not come.');
    expect(markup).toContain('Try again');
    expect(SAVING.exec(markup)?.[0]).not.toContain('disabled');
    expect(markup).toContain('The report is saved without it, and says so.');
    expect(markup).not.toContain('Reading what was recorded');
  });

  it('is possible without any recording', async () => {
    const page = setUp();
    await page.boot();
    await page.actions.loadRecording('small');
    expect(SAVING.exec(shown(page))?.[0]).not.toContain('disabled');
    expect(shown(page)).toContain('You have not trained a model yet');
  });

  it('names the file after the day on the reader’s calendar', () => {
    expect(fileDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('guesses of an earlier visit', () => {
  it('are asked about, and count only when the reader says so', async () => {
    const page = setUp();
    const kept = { [`gallery.${GALLERY[0]?.id ?? ''}`]: '0' };
    page.storage.preferences.set('predictions', JSON.stringify(kept));
    await page.boot();
    expect(shown(page)).toContain('An earlier visit left guesses on this machine.');
    expect(askedInPrompt(page.state())).toEqual([]);
    page.actions.keepEarlierGuesses();
    expect(shown(page)).not.toContain('An earlier visit');
    expect(askedInPrompt(page.state())).toHaveLength(1);
  });
});

describe('the page', () => {
  it('is whole on a machine where nothing was done', () => {
    const { store } = setUp();
    const markup = renderToStaticMarkup(
      <AppStoreContext value={store}>
        <Panel />
      </AppStoreContext>,
    );
    expect(markup).toContain('So, how did it learn to code?');
    expect(markup).toContain('You have not asked it for anything on this visit.');
    expect(markup).not.toContain('{{');
  });
});
