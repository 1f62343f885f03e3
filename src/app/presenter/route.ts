import { text } from '../../content/narrative';
import { encodeLink } from '../../share/encode';
import type { PlanPlace } from '../../share/linkState';
import type { Stage } from '../../stages/stage';
import type { LessonSlice } from '../../store/state';
import { placeIn, STEPS, type Plan, type StepView } from '../lesson/plans';
import planWords from '../lesson/plans.en.md';

/** What a presenter walks through: the steps of a lesson, or without one the stages. */
export interface Route {
  readonly plan: Plan | null;
  readonly titles: readonly string[];
  /** The step that is open. */
  readonly shown: number;
  /** Whether the page still shows what this step is about: the reader may have gone elsewhere. */
  readonly isShown: boolean;
  /** The address of a step: of the lesson, with what the presenter's page hides. */
  hashOf(step: number): string;
  /** Id of the part of the page the step is about; null for its beginning. */
  anchorOf(step: number): string | null;
}

type Lesson = Pick<LessonSlice, 'stage' | 'plan' | 'hidden' | 'question'>;

function planRoute({ id, step: wished }: PlanPlace, { stage, question, hidden: hide }: Lesson): Route {
  const { plan, step: shown } = placeIn({ id, step: wished });
  const viewOf = (step: number): StepView => STEPS[plan.steps[step]?.id ?? 'opening'];
  const { link } = viewOf(shown);
  return {
    plan,
    shown,
    isShown: link.stage === stage && (link.question ?? null) === question,
    titles: plan.steps.map((step) => text(planWords, step.id)),
    hashOf: (step) => encodeLink({ ...viewOf(step).link, hide, present: true, plan: { id, step } }),
    anchorOf: (step) => viewOf(step).anchor ?? null,
  };
}

/** The way through the lesson that is open, or through the stages. */
export function routeOf(lesson: Lesson, stages: readonly Stage[]): Route {
  const { stage, plan, hidden } = lesson;
  if (plan) return planRoute(plan, lesson);
  return {
    plan: null,
    isShown: true,
    shown: Math.max(
      0,
      stages.findIndex(({ id }) => id === stage),
    ),
    titles: stages.map(({ title }) => title),
    hashOf: (step) => encodeLink({ stage: stages[step]?.id ?? stage, hide: hidden, present: true }),
    anchorOf: () => null,
  };
}
