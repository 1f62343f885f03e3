import { describe, expect, it, vi } from 'vitest';
import { minutesBefore, placeIn, planById, PLANS, STEPS, type StepId } from '../../../src/app/lesson/plans';
import planWords from '../../../src/app/lesson/plans.en.md';
import { routeOf } from '../../../src/app/presenter/route';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import { LINK_PLANS, type RecordedPlace } from '../../../src/share/linkState';
import { STAGES } from '../../../src/stages/registry';
import { readRecording } from '../../../src/storage/readRecording';
import { readManifest } from '../../../src/storage/readStored';
import type { AppState } from '../../../src/store/state';
import { FakeStorage, setUp, settled } from '../store/fakes';

const PARTS = ['', '.say', '.ask', '.answer'];

const PUBLIC = join(import.meta.dirname, '../../../public');

/** A page with the models that ship, which was opened with this link. */
async function opened(initialHash: string) {
  const storage = new FakeStorage();
  storage.shipped = readManifest(JSON.parse(readFileSync(join(PUBLIC, 'checkpoints/manifest.json'), 'utf8')));
  const page = setUp({ storage, initialHash });
  await page.boot();
  await settled();
  return page;
}

/** Presses the button of the examination, and waits until it has begun. */
async function examined({ actions, state }: Awaited<ReturnType<typeof opened>>): Promise<void> {
  void actions.runEvaluation();
  await vi.waitFor(() => expect(state().evaluation.asked).not.toBeNull(), 20_000);
}

/** The address of a step, as a presenter opens it. */
const hashOf = (id: StepId): string =>
  encodeLink({ ...STEPS[id].link, present: true, plan: { id: 'double', step: 3 } });

/** All that a step shows, of which another one could leave something behind. */
const seen = ({ lesson, prompt, checkpoints }: AppState) => ({
  stage: lesson.stage,
  question: lesson.question,
  asked: [prompt.text, prompt.settings, prompt.beside],
  model: checkpoints.currentId,
});

const ALL: readonly StepId[] = planById('double')
  .steps.map(({ id }) => id)
  .concat('renamed', 'mistake');
/** The class trains its own model there. */
const OWN: readonly StepId[] = ['trainStories', 'trainCode'];

/** The steps at which a recorded run saved its model. */
function savedSteps({ preset, phase }: RecordedPlace): readonly number[] {
  const path = join(PUBLIC, 'recordings', `${preset}.json`);
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

describe('a step of a lesson', () => {
  it.each(ALL.filter((id) => !OWN.includes(id)))(
    'shows the same whatever was open before: %s',
    async (id) => {
      const fresh = seen((await opened(hashOf(id))).state());
      const page = await opened(hashOf('opening'));
      for (const before of ALL) {
        page.actions.openLink(hashOf(before));
        page.actions.openLink(hashOf(id));
        expect(seen(page.state()), `after ${before}`).toEqual(fresh);
      }
      expect(page.notices()).toEqual([]);
    },
  );

  it('examines the model that learned to write code, whoever was asked before', async () => {
    const page = await opened(hashOf('cold'));
    expect(page.state().checkpoints.currentId).not.toBe('small-fine-tuned');
    page.actions.openLink(hashOf('exam'));
    await examined(page);
    expect(page.state().evaluation.asked?.checkpointIds).toEqual(['small-fine-tuned']);
  });

  it('leaves the examination where it is when its programs are to be repaired', async () => {
    const page = await opened(hashOf('exam'));
    await examined(page);
    const { evaluation } = page.state();
    page.actions.openLink(hashOf('repair'));
    expect(page.state().evaluation).toBe(evaluation);
  });

  it.each(OWN)('leaves the model of the class alone and asks no question: %s', async (id) => {
    const page = await opened(hashOf('steers'));
    page.actions.selectCheckpoint('nano-pretrained');
    page.actions.openLink(hashOf(id));
    expect(seen(page.state())).toMatchObject({ question: null, model: 'nano-pretrained' });
  });
});

describe('the way of a presenter', () => {
  const lesson = { stage: 'prompt' as const, plan: null, hidden: ['strip' as const], question: null };

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

  it('knows when the page does not show the step any more', () => {
    const plan = { id: 'short', step: 5 } as const;
    const at = (change: object) => routeOf({ ...lesson, plan, ...change }, STAGES).isShown;
    expect(at({ question: 'three-ages' })).toBe(true);
    expect(at({ question: null })).toBe(false);
    expect(at({ question: 'three-ages', stage: 'tokenize' })).toBe(false);
  });

  it('goes from stage to stage without a plan', () => {
    const route = routeOf(lesson, STAGES);
    expect(route.titles).toEqual(STAGES.map(({ title }) => title));
    expect(STAGES[route.shown]?.id).toBe('prompt');
    expect(decodeLink(route.hashOf(0)).state).toEqual({ stage: 'start', hide: ['strip'], present: true });
  });
});
