import { counted, text } from '../../content/narrative';
import type { JudgedProgram } from '../../store/evaluationState';
import { CodeEditor } from '../../ui/code/CodeEditor';
import { DiffText } from '../../ui/code/DiffText';
import { verdictReason } from '../../ui/code/verdictMarks';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import words from './narrative.en.md';
import styles from './Programmer.module.css';
import { TestList } from './TestList';
import { distanceOf, useFix, type Fix, type TestState } from './useFix';
import { VerdictMark } from './VerdictMark';

/** Longer than any program a model of this page writes. */
const MAX_SOURCE = 6000;

/** What Python made of the reader's version. */
function Outcome({ fix, tests }: { readonly fix: Fix; readonly tests: readonly TestState[] }) {
  const { judgement } = fix;
  if (fix.isRunning) return text(words, 'fix.running');
  if (!judgement || fix.judgedSource !== fix.source) return text(words, 'fix.open');
  const passed = tests.filter(({ outcome }) => outcome === 'passed').length;
  if (judgement.verdict === 'passed') {
    return <span className={styles.pass}>{counted(words, 'fix.passed', tests.length)}</span>;
  }
  return (
    <>
      <VerdictMark state={judgement.verdict} />{' '}
      {verdictReason({ judgement, isTested: true }) ?? counted(words, 'fix.some', tests.length, { passed })}
    </>
  );
}

/** How far the reader's version is from the model's, in numbers and as a diff. */
function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return <p className={styles.sentence}>{text(words, 'fix.same')}</p>;
  const { characters, lines } = distanceOf(before, after);
  return (
    <details className={styles.changes} open>
      <summary>
        {counted(words, 'fix.characters', characters, { lines: counted(words, 'fix.lines', lines) })}
      </summary>
      <DiffText label={text(words, 'fix.diff')} before={before} after={after} />
    </details>
  );
}

/** The reader as the programmer: change the program until its tests pass, and see how little it took. */
export function Programmer({ program }: { readonly program: JudgedProgram }) {
  const { fix, tests, edit, reset, run } = useFix(program);
  return (
    <div className={styles.bench}>
      <div className={styles.side}>
        <Prose of={words} at="fix.story" />
        <CodeEditor
          label={text(words, 'fix.label')}
          value={fix.source}
          maxLength={MAX_SOURCE}
          onChange={edit}
          onRun={run}
        />
        <div className={styles.buttons}>
          <Button aria-disabled={fix.isRunning} onClick={run}>
            {text(words, 'fix.run')}
          </Button>
          <Button
            tone="plain"
            aria-disabled={fix.source === program.source}
            onClick={() => fix.source !== program.source && reset()}
          >
            {text(words, 'fix.reset')}
          </Button>
        </div>
      </div>
      <div className={styles.side}>
        <p className={styles.sentence} role="status">
          <Outcome fix={fix} tests={tests} />
        </p>
        <TestList tests={tests} />
        <Changes before={program.source} after={fix.source} />
      </div>
    </div>
  );
}
