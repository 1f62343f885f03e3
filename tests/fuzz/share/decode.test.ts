import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded } from '../../unit/share/decoded';
import { encodeLink } from '../../../src/share/encode';
import {
  LINK_BACKENDS,
  LINK_EXAMINATION_LIMITS,
  LINK_GROUPS,
  LINK_HIDABLE,
  LINK_LIMITS,
  LINK_STAGES,
  MAX_LINK_LANES,
  MAX_LINK_PROMPT,
  ROAD_LIMITS,
  type LinkLane,
  type LinkState,
} from '../../../src/share/linkState';

const KEYS = [
  'v',
  'stage',
  'p',
  't',
  'k',
  'tp',
  'seed',
  'n',
  'c',
  'own',
  'b',
  'on',
  'run',
  'cut',
  'less',
  'z',
  'lanes',
  'hide',
  'present',
  'rec',
  'exam',
  '2t',
  '2z',
  '3p',
  '2road',
  '4own',
  '2__proto__',
  '__proto__',
  'constructor',
  'constructor.prototype',
  'toString',
];
const VALUES = [
  '1',
  '0',
  '-1',
  'NaN',
  'Infinity',
  '1e308',
  '__proto__',
  'constructor',
  '{"__proto__":{"polluted":1}}',
  '%',
  '%E0%A4',
  '%00',
  'fineTuned.nano.4.7',
  'small.fineTune.400',
  'far.seen.__proto__~5~16~0.8~40~0.95~7~small-pretrained',
  'seen~5~16~NaN~40~0.95~7~',
  '3',
  'strip.notes.__proto__',
  'abcDEF_-09',
  '<script>',
];

const part = fc
  .tuple(
    fc.oneof(fc.constantFrom(...KEYS), fc.string()),
    fc.constantFrom('=', '', '=='),
    fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary' })),
  )
  .map((pieces) => pieces.join(''));
const crafted = fc.array(part, { maxLength: 80 }).map((parts) => `#${parts.join('&')}`);

/** A valid link with one stretch of it replaced. */
const mutated = fc
  .tuple(fc.nat(400), fc.nat(12), fc.string({ unit: 'binary', maxLength: 12 }))
  .map(([at, length, text]) => {
    const link = encodeLink({
      stage: 'prompt',
      prompt: 'def f(n): é',
      temperature: 0.5,
      topK: 4,
      seed: 9,
      checkpoint: 'small-fine-tuned',
      run: true,
      lanes: [{ prompt: 'def f(n): è '.repeat(20), seed: 4, road: [1, 500, 5000] }, { temperature: 0 }],
      hide: ['strip', 'notes'],
      present: true,
      question: 'three-ages',
      recording: { preset: 'small', phase: 'fineTune', step: 400 },
      examination: {
        ...{ groups: ['seen', 'near'], tasksPerGroup: 5, samplesPerTask: 16, beside: 'small-pretrained' },
        ...{ temperature: 0.8, topK: 40, topP: 0.95, seed: 7 },
      },
    });
    return link.slice(0, at % link.length) + text + link.slice((at % link.length) + length);
  });

function expectAskedInRange(asked: LinkState | LinkLane): void {
  for (const name of ['temperature', 'topK', 'topP', 'seed', 'maxNewTokens'] as const) {
    const value = asked[name];
    if (value === undefined) continue;
    expect(value).toBeGreaterThanOrEqual(LINK_LIMITS[name].min);
    expect(value).toBeLessThanOrEqual(LINK_LIMITS[name].max);
  }
  if (asked.checkpoint !== undefined) expect(asked.checkpoint).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/i);
  if (asked.prompt === undefined) return;
  expect(asked.prompt.length).toBeLessThanOrEqual(MAX_LINK_PROMPT);
  expect(asked.prompt).not.toMatch(/\p{Surrogate}/u);
}

function expectInRange(state: LinkState): void {
  const { lanes = [], hide = [], recording } = state;
  for (const asked of [state, ...lanes]) expectAskedInRange(asked);
  expect(lanes.length).toBeLessThanOrEqual(MAX_LINK_LANES);
  for (const { road = [] } of lanes) {
    expect(road.length).toBeLessThanOrEqual(ROAD_LIMITS.tokens);
    expect(road.every((id) => Number.isInteger(id) && id >= 0 && id <= ROAD_LIMITS.id)).toBe(true);
  }
  expect(hide).toEqual(LINK_HIDABLE.filter((part) => hide.includes(part)));
  if (state.examination) {
    const { groups, beside, ...numbers } = state.examination;
    expect(groups).toEqual(LINK_GROUPS.filter((group) => groups.includes(group)));
    expect(groups.length).toBeGreaterThan(0);
    if (beside !== undefined) expect(beside).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/i);
    for (const [name, { min, max }] of Object.entries(LINK_EXAMINATION_LIMITS)) {
      const value = numbers[name as keyof typeof numbers];
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  }
  if (recording) expect(recording.step).toBeLessThanOrEqual(1_000_000);
  if (state.question !== undefined) expect(state.question).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
  if (state.stage !== undefined) expect(LINK_STAGES).toContain(state.stage);
  if (state.backend !== undefined) expect(LINK_BACKENDS).toContain(state.backend);
  if (state.answeredOn !== undefined) expect(LINK_BACKENDS).toContain(state.answeredOn);
}

/** How long a hash takes; measured again where it took long, as the machine may have been at something else. */
function decodingMs(hash: string): number {
  let leastMs = Infinity;
  for (let attempt = 0; attempt < 3 && leastMs > 25; attempt++) {
    const startMs = performance.now();
    decoded(hash);
    leastMs = Math.min(leastMs, performance.now() - startMs);
  }
  return leastMs;
}

describe('decodeLink on hostile hashes', () => {
  it('never throws, gives values in range, and touches no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    let slowestMs = 0;
    fc.assert(
      fc.property(fc.oneof(crafted, mutated, fc.string({ unit: 'binary', maxLength: 300 })), (hash) => {
        const { state, problems } = decoded(hash);
        slowestMs = Math.max(slowestMs, decodingMs(hash));
        expectInRange(state);
        expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
        expect(problems.every((problem) => problem.length < 200)).toBe(true);
        // What was understood can be sent on, and means the same.
        expect(decoded(encodeLink(state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 50_000, seed: 7 },
    );
    expect(slowestMs).toBeLessThan(50);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(Object.getOwnPropertyDescriptor({}, 'polluted')).toBeUndefined();
  });
});
