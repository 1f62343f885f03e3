import { counted, text } from '../../content/narrative';
import { passRate, type PassRate } from '../../engine/evaluate/passRate';
import type { AskedWording, WordedProgram, WordingsSlice } from '../../store/wordingsState';
import words from './wordingLab.en.md';

/** What came of one wording so far. */
export interface WordingResult {
  readonly wording: AskedWording;
  /** Programs that passed every test. */
  readonly passed: number;
  /** Programs that Python has judged; those it cannot run here are left out. */
  readonly judged: number;
  /** Null before the first one is judged. */
  readonly rate: PassRate | null;
  /** The first that passes and the first that does not, where there are. */
  readonly looks: readonly WordedProgram[];
}

/** What came of each wording, in the order they were asked. */
export function wordingResults({
  asked,
  programs,
}: Pick<WordingsSlice, 'asked' | 'programs'>): readonly WordingResult[] {
  return (asked?.wordings ?? []).map((wording) => {
    const judged = programs.filter(
      ({ wording: id, judgement }) =>
        id === wording.id && judgement !== null && judgement.verdict !== 'not supported here',
    );
    const isPass = ({ judgement }: WordedProgram): boolean => judgement?.verdict === 'passed';
    const passed = judged.filter(isPass).length;
    return {
      wording,
      passed,
      judged: judged.length,
      rate: judged.length > 0 ? passRate(passed, judged.length) : null,
      looks: [judged.find(isPass), judged.find((program) => !isPass(program))].filter(
        (program) => program !== undefined,
      ),
    };
  });
}

export const wordingName = (id: AskedWording['id']): string => text(words, `way.${id}`);

/** How often a wording passed, in words. */
export function passesOf({ passed, judged }: WordingResult): string {
  return counted(words, 'passes', judged, { passed });
}

/**
 * The best and the worst wording, and whether the difference could be chance. Empty for fewer than two.
 * @param isGreedy whether all answers to a wording are the same, so that many say no more than one
 */
export function comparisonOf(results: readonly WordingResult[], isGreedy: boolean): string {
  const measured = results.flatMap((result) => (result.rate ? [{ ...result, rate: result.rate }] : []));
  const [first, ...others] = measured.toSorted((a, b) => b.rate.rate - a.rate.rate);
  const last = others.at(-1);
  if (!first || !last) return '';
  if (first.rate.rate === last.rate.rate) return text(words, 'allSame', { passes: passesOf(first) });
  const values = {
    best: wordingName(first.wording.id),
    bestPasses: passesOf(first),
    worst: wordingName(last.wording.id),
    worstPasses: passesOf(last),
  };
  const overlap = last.rate.high >= first.rate.low;
  const doubt = isGreedy ? 'allAlike' : overlap ? 'mayBeChance' : 'isNoChance';
  return `${text(words, 'bestAndWorst', values)} ${text(words, doubt)}`;
}

/** Where a run stands, in one sentence. */
export function wordingsStatus({ status, failure, asked, programs }: WordingsSlice): string {
  switch (status) {
    case 'idle':
      return text(words, 'status.idle');
    case 'failed':
      return failure ?? text(words, 'status.failed');
    case 'writing':
    case 'judging': {
      const judged = programs.filter(({ judgement }) => judgement !== null).length;
      const total = asked ? asked.wordings.length * asked.samples : 0;
      return total === 0
        ? text(words, 'status.starting')
        : counted(words, 'status.running', total, { judged });
    }
    case 'cancelled':
      return text(words, 'status.cancelled');
    case 'done':
      return text(words, 'status.done');
  }
}
