import { parameterCount, PRESETS } from '../../../src/engine/config';
import type { RecordedRun, Recording, StoryMeasure } from '../../../src/protocol/storage';
import type { Phase } from '../../../src/protocol/training';
import { reports } from './fakes';

/** What sixteen stories may be like. */
export function storyMeasure(step: number): StoryMeasure {
  return {
    step,
    stories: 16,
    words: 800,
    realWords: 0.96,
    pronouns: { checked: 40, right: 30 },
    things: { checked: 20, right: 10 },
  };
}

/** One phase of the recorded life of nano, in two saved points. */
export function recordedRun(phase: Phase, change: Partial<RecordedRun['recipe']> = {}): RecordedRun {
  const isFirst = phase === 'pretrain';
  const config = { ...PRESETS.nano.shape, vocabSize: 258 };
  const name = isFirst ? 'pretrained' : 'fine-tuned';
  return {
    recipe: {
      phase,
      preset: 'nano',
      seed: 7,
      totalSteps: 300,
      learningRate: 8e-3,
      batchSize: 16,
      corpus: { kind: isFirst ? 'stories' : 'snippets' },
      replay: isFirst ? 0 : 0.1,
      startedFrom: isFirst ? null : 'nano-pretrained',
      ...change,
    },
    config,
    parameterCount: parameterCount(config),
    priorSteps: isFirst ? 0 : 300,
    history: {
      reports: reports(1, 3),
      evaluations: [0, 100, 300].map((step) => ({
        step,
        proseBitsPerByte: 4 - step / 100,
        codeBitsPerByte: isFirst ? null : 3,
      })),
      samples: [0, 100, 300].map((step) => ({ step, prompt: 'Once', text: `at ${step}`, realWords: 0.5 })),
      probes: [],
      baselines: null,
    },
    verdicts: isFirst ? [] : [{ step: 100, total: 32, parses: 16, runs: 8, passes: 4, unsupported: 0 }],
    stories: isFirst ? [storyMeasure(100), storyMeasure(300)] : [],
    pointIds: [`nano-${name}-100`, `nano-${name}`],
  };
}

export const RECORDING: Recording = {
  preset: 'nano',
  seed: 7,
  runs: [recordedRun('pretrain'), recordedRun('fineTune')],
};
