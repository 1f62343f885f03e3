import { describe, expect, it } from 'vitest';
import {
  factsOfPoint,
  factsOfRun,
  lifeIdOf,
  livesOf,
  runLine,
  timelineOf,
} from '../../../src/app/modelStrip';
import type { RunRecord, SavedPoint } from '../../../src/store/state';
import { point, runRecord } from './samples';

const SHIPPED: readonly SavedPoint[] = [
  point({ id: 'untrained', origin: 'untrained', phase: 'untrained', step: 0 }),
  point({ id: 'small-pretrained', phase: 'pretrained', step: 500 }),
  point({ id: 'small-fine-tuned', phase: 'fineTuned', step: 700 }),
];
const OWN = point({
  id: 'own-a-50',
  origin: 'run',
  runId: 'a',
  preset: 'nano',
  phase: 'pretrained',
  step: 50,
});

describe('livesOf', () => {
  it('names each by its size and its number of weights, and offers the own one when there is one', () => {
    const small = { id: 'shipped small', owner: 'shipped', label: 'small, 396,000 weights' };
    const own = { id: 'own', owner: 'reader', label: 'Trained by you' };
    expect(livesOf(SHIPPED, false)).toEqual([small]);
    expect(livesOf([...SHIPPED, OWN], false)).toEqual([small, own]);
    expect(livesOf(SHIPPED, true)).toEqual([small, own]);
  });

  it('goes from small to large, whatever came first', () => {
    const nano = point({ id: 'nano-pretrained', preset: 'nano', phase: 'pretrained', step: 300 });
    const large = point({ id: 'shipped-pretrained', preset: 'shipped', phase: 'pretrained', step: 1000 });
    expect(livesOf([large, ...SHIPPED, nano], false).map(({ label }) => label.split(',')[0])).toEqual([
      'nano',
      'small',
      'large',
    ]);
  });
});

describe('timelineOf', () => {
  it('keeps every life to its own points, each with a name of its own', () => {
    const points = [...SHIPPED, OWN];
    const names = (life: string) => timelineOf(points, life, null).map(({ name }) => name);
    expect(names('shipped small')).toEqual(['Untrained', 'Pretrained, step 500', 'Fine-tuned, step 700']);
    expect(names('own')).toEqual(['Yours: pretrained, step 50']);
  });

  it('ends the own life with the model in training, and no other life', () => {
    const live = { name: 'In training', phase: 'pretrained' } as const;
    expect(timelineOf([...SHIPPED, OWN], 'own', live).at(-1)).toEqual({
      id: 'live',
      live: true,
      step: null,
      ...live,
    });
    expect(timelineOf(SHIPPED, 'shipped small', live).some((one) => one.live)).toBe(false);
  });
});

describe('lifeIdOf', () => {
  it('finds the life of a point, and gives the model in training to the reader', () => {
    const points = [...SHIPPED, OWN];
    expect(lifeIdOf(points, 'small-fine-tuned')).toBe('shipped small');
    expect(lifeIdOf(points, 'own-a-50')).toBe('own');
    expect(lifeIdOf(points, 'live')).toBe('own');
  });
});

describe('the facts', () => {
  it('puts a sample on one line', () => {
    const sample = { step: 700, prompt: 'def f(n):', text: '\n    return n\n', realWords: null };
    const facts = factsOfPoint(point({ id: 'x', phase: 'fineTuned', step: 700, sample }));
    expect(facts).toMatchObject({ name: 'Fine-tuned · step 700 of 700', sample: 'return n' });
  });

  it('says of random weights that they read nothing', () => {
    const facts = factsOfPoint(point({ id: 'untrained', origin: 'untrained', phase: 'untrained', step: 0 }));
    expect(facts.name).toBe('Untrained');
    expect(facts.detail).toContain('Read nothing yet');
  });

  it('shows the latest losses of a run, not the first', () => {
    const evaluations = [
      { step: 0, proseBitsPerByte: 8, codeBitsPerByte: 8 },
      { step: 50, proseBitsPerByte: 2.5, codeBitsPerByte: null },
    ];
    expect(factsOfRun(runRecord({ step: 60, evaluations }))).toMatchObject({
      name: 'Pretraining · step 60 of 300',
      proseBitsPerByte: 2.5,
      codeBitsPerByte: null,
    });
  });
});

describe('runLine', () => {
  const lineAt = (status: RunRecord['status']) => runLine(runRecord({ status, step: 12 }));

  it('speaks while there is something to steer, and is silent when the run is over', () => {
    expect(lineAt('running')).toBe('Training: step 12 of 300');
    expect(lineAt('paused')).toBe('Paused: step 12 of 300');
    expect([lineAt('finished'), lineAt('stopped'), lineAt('failed'), runLine(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
