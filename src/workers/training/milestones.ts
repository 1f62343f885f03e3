/** The steps at which a run looks up from its work. Early ones are close together: that is when a model changes most. */

const EARLY_EVALUATIONS: readonly number[] = [0, 10, 25];
const EARLY_SAMPLES: readonly number[] = [0, 10, 25, 50];

/** Whether the loss on held-out text is measured after this many steps. */
export function isEvaluationStep(step: number): boolean {
  return EARLY_EVALUATIONS.includes(step) || step % 50 === 0;
}

/** Whether a sample is written and the model saved after this many steps; long runs keep fewer of them. */
export function isSampleStep(step: number): boolean {
  return EARLY_SAMPLES.includes(step) || step % (step <= 1000 ? 100 : 500) === 0;
}

/** Whether a run that learns code answers the probing prompts after this many steps: where its loss is measured too. */
export function isProbeStep(step: number): boolean {
  return step > 0 && isEvaluationStep(step);
}

/** The next step after `step` at which any of this happens. */
export function nextMilestone(step: number): number {
  let next = step + 1;
  while (!isEvaluationStep(next) && !isSampleStep(next)) next += 1;
  return next;
}
