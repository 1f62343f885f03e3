import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/share/decode';
import { AppStoreContext } from '../../../src/stages/appStore';
import { askedHere as askedInPretrain } from '../../../src/stages/20-pretrain/asked';
import { askedHere as askedInPrompt } from '../../../src/stages/40-prompt/asked';
import Panel from '../../../src/stages/90-conclusion/Panel';
import { CURVE_COLOURS, curveSvg } from '../../../src/stages/90-conclusion/report/curve';
import { labReport } from '../../../src/stages/90-conclusion/report/labReport';
import type { Report } from '../../../src/stages/90-conclusion/report/report';
import { reportHtml } from '../../../src/stages/90-conclusion/report/reportHtml';
import { reportMarkdown } from '../../../src/stages/90-conclusion/report/reportMarkdown';
import { lossEnds, ownPhase, recordedPhase } from '../../../src/stages/90-conclusion/told';
import { GALLERY } from '../../../src/corpora/gallery';
import { point, runRecord } from '../app/samples';
import { pointInfo, setUp, settled } from '../store/fakes';
import { recordedRun } from '../store/recordingSamples';

const PAGE = 'https://example.org/lesson/';
const NOW = new Date(Date.UTC(2026, 10, 23, 8));
const HOSTILE = '<script>alert(1)</script> | `x` [a](b) "q" & \\';

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

async function visited() {
  const page = setUp({ now: () => NOW.getTime() });
  await page.boot();
  page.actions.setPromptText(HOSTILE);
  page.actions.generateLanes();
  await settled();
  const request = page.training.last('generate');
  const nothing = { promptTokens: [], seenCharacters: 0, truncated: false, vocabulary: [] };
  const requestId = request?.requestId ?? '';
  page.training.emit('', { type: 'generating', requestId, ...nothing });
  page.training.emit('', { type: 'generated', requestId, text: HOSTILE, ended: 'endOfText', durationMs: 1 });
  await settled();
  return page;
}

async function report(): Promise<Report> {
  const { state } = await visited();
  const told = recordedPhase([recordedRun('fineTune')], [], 'fineTune');
  const asked = [{ id: 'a', question: HOSTILE, guess: 'g', result: null, verdict: null }];
  return labReport({ state: state(), asked, read: null, coded: told, name: HOSTILE, now: NOW, page: PAGE });
}

describe('the lab report', () => {
  it('holds guesses, phases, prompts and the examination, each with its link', async () => {
    const { sections, about } = await report();
    expect(about.join(' ')).toContain('2026-11-23');
    expect(sections.map(({ heading }) => heading)).toEqual([
      'What I expected, and what happened',
      'Fine-tuning on Python',
      'What I asked, and what it wrote',
      'The examination',
    ]);
    const links = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'link' ? [block.href] : [])),
    );
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link.startsWith(`${PAGE}#`)).toBe(true);
      expect(decodeLink(link.slice(PAGE.length)).problems).toEqual([]);
    }
    const again = decodeLink(links.at(-1)?.slice(PAGE.length) ?? '').state;
    expect(again).toMatchObject({ stage: 'prompt', run: true, prompt: HOSTILE });
    expect(again.checkpoint).toBe('small-fine-tuned');
  });

  it('runs nothing that a reader or a model wrote', async () => {
    const html = reportHtml(await report());
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain(`default-src 'none'`);
  });

  it('keeps what was written readable as Markdown, whatever signs are in it', async () => {
    const markdown = reportMarkdown(await report());
    expect(markdown).toContain(`\`\`\`\n${HOSTILE}\n\`\`\``);
    expect(markdown).toContain('\\<script\\>');
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.replace(/\\\|/g, '').split('|').length).toBeGreaterThanOrEqual(4);
  });

  it('fences code that holds fences', () => {
    const block = { kind: 'code', label: 'x', text: 'a\n````\nb' } as const;
    const markdown = reportMarkdown({ title: 't', about: [], sections: [{ heading: 'h', blocks: [block] }] });
    expect(markdown).toContain('`````\na\n````\nb\n`````');
  });

  it('draws its curves in the colours of the light page, in a picture that stands alone', () => {
    const tokens = readFileSync('src/ui/tokens.css', 'utf8');
    for (const [kind, colour] of Object.entries(CURVE_COLOURS))
      expect(tokens).toMatch(new RegExp(`--${kind === 'passes' ? 'pass' : kind}: light-dark\\(${colour},`));
    const points = [
      { step: 0, value: 4 },
      { step: 10, value: 1 },
    ];
    const series = [{ kind: 'prose' as const, label: 'a < b', points }];
    const svg = curveSvg({ measure: 'loss', series, totalSteps: 10, axis: 'step' });
    expect(svg).toContain('a &lt; b 1.00');
    const [, from, to] = /points="([\d.]+,[\d.]+) ([\d.]+,[\d.]+)"/.exec(svg) ?? [];
    const height = (at = '') => Number(at.split(',')[1]);
    expect(height(to)).toBeGreaterThan(height(from));
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
