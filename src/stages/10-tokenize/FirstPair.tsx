import { counted, text } from '../../content/narrative';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { useActions, useAppStore } from '../appStore';
import type { LearnedPair } from './learning';
import words from './narrative.en.md';
import styles from './FirstPair.module.css';

const QUESTION = 'tokenize.first-pair';

/** Pairs that could well be the commonest, as they are drawn. */
const CANDIDATES = ['th', 'he', 'in'] as const;
const TWO_SPACES = '··';

const shownPair = ({ left, right }: LearnedPair): string =>
  [...left, ...right].map(({ shown }) => shown).join('');

function verdict(first: LearnedPair, guess: string): string {
  const pair = shownPair(first);
  const key = guess === pair ? 'firstPairRight' : 'firstPairWrong';
  const sentence = counted(words, key, first.count, { pair });
  return pair === TWO_SPACES ? `${sentence} ${text(words, 'firstPairDots')}` : sentence;
}

/** Asks for the first pair before it is learned, and compares once it is. */
export function FirstPair({ first }: { readonly first: LearnedPair | null }) {
  const { predict } = useActions();
  const guess = useAppStore((state) => state.lesson.predictions[QUESTION] ?? null);
  const options: readonly { readonly value: string; readonly label: string }[] = [
    ...CANDIDATES.map((pair) => ({ value: pair, label: pair.split('').join(' + ') })),
    { value: TWO_SPACES, label: text(words, 'firstPairSpaces') },
  ];
  return (
    <div className={styles.question}>
      <ChoiceGroup
        label={text(words, 'firstPairLabel')}
        value={guess}
        options={options}
        onChange={(answer) => predict(QUESTION, answer)}
      />
      <p aria-live="polite" className={styles.answer}>
        {first !== null && guess !== null && verdict(first, guess)}
      </p>
    </div>
  );
}
