import { text } from '../../content/narrative';
import type { JudgedProgram } from '../../store/evaluationState';
import { GivenKey } from '../../ui/code/GivenKey';
import { PythonCode } from '../../ui/code/PythonCode';
import { verdictReason } from '../../ui/code/verdictMarks';
import words from './narrative.en.md';
import styles from './ProgramView.module.css';
import { failingTest, stateOf, type Judgement } from './verdicts';
import { VerdictMark } from './VerdictMark';

/** The call that failed, what should have come, and what came. */
function FailingCall({ judgement }: { readonly judgement: Judgement }) {
  const failing = failingTest(judgement);
  if (!failing) return null;
  return (
    <dl className={styles.facts}>
      <dt>{text(words, 'test.call')}</dt>
      <dd>
        <code>{failing.call}</code>
      </dd>
      <dt>{text(words, 'test.expected')}</dt>
      <dd>
        <code>{failing.expected}</code>
      </dd>
      <dt>{text(words, 'test.actual')}</dt>
      <dd>{failing.actual === null ? text(words, 'test.nothing') : <code>{failing.actual}</code>}</dd>
    </dl>
  );
}

interface ProgramViewProps {
  readonly program: Pick<JudgedProgram, 'prompt' | 'text' | 'judgement'>;
  /** Which task, which answer, of which model. */
  readonly label: string;
}

/** A program as the model wrote it, what Python made of it, and the first call that failed. */
export function ProgramView({ program, label }: ProgramViewProps) {
  const { judgement, prompt, text: written } = program;
  const reason = verdictReason({ judgement: judgement ?? null, isTested: true });
  return (
    <div className={styles.program}>
      <p className={styles.task}>{label}</p>
      <p className={styles.verdict} role="status">
        <VerdictMark state={stateOf(program)} />
        {reason !== null && <span className={styles.message}>{reason}</span>}
      </p>
      <PythonCode prompt={prompt} code={written} numbered markedLine={judgement?.line ?? null} />
      <GivenKey />
      {judgement?.verdict === 'wrong answer' && <FailingCall judgement={judgement} />}
      {judgement && judgement.output !== '' && (
        <div>
          <p className={styles.task}>{text(words, 'program.printed')}</p>
          {/* It may be long: then it scrolls, and the keyboard has to reach it. */}
          <pre className={styles.output} tabIndex={0} aria-label={text(words, 'program.printed')}>
            {judgement.output}
          </pre>
        </div>
      )}
    </div>
  );
}
