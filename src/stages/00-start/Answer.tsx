import type { PhaseOfLife } from '../../content/modelNames';
import { counted, text } from '../../content/narrative';
import { byteSize } from '../../content/numbers';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import type { Generation, SavedPoint } from '../../store/state';
import { AnswerVerdict } from '../../ui/code/AnswerVerdict';
import { Button } from '../../ui/controls/Button';
import { PhaseMark } from '../../ui/strip/PhaseMark';
import { shownText } from '../../ui/tokens/shownText';
import { TokenText } from '../../ui/tokens/TokenText';
import styles from './Answer.module.css';
import words from './narrative.en.md';
import type { Column } from './useStart';

interface AnswerProps {
  readonly column: Column;
  /** What the model had read before this age began. */
  readonly bytesBefore: number;
  readonly loading: boolean;
  readonly onAgain: () => void;
}

/** How a finished answer came to its end. */
function ending({ tokens }: Generation): string {
  if (tokens.at(-1)?.id === END_OF_TEXT) return text(words, 'endedItself');
  return counted(words, 'endedLength', tokens.length);
}

/** What a model had read when it came to this age. */
function captionOf(age: PhaseOfLife, info: SavedPoint['info'], bytesBefore: number): string {
  if (age === 'untrained') return text(words, 'untrainedCaption');
  return counted(words, `${age}Caption`, info.step, { bytes: byteSize(info.bytesSeen - bytesBefore) });
}

/** One age of the model: what it had read by then, and what it writes after the prompt. */
export function Answer({ column: { age, point, answer }, bytesBefore, loading, onAgain }: AnswerProps) {
  const model = text(words, age);
  return (
    <section className={styles.column} data-phase={age} aria-label={text(words, 'answerOf', { model })}>
      <h3 className={styles.title}>
        <PhaseMark phase={age} />
        {model}
      </h3>
      {point && <p className={styles.caption}>{captionOf(age, point.info, bytesBefore)}</p>}
      <div className={styles.page}>
        {!point && !loading && <p className={styles.note}>{text(words, 'missing')}</p>}
        {(loading || answer?.status === 'waiting') && <p className={styles.note}>{text(words, 'waiting')}</p>}
        {answer && (answer.status === 'streaming' || answer.status === 'done') && (
          <TokenText
            prompt={answer.prompt.trimEnd()}
            tokens={answer.tokens.map(({ text: written, prob }) => ({ text: shownText(written), prob }))}
            writing={answer.status === 'streaming'}
          />
        )}
        {answer?.status === 'done' && <p className={styles.ending}>{ending(answer)}</p>}
        {answer?.status === 'failed' && (
          <div className={styles.note}>
            <p>{text(words, 'failed', { reason: answer.failure ?? '' })}</p>
            <Button aria-label={text(words, 'againLabel', { model })} onClick={onAgain}>
              {text(words, 'again')}
            </Button>
          </div>
        )}
      </div>
      <div className={styles.verdict}>
        <AnswerVerdict verdict={answer?.verdict ?? null} />
      </div>
    </section>
  );
}
