/**
 * `npm run lighthouse`: what opening and using the built page costs, against what was promised. Every figure is the
 * best of three, so that what else the machine does counts less.
 *
 *   npm run lighthouse                  all parts
 *   npm run lighthouse -- audits        only some parts: audits, loading, tasks
 *   SITE=folder npm run lighthouse      another build than the one in dist
 */
import { chromium, type Browser } from 'playwright';
import { findChromium } from './chromium.mjs';
import { audit, CATEGORIES, type Audited, type Category } from './lighthouse/audits';
import { firstVisit } from './lighthouse/loading';
import { longestTasks, OCCUPATIONS } from './lighthouse/longTasks';
import { serveFolder } from './lighthouse/staticHost';

const ROUNDS = 3;
const PARTS = ['audits', 'loading', 'tasks'] as const;

/** Least score of each page. The speaker's window is nobody's first page, and asks not to be indexed. */
const PAGES: Readonly<Record<string, Partial<Record<Category, number>>>> = {
  'index.html': { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 },
  'teach.html': { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 },
  'speaker.html': { accessibility: 100, 'best-practices': 100 },
};
const MOST = { bytes: 350_000, largestPaintMs: 1500, layoutShift: 0.05, taskMs: 50 } as const;

/** Prints one line of the result, and fails the run when it does not hold. */
function claim(name: string, measured: string, expected: string, holds: boolean): void {
  console.log(`${holds ? 'PASS' : 'FAIL'}  ${name}: ${measured}, expected ${expected}`);
  if (!holds) process.exitCode = 1;
}

async function repeat<T>(measure: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let i = 0; i < ROUNDS; i++) all.push(await measure());
  return all;
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const least = <T>(all: readonly T[], of: (one: T) => number): number => Math.min(...all.map(of));

async function claimScores(url: string, executablePath: string): Promise<void> {
  for (const [page, expected] of Object.entries(PAGES)) {
    const rounds: Audited[] = await repeat(() => audit(`${url}${page}`, executablePath));
    for (const category of CATEGORIES) {
      const wanted = expected[category];
      if (wanted === undefined) continue;
      const scores = rounds.map((round) => round.scores[category]);
      const best = Math.max(...scores);
      claim(`${page}, ${category}`, `${best} (${scores.join(', ')})`, `at least ${wanted}`, best >= wanted);
    }
    for (const loss of new Set(rounds.flatMap(({ losses }) => losses)))
      console.log(`      ${page} lost points by ${loss}`);
  }
}

async function claimLoading(browser: Browser, url: string): Promise<void> {
  const visits = await repeat(() => firstVisit(browser, url));
  const bytes = least(visits, (visit) => visit.bytesWithFonts);
  const script = least(visits, (visit) => visit.bytesAtFirstPaint);
  claim(
    'over the wire until first paint, with every font',
    `${kB(bytes)} (${kB(script)} of it arrived before the paint)`,
    `at most ${kB(MOST.bytes)}`,
    bytes <= MOST.bytes,
  );
  const tooEarly = new Set(visits.flatMap((visit) => visit.tooEarly));
  claim(
    'workers, interpreter and weights asked for before',
    [...tooEarly].join(', ') || 'none',
    'none',
    tooEarly.size === 0,
  );
  console.log(`      first paint after ${least(visits, ({ firstPaintMs }) => firstPaintMs).toFixed(0)} ms`);
  const paint = least(visits, (visit) => visit.largestPaintMs);
  claim(
    'largest paint',
    `${paint.toFixed(0)} ms`,
    `under ${MOST.largestPaintMs} ms`,
    paint < MOST.largestPaintMs,
  );
  const shift = least(visits, (visit) => visit.layoutShift);
  claim('layout shift', shift.toFixed(4), `under ${MOST.layoutShift}`, shift < MOST.layoutShift);
}

async function claimTasks(browser: Browser, url: string): Promise<void> {
  const rounds = await repeat(() => longestTasks(browser, url));
  for (const occupation of OCCUPATIONS) {
    const all = rounds.map((round) => round[occupation]).toSorted((a, b) => a.cpuMs - b.cpuMs);
    const [best] = all;
    if (!best) throw new Error('expected at least one round');
    const cpu = all.map(({ cpuMs }) => cpuMs.toFixed(0)).join(', ');
    const wall = all.map(({ wallMs }) => wallMs.toFixed(0)).join(', ');
    const measured = `${best.cpuMs.toFixed(0)} ms of its thread (${cpu}; on the wall ${wall})`;
    claim(
      `longest task while ${occupation}`,
      measured,
      `at most ${MOST.taskMs} ms`,
      best.cpuMs <= MOST.taskMs,
    );
    console.log(`      ${best.where}`);
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const strange = args.find((arg) => !PARTS.some((part) => part === arg));
  if (strange !== undefined) throw new Error(`expected parts among ${PARTS.join(', ')}, got "${strange}"`);
  const wanted = (part: (typeof PARTS)[number]): boolean => args.length === 0 || args.includes(part);
  const executablePath = findChromium() ?? chromium.executablePath();
  const host = await serveFolder(process.env['SITE'] ?? 'dist');
  // No flags of the tests: they draw the page itself with software WebGL, which no reader's browser does.
  const browser = await chromium.launch({ args: ['--no-sandbox'], executablePath });
  try {
    if (wanted('audits')) await claimScores(host.url, executablePath);
    if (wanted('loading')) await claimLoading(browser, host.url);
    if (wanted('tasks')) await claimTasks(browser, host.url);
  } finally {
    await browser.close();
    host.close();
  }
}
