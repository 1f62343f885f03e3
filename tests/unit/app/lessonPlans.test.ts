import { describe, expect, it } from 'vitest';
import { minutesBefore, placeIn, planById, PLANS, STEPS } from '../../../src/app/lesson/plans';
import planWords from '../../../src/app/lesson/plans.en.md';
import { routeOf } from '../../../src/app/presenter/route';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import { LINK_PLANS, type RecordedPlace } from '../../../src/share/linkState';
import { STAGES } from '../../../src/stages/registry';
import { readRecording } from '../../../src/storage/readRecording';

const PARTS = ['', '.say', '.ask', '.answer'];

/** The steps at which a recorded run saved its model. */
function savedSteps({ preset, phase }: RecordedPlace): readonly number[] {
  const path = join(import.meta.dirname, '../../../public/recordings', `${preset}.json`);
  const { runs } = readRecording(JSON.parse(readFileSync(path, 'utf8')), preset);
  const run = runs.find(({ recipe }) => recipe.phase === phase);
  if (!run) throw new Error(`${preset} has no recorded run of ${phase}`);
  const named = run.pointIds.flatMap((id) => /-(\d+)$/.exec(id)?.[1] ?? []).map(Number);
  return [0, ...named, run.recipe.totalSteps];
}

describe('the lesson plans', () => {
  it('are the ones that links can name, of 15, 45 and 90 minutes', () => {
    expect(PLANS.map(({ id }) => id)).toEqual(LINK_PLANS);
    expect(PLANS.map(({ minutes }) => minutes)).toEqual([15, 45, 90]);
  });

  it('have a title, something to say, a question and an answer for each step, and no words without a step', () => {
    const needed = Object.keys(STEPS).flatMap((id) => PARTS.map((part) => `${id}${part}`));
    const ofPlans = PLANS.flatMap(({ id }) => [id, `${id}.about`]);
    expect(Object.keys(planWords).sort()).toEqual([...needed, ...ofPlans].sort());
  });

  it('use every step there is, each at most once, from the opening to the answer', () => {
    const used = new Set(PLANS.flatMap(({ steps }) => steps.map(({ id }) => id)));
    expect([...used].sort()).toEqual(Object.keys(STEPS).sort());
    for (const { steps } of PLANS) {
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      expect(steps[0]?.id).toBe('opening');
      expect(steps.at(-1)?.id).toBe('answer');
    }
  });

  it('open links that are read back without a word of complaint', () => {
    for (const { link } of Object.values(STEPS)) {
      expect(decodeLink(encodeLink(link))).toEqual({ state: link, problems: [] });
    }
  });

  it('look at places of the recorded runs where a model was saved', () => {
    for (const { link } of Object.values(STEPS)) {
      if (!('recording' in link) || !link.recording) continue;
      expect(savedSteps(link.recording)).toContain(link.recording.step);
    }
  });

  it('come to their last step when a link names one beyond the end', () => {
    const { plan, step } = placeIn({ id: 'short', step: 99 });
    expect(step).toBe(plan.steps.length - 1);
  });

  it('know the suggested minute of each step', () => {
    const plan = planById('short');
    expect(minutesBefore(plan, 0)).toBe(0);
    expect(minutesBefore(plan, plan.steps.length)).toBe(15);
  });
});

describe('the way of a presenter', () => {
  const lesson = { stage: 'prompt' as const, plan: null, hidden: ['strip' as const] };

  it('goes through the steps of a plan, with what the page hides and the place in the plan', () => {
    const route = routeOf({ ...lesson, plan: { id: 'short', step: 2 } }, STAGES);
    expect(route.shown).toBe(2);
    expect(route.titles).toHaveLength(planById('short').steps.length);
    expect(route.anchorOf(2)).toBe('recorded');
    expect(route.anchorOf(0)).toBeNull();
    expect(decodeLink(route.hashOf(3)).state).toMatchObject({
      present: true,
      hide: ['strip'],
      plan: { id: 'short', step: 3 },
    });
  });

  it('goes from stage to stage without a plan', () => {
    const route = routeOf(lesson, STAGES);
    expect(route.titles).toEqual(STAGES.map(({ title }) => title));
    expect(STAGES[route.shown]?.id).toBe('prompt');
    expect(decodeLink(route.hashOf(0)).state).toEqual({ stage: 'start', hide: ['strip'], present: true });
  });
});
