import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { is, parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { trainingClaims } from '../../../scripts/bench/claims';
import { BenchResult } from '../../../scripts/bench/result';
import { IMPLEMENTATIONS } from '../../../scripts/bench/shapes';

const file: unknown = JSON.parse(readFileSync(resolve('tests/bench/latest.json'), 'utf8'));

describe('the measurements in tests/bench/latest.json', () => {
  it('have the shape that others read', () => {
    expect(() => parse(BenchResult, file)).not.toThrow();
  });

  it.each(['tiny', 'micro'] as const)('keep every promise about counts at the shape %s', (shape) => {
    const { training } = parse(BenchResult, file);
    const counts = trainingClaims(shape, training[shape]).filter(({ kind }) => kind === 'count');
    expect(counts.length).toBeGreaterThanOrEqual(4);
    expect(counts.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('measure every implementation against itself as equally fast', () => {
    const { training, generation } = parse(BenchResult, file);
    for (const { reference, 'peer-genai': peer } of [training.tiny, training.micro]) {
      expect(reference.ratioToReference).toBe(1);
      expect(peer.ratioToPeer).toBe(1);
    }
    expect(generation.tiny.reference.ratioToUncached).toBe(1);
    expect(generation.tiny['peer-genai'].ratioToPeer).toBe(1);
  });

  it.each(IMPLEMENTATIONS)('would be refused without %s', (name) => {
    const { training, ...rest } = parse(BenchResult, file);
    const tiny = Object.fromEntries(Object.entries(training.tiny).filter(([key]) => key !== name));
    expect(is(BenchResult, { ...rest, training: { ...training, tiny } })).toBe(false);
  });

  it('would be refused with a number that was not measured', () => {
    const whole = parse(BenchResult, file);
    expect(is(BenchResult, { ...whole, page: { ...whole.page, pauseMs: NaN } })).toBe(false);
    expect(is(BenchResult, { ...whole, page: { ...whole.page, pauseMs: '18' } })).toBe(false);
  });
});
