import { counted, text } from '../../content/narrative';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import type { Generation } from '../../store/state';
import { spokenVerdict } from '../../ui/code/verdictMarks';
import { companySentence } from './laneDifferences';
import words from './narrative.en.md';
import type { LaneView } from './useLanes';
import { endingOf } from './usePrompt';

const ENDED = { itself: 'endedItself', length: 'endedLength', stopped: 'endedStopped' } as const;

/** One line on how the writing goes. */
export function progress(generation: Generation): string {
  const written = generation.tokens.filter(({ id }) => id !== END_OF_TEXT).length;
  if (generation.status === 'waiting') return text(words, 'waiting');
  if (generation.status === 'failed') return text(words, 'failed', { reason: generation.failure ?? '' });
  const ending = endingOf(generation);
  if (ending === 'itself' && written === 0) return text(words, 'endedAtOnce');
  const tokens = counted(words, 'tokens', written);
  return text(words, ending ? ENDED[ending] : 'writing', { tokens });
}

/** True once nothing more will come: written, judged if it is a program, or failed. */
function isSettled({ status, verdict }: Generation): boolean {
  if (status === 'done') return verdict === null || verdict.judgement !== null;
  return status === 'failed' || status === 'cancelled';
}

function verdictOf({ verdict }: Generation): string {
  return verdict ? text(words, 'announcedVerdict', { verdict: spokenVerdict(verdict) }) : '';
}

/**
 * What a screen reader hears: nothing while anything is being written, since a stream of tokens would drown all
 * else; then one answer whole, or of several how each compares.
 */
export function announcement(lanes: readonly Pick<LaneView, 'number' | 'answer' | 'company'>[]): string {
  const answered = lanes.flatMap(({ answer, ...lane }) => (answer ? [{ ...lane, answer }] : []));
  const [only] = answered;
  if (!only || answered.some(({ answer }) => !isSettled(answer))) return '';
  if (answered.length === 1) {
    if (only.answer.status === 'failed') return progress(only.answer);
    if (only.answer.status === 'cancelled') return '';
    return [text(words, 'announced', { text: only.answer.text }), verdictOf(only.answer)].join(' ').trim();
  }
  const each = answered.map(({ number, answer, company }) => {
    const failed = answer.status === 'failed' ? progress(answer) : '';
    const same = company ? companySentence(company, true) : '';
    return [text(words, 'announcedLane', { number }), failed, same, verdictOf(answer)]
      .filter(Boolean)
      .join(' ');
  });
  return [counted(words, 'announcedAll', answered.length), ...each].join(' ');
}
