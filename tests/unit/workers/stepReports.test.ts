import { describe, expect, it } from 'vitest';
import type { StepReport, TrainingEvent } from '../../../src/protocol/training';
import { createStepReports } from '../../../src/workers/training/stepReports';

const STEP_MS = 20;
const TOKENS = 128;

function report(step: number): StepReport {
  return { step, lossNats: 1, bitsPerByte: 1, learningRate: 0.01, gradNorm: 1 };
}

/** A run on a clock of its own. */
function open() {
  let time = 0;
  let step = 0;
  const posted: Extract<TrainingEvent, { type: 'stepped' }>[] = [];
  const reports = createStepReports(
    (event) => {
      if (event.type === 'stepped') posted.push(event);
    },
    () => time,
  );
  const train = (steps: number): void => {
    for (let i = 0; i < steps; i++) {
      time += STEP_MS;
      step += 1;
      reports.add([report(step)], STEP_MS, TOKENS, step);
    }
    reports.flush();
  };
  const pass = (durationMs: number): void => {
    time += durationMs;
  };
  return { reports, train, pass, latest: () => posted.at(-1) };
}

describe('the time a step takes', () => {
  it('is that of the step alone while nothing else happens', () => {
    const { train, latest } = open();
    train(300);
    expect(latest()?.msPerStep).toBeCloseTo(STEP_MS, 6);
  });

  it('includes its share of what happens between steps, so that time left is not told too short', () => {
    const { train, pass, latest } = open();
    for (let milestone = 0; milestone < 12; milestone++) {
      train(50);
      pass(milestone % 2 === 0 ? 100 : 500);
    }
    train(50);
    // 600 ms in 100 steps are 6 ms a step.
    expect(latest()?.msPerStep).toBeGreaterThan(STEP_MS + 5);
    expect(latest()?.msPerStep).toBeLessThan(STEP_MS + 7);
  });

  it('leaves out the time in which the run was paused', () => {
    const { reports, train, pass, latest } = open();
    train(20);
    reports.rest();
    pass(3_600_000);
    train(20);
    expect(latest()?.msPerStep).toBeCloseTo(STEP_MS, 6);
  });

  it('changes neither the speed that is told nor how many steps are done at once', () => {
    const { reports, train, pass, latest } = open();
    train(50);
    pass(5000);
    train(1);
    expect(latest()?.tokensPerSecond).toBeCloseTo((1000 * TOKENS) / STEP_MS, 6);
    expect(reports.msPerStep).toBeCloseTo(STEP_MS, 6);
  });
});
