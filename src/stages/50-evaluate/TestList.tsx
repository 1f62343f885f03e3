import { text } from '../../content/narrative';
import words from './narrative.en.md';
import styles from './TestList.module.css';
import type { TestState } from './useFix';
import type { CellState } from './verdicts';
import { VerdictSign } from './VerdictMark';

const SIGN_OF: Readonly<Record<TestState['outcome'], CellState>> = {
  passed: 'passed',
  failed: 'wrong answer',
  open: 'missing',
};

/** What came of a test, in words. */
function cameOf({ outcome, actual }: TestState): string {
  if (outcome !== 'failed') return text(words, `test.${outcome}`);
  return actual === null ? text(words, 'test.gaveNothing') : text(words, 'test.gave', { actual });
}

/** Every test of a program: the call, what it must equal, and what came of it. */
export function TestList({ tests }: { readonly tests: readonly TestState[] }) {
  return (
    <ol className={styles.tests} aria-label={text(words, 'tests')}>
      {tests.map((test, index) => (
        <li key={index} className={styles.test} data-outcome={test.outcome}>
          <VerdictSign state={SIGN_OF[test.outcome]} />
          <span className={styles.call}>
            <code>{test.call}</code> {text(words, 'test.mustBe')} <code>{test.expected}</code>
          </span>
          <span className={styles.came}>
            {cameOf(test)}
            {test.turned && <span className={styles.turned}> {text(words, 'test.turned')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
