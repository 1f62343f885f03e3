import type { TrainConfig } from '../config';

/**
 * The learning rate of a step: a short warm-up, then a slow cosine decay.
 * @param step updates done before this one, from 0
 * @returns from just above 0 up to `learningRate`, then down to `learningRate * minLearningRateFraction`
 */
export function learningRateAt(
  step: number,
  {
    learningRate,
    minLearningRateFraction,
    warmupSteps,
    totalSteps,
  }: Pick<TrainConfig, 'learningRate' | 'minLearningRateFraction' | 'warmupSteps' | 'totalSteps'>,
): number {
  const lowest = learningRate * minLearningRateFraction;
  // 1. Warm-up: a straight line from nearly nothing, because the first gradients are wild.
  if (step < warmupSteps) return (learningRate * (step + 1)) / warmupSteps;
  // 2. Past the end: stay at the lowest rate.
  if (step >= totalSteps) return lowest;
  // 3. In between: half a cosine wave from the highest rate to the lowest.
  const progress = (step - warmupSteps) / (totalSteps - warmupSteps);
  return lowest + 0.5 * (1 + Math.cos(Math.PI * progress)) * (learningRate - lowest);
}
