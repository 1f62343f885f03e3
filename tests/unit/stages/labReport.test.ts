import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/share/decode';
import { CURVE_COLOURS, curveSvg } from '../../../src/stages/90-conclusion/report/curve';
import { labReport, type ReportInput } from '../../../src/stages/90-conclusion/report/labReport';
import type { Block, Report } from '../../../src/stages/90-conclusion/report/report';
import { reportHtml } from '../../../src/stages/90-conclusion/report/reportHtml';
import { reportMarkdown } from '../../../src/stages/90-conclusion/report/reportMarkdown';
import { ownPhase, recordedPhase } from '../../../src/stages/90-conclusion/told';
import type { AppState } from '../../../src/store/state';
import { runRecord } from '../app/samples';
import { pointInfo, setUp, settled } from '../store/fakes';
import { recordedRun } from '../store/recordingSamples';
import { program, WRONG } from './evaluatePrograms';

// A calendar behind the one in Greenwich; read when a date is first written.
process.env['TZ'] = 'America/Los_Angeles';
const PAGE = 'https://example.org/lesson/';
const NOW = new Date(Date.UTC(2026, 10, 24, 3));
const HOSTILE = '<script>alert(1)</script> | `x` [a](b) "q" & \\ &lt;b&gt; <img src=x onerror=y>';

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

const reportOf = (state: AppState, change: Partial<ReportInput> = {}): Report =>
  labReport({ state, asked: [], told: [], missing: [], name: '', now: NOW, page: PAGE, ...change });

async function report(): Promise<Report> {
  const { state } = await visited();
  const told = recordedPhase([recordedRun('fineTune')], [], 'fineTune');
  const asked = [{ id: 'a', question: HOSTILE, guess: 'g', result: null, verdict: null }];
  return reportOf(state(), { asked, told: told ? [told] : [], name: HOSTILE });
}

const blocksOf = <K extends Block['kind']>({ sections }: Report, kind: K) =>
  sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind),
  );
const textOf = (of: Report): string =>
  blocksOf(of, 'text')
    .map(({ text }) => text)
    .join('\n');
/** The states that the links of a report lead to, none of them with a fault. */
function linked(of: Report) {
  return blocksOf(of, 'link').map(({ href }) => {
    expect(href.startsWith(`${PAGE}#`)).toBe(true);
    const { state, problems } = decodeLink(href.slice(PAGE.length));
    expect(problems).toEqual([]);
    return state;
  });
}

describe('the lab report', () => {
  it('holds guesses, phases, prompts and the examination, each with its link', async () => {
    const all = await report();
    expect(all.sections.map(({ heading }) => heading)).toEqual([
      'What I expected, and what happened',
      'Fine-tuning on Python',
      'What I asked, and what it wrote',
      'The examination',
    ]);
    const links = linked(all);
    expect(links.length).toBeGreaterThan(1);
    expect(links.at(-1)).toMatchObject({ stage: 'prompt', run: true, prompt: HOSTILE });
    expect(links.at(-1)?.checkpoint).toBe('small-fine-tuned');
  });

  it('has the day of the reader’s own calendar', async () => {
    expect((await report()).about.join(' ')).toContain('November 23, 2026');
  });

  it('says of a part that could not be read that it is left out', () => {
    const all = reportOf(setUp().state(), { missing: ['pretrain', 'fineTune'] });
    expect(all.sections.map(({ heading }) => heading).slice(1, 3)).toEqual([
      'Pretraining on text',
      'Fine-tuning on Python',
    ]);
    expect(textOf(all)).toMatch(/could not be read when this report was saved, so it is left out/);
  });
});

describe('a model of the reader’s own in the report', () => {
  async function ownRun() {
    const page = setUp();
    await page.boot();
    const runId = await page.startRunning();
    const info = pointInfo({ preset: 'nano', step: 300, totalSteps: 300, seed: 7 });
    page.training.emit(runId, { type: 'saved', info, bytes: Uint8Array.of(1) });
    await settled();
    return { page, runId };
  }

  it('is not in a link, which says how to make it again', async () => {
    const { page, runId } = await ownRun();
    const record = { ...page.record(runId), step: 300, status: 'finished' as const };
    const state = { ...page.state(), runs: { ...page.state().runs, records: { [runId]: record } } };
    const told = ownPhase(state, 'pretrain');
    const all = reportOf(state, { told: told ? [told] : [] });
    const [again, ask] = linked(all);
    expect(again).toMatchObject({ stage: 'pretrain', ownModel: { preset: 'nano', steps: 300, seed: 7 } });
    expect(ask).toMatchObject({ stage: 'prompt', ownModel: { preset: 'nano', steps: 300, seed: 7 } });
    expect(textOf(all)).toContain('does not fit into this link');
    expect(textOf(all)).toContain('Pretrained, size nano, 300 steps, seed 7');
  });

  it('stands with every setting that decides its run', () => {
    const { recipe } = runRecord({});
    const own = { kind: 'ownSnippets' as const, snippets: ['def f():\n    return 1'], only: true };
    const tokenizer = { ...recipe.tokenizer, merges: [[97, 98] as const] };
    const record = runRecord({
      step: 9,
      recipe: { ...recipe, phase: 'fineTune', corpus: own, replay: 0, tokenizer },
    });
    const { runs, ...state } = setUp().state();
    const latest = { pretrain: null, fineTune: 'a' };
    const told = ownPhase({ ...state, runs: { ...runs, records: { a: record }, latest } }, 'fineTune');
    const all = reportOf({ ...state, runs }, { told: told ? [told] : [] });
    const rows = Object.fromEntries(blocksOf(all, 'table')[0]?.rows ?? []);
    expect(rows).toMatchObject({
      Size: 'nano',
      Seed: '7',
      Steps: '9 of 300',
      'Started from': 'fresh weights, drawn from the seed',
      Reading: '1 Python function of mine',
      Tokenizer: 'my own, with 258 tokens',
      'Learning rate': '0.001',
      'Stories mixed back in': '0%',
    });
    expect(blocksOf(all, 'code')[0]?.text).toBe('def f():\n    return 1');
  });
});

describe('the examination in the report', () => {
  const settings = { ...setUp().state().evaluation.settings, tasksPerGroup: 2, seed: 11 };
  const PROMPT = '# return twice n\ndef double(n):';
  async function examined(checkpointIds: readonly string[]) {
    const { state } = await visited();
    const wrong = program({ checkpointId: checkpointIds[0] ?? '', judgement: WRONG });
    const tasks = [{ group: 'seen' as const, taskId: 'plain/double', prompt: PROMPT, tests: [] }];
    const asked = { settings, checkpointIds, tasks };
    return reportOf({ ...state(), evaluation: { ...state().evaluation, asked, programs: [wrong] } });
  }

  it('has a link with its models and settings', async () => {
    const link = linked(await examined(['small-pretrained', 'small-fine-tuned'])).at(-1);
    expect(link).toMatchObject({
      stage: 'evaluate',
      checkpoint: 'small-pretrained',
      examination: { tasksPerGroup: 2, seed: 11, groups: settings.groups, beside: 'small-fine-tuned' },
    });
  });

  it('names models and tasks as the page does, never by an id', async () => {
    const all = await examined(['live']);
    const section = { ...all, sections: all.sections.filter(({ heading }) => heading === 'The examination') };
    const shown = reportHtml(section).replace(/<a [^>]*>/g, '');
    expect(shown).toContain('My model, in training at the time');
    expect(shown).toContain('One that runs and is wrong: return twice n');
    expect(shown).not.toContain('plain/double');
    expect(shown).not.toMatch(/>live</);
  });
});

describe('the wordings in the report', () => {
  const prompts = ['# larger of a and b\ndef max_of_two(a, b):', 'def max_of_two(a, b):'];
  const ids = ['commentAndName', 'nameOnly'] as const;
  const asked = {
    taskId: 'plain/max_of_two',
    checkpointId: 'small-pretrained',
    settings: { temperature: 0.5, topK: 40, topP: 0.95, seed: 3, maxNewTokens: 96 },
    examples: 0 as const,
    samples: 8,
    wordings: prompts.map((prompt, i) => ({ id: ids[i] ?? 'nameOnly', prompt, tests: [] })),
  };

  it('keep their lines, name their task, and have a link with model and settings', async () => {
    const { state } = await visited();
    const all = reportOf({ ...state(), wordings: { ...state().wordings, asked } });
    expect(blocksOf(all, 'code').map(({ text }) => text)).toEqual(expect.arrayContaining(prompts));
    expect(textOf(all)).toContain('Task: larger of a and b.');
    expect(textOf(all)).not.toContain('plain/');
    const link = linked(all).find(({ prompt }) => prompt === prompts[0]);
    expect(link).toMatchObject({
      stage: 'prompt',
      checkpoint: 'small-pretrained',
      temperature: 0.5,
      seed: 3,
    });
    expect(link?.lanes).toEqual([{ prompt: prompts[1] }]);
  });
});

describe('the report as a file', () => {
  it('runs nothing that a reader or a model wrote', async () => {
    const html = reportHtml(await report());
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&amp;lt;b&amp;gt;');
    expect(html).toContain(`default-src 'none'`);
  });

  it('is text in Markdown too, whatever signs are in it', async () => {
    const markdown = reportMarkdown(await report());
    expect(markdown).toContain(`\`\`\`\n${HOSTILE}\n\`\`\``);
    const html = await marked(markdown);
    expect(html).not.toMatch(/<script|<img/i);
    // As it was written: in a heading's place, in a cell, in a block of code.
    const asText =
      '&lt;script&gt;alert(1)&lt;/script&gt; | `x` [a](b) &quot;q&quot; &amp; \\ &amp;lt;b&amp;gt;';
    const alike = html.replaceAll('"q"', '&quot;q&quot;').replaceAll('</script>', '&lt;/script&gt;');
    expect(alike.replaceAll('>alert', '&gt;alert').split(asText).length).toBeGreaterThan(4);
    expect(html).toMatch(/<td>[^]*?alert/);
  });

  it('begins no list and no rule with what was written', async () => {
    const blocks = ['- a', '1. b', '---', '=== c'].map((text): Block => ({ kind: 'text', text }));
    const written = reportMarkdown({ title: 't', about: [], sections: [{ heading: 'h', blocks }] });
    const html = await marked(written);
    expect(html).not.toMatch(/<(?:li|hr|ol|ul)/);
    expect(html).toContain('<p>1. b</p>');
  });

  it('fences code that holds fences', () => {
    const block = { kind: 'code', label: 'x', text: 'a\n````\nb' } as const;
    const markdown = reportMarkdown({ title: 't', about: [], sections: [{ heading: 'h', blocks: [block] }] });
    expect(markdown).toContain('`````\na\n````\nb\n`````');
  });
});

describe('a curve of the report', () => {
  it('is named for who cannot see it, and has a table of its values in both forms', async () => {
    const of = await report();
    const [figure] = blocksOf(of, 'figure');
    expect(figure?.summary).toContain('4.00');
    expect(figure?.svg).toContain(`aria-label="${figure?.summary.replaceAll("'", '&#39;') ?? ''}"`);
    expect(figure?.values.rows.map(([step]) => step)).toEqual(['0', '100', '300']);
    expect(reportHtml(of)).toContain('<tr><th scope="row">100</th><td>3.00</td><td>3.00</td></tr>');
    const markdown = reportMarkdown(of);
    expect(markdown).toContain('| 100 | 3.00 | 3.00 |');
    expect(markdown).not.toContain('data:');
  });

  it('has a table of no more than twelve rows, the ends among them', () => {
    const run = recordedRun('pretrain');
    const evaluations = Array.from({ length: 100 }, (_, step) => ({
      step,
      proseBitsPerByte: 2,
      codeBitsPerByte: null,
    }));
    const told = recordedPhase([{ ...run, history: { ...run.history, evaluations } }], [], 'pretrain');
    const [figure] = blocksOf(reportOf(setUp().state(), { told: told ? [told] : [] }), 'figure');
    const steps = figure?.values.rows.map(([step]) => step);
    expect(steps).toHaveLength(12);
    expect([steps?.[0], steps?.at(-1)]).toEqual(['0', '99']);
  });

  it('is drawn in the colours of the light page, in a picture that stands alone', () => {
    const tokens = readFileSync('src/ui/tokens.css', 'utf8');
    for (const [kind, colour] of Object.entries(CURVE_COLOURS))
      expect(tokens).toMatch(new RegExp(`--${kind === 'passes' ? 'pass' : kind}: light-dark\\(${colour},`));
    const points = [
      { step: 0, value: 4 },
      { step: 10, value: 1 },
    ];
    const series = [{ kind: 'prose' as const, label: 'a < b', points }];
    const svg = curveSvg({ measure: 'loss', series, totalSteps: 10, axis: 'step', summary: '"a" < b' });
    expect(svg).toContain('aria-label="&quot;a&quot; &lt; b"');
    expect(svg).toContain('a &lt; b 1.00');
    const [, from, to] = /points="([\d.]+,[\d.]+) ([\d.]+,[\d.]+)"/.exec(svg) ?? [];
    const height = (at = '') => Number(at.split(',')[1]);
    expect(height(to)).toBeGreaterThan(height(from));
  });
});
