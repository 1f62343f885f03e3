import { describe, expect, it } from 'vitest';
import { text } from '../../../../src/content/narrative';
import { isUnderWay, sensible, type RunIntention, type RunStatus } from '../../../../src/ui/run/runStatus';
import words from '../../../../src/ui/run/words.en.md';

const ALL: readonly RunIntention[] = ['start', 'pause', 'resume', 'step', 'stop', 'reset'];
const enabled = (status: RunStatus): RunIntention[] => ALL.filter((intention) => sensible(status, intention));

describe('the controls of a run', () => {
  it('offer single steps only to a paused run', () => {
    const statuses: RunStatus[] = [
      'idle',
      'starting',
      'running',
      'pausing',
      'stopping',
      'finished',
      'failed',
    ];
    expect(statuses.filter((status) => sensible(status, 'step'))).toEqual([]);
    expect(enabled('paused')).toEqual(['resume', 'step', 'stop', 'reset']);
  });

  it('never offer pause and resume at once, as they share one place', () => {
    for (const status of ['idle', 'starting', 'running', 'pausing', 'paused', 'finished'] as const) {
      expect(sensible(status, 'pause') && sensible(status, 'resume')).toBe(false);
    }
  });

  it('let a run begin only when none is under way', () => {
    const over: RunStatus[] = ['idle', 'stopped', 'finished', 'failed'];
    expect(over.filter(isUnderWay)).toEqual([]);
    expect(isUnderWay('pausing')).toBe(true);
    expect(isUnderWay('recovering')).toBe(true);
  });

  it('carry the names that outside tests rely on', () => {
    expect(ALL.map((intention) => text(words, intention))).toEqual([
      'Start training',
      'Pause',
      'Resume',
      'Step',
      'Stop',
      'Reset',
    ]);
  });
});
