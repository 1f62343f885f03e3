import { text } from '../../content/narrative';
import type { Generation } from '../../store/state';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { TokenText } from '../../ui/tokens/TokenText';
import styles from './BeforeAfter.module.css';
import words from './narrative.en.md';
import { laneOf, PROMPTS, SIDES, SUBJECTS, useBeforeAfter } from './useBeforeAfter';

function Answer({ prompt, answer }: { readonly prompt: string; readonly answer: Generation | undefined }) {
  if (answer?.status === 'failed') return <p className={styles.failed}>{answer.failure}</p>;
  const isOpen = answer?.status === 'waiting' || answer?.status === 'streaming';
  return <TokenText prompt={prompt} tokens={answer?.tokens ?? []} writing={isOpen} />;
}

/** The same two prompts, answered by the model that fine-tuning began with and by the model now. */
export function BeforeAfter({ isOver }: { readonly isOver: boolean }) {
  const { generations, compare, canCompare } = useBeforeAfter(isOver);
  return (
    <Figure
      title={text(words, 'compare.title')}
      caption={text(words, 'compare.caption')}
      explanation={<Prose of={words} at="compare.explanation" />}
      aside={
        <Button aria-disabled={!canCompare} onClick={compare}>
          {text(words, 'compare.button')}
        </Button>
      }
    >
      <div className={styles.grid}>
        {SUBJECTS.map((subject) =>
          SIDES.map((side) => {
            const name = laneOf(side, subject);
            return (
              <div key={name} className={styles.answer} role="group" aria-labelledby={name}>
                <p id={name} className={styles.label}>
                  {text(words, `compare.${side}`)} · {text(words, `compare.${subject}`)}
                </p>
                <Answer prompt={PROMPTS[subject]} answer={generations[name]} />
              </div>
            );
          }),
        )}
      </div>
    </Figure>
  );
}
