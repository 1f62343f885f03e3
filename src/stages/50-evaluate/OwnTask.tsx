import { counted, text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { TextArea } from '../../ui/controls/TextArea';
import { Prose } from '../../ui/prose/Prose';
import words from './narrative.en.md';
import styles from './OwnTask.module.css';
import { OwnTests } from './OwnTests';
import cells from './ProgramGrid.module.css';
import { ProgramView } from './ProgramView';
import { useOwnTask, type OwnTaskView } from './useOwnTask';
import { stateOf } from './verdicts';
import { VerdictSign } from './VerdictMark';

const MAX_PROMPT = 1000;
const SAMPLES = { min: 1, max: 32, step: 1 };

/** Where the own task stands, in one sentence. */
function sentenceOf({ task, missing }: OwnTaskView): string {
  const { status, failure, programs, samples } = task;
  if (status === 'failed') return failure ?? text(words, 'status.failed');
  if (status === 'writing' || status === 'judging') {
    const judged = programs.filter(({ judgement }) => judgement !== null).length;
    return counted(words, 'own.running', samples, { judged });
  }
  if (missing) return text(words, `own.missing.${missing}`);
  if (status === 'idle') return text(words, 'own.idle');
  const passed = programs.filter(({ judgement }) => judgement?.verdict === 'passed').length;
  return counted(words, 'own.done', programs.length, { passed });
}

/** The answers as a row of signs; any of them opens. */
function Answers({ view }: { readonly view: OwnTaskView }) {
  const { task, opened, open } = view;
  if (task.programs.length === 0) return null;
  return (
    <div className={styles.cells} role="group" aria-label={text(words, 'own.answers')}>
      {task.programs.map((program, index) => {
        const state = stateOf(program);
        const values = { number: index + 1, verdict: text(words, `verdict.${state}`) };
        return (
          <button
            key={program.id}
            type="button"
            className={cells.cell}
            aria-pressed={program.id === opened?.id}
            aria-label={text(words, 'grid.cell', values)}
            onClick={() => open(program.id)}
          >
            <VerdictSign state={state} />
          </button>
        );
      })}
    </div>
  );
}

/** The reader asks and the reader judges: their prompt, their tests, the model's answers. */
export function OwnTask({ model }: { readonly model: string }) {
  const view = useOwnTask();
  const { task, missing, isOpen, opened } = view;
  const canRun = !isOpen && missing === null;
  return (
    <>
      <div className={styles.task}>
        <Prose of={words} at="own.story" />
        <TextArea
          label={text(words, 'own.prompt')}
          hint={text(words, 'own.promptHint')}
          rows={3}
          maxLength={MAX_PROMPT}
          value={task.prompt}
          onChange={view.editPrompt}
        />
        <OwnTests view={view} />
        <Slider
          label={text(words, 'own.samples')}
          hint={text(words, 'own.samplesHint')}
          {...SAMPLES}
          value={task.samples}
          onChange={view.editSamples}
        />
      </div>
      <div className={styles.answers}>
        <div className={styles.buttons}>
          <Button aria-disabled={!canRun} onClick={() => canRun && view.run()}>
            {text(words, 'own.run', { model })}
          </Button>
          {isOpen && (
            <Button tone="plain" onClick={view.cancel}>
              {text(words, 'own.cancel')}
            </Button>
          )}
        </div>
        <p className={styles.sentence} role="status">
          {sentenceOf(view)}
        </p>
        <Answers view={view} />
        {opened && <ProgramView program={opened} label={text(words, 'own.opened')} />}
      </div>
    </>
  );
}
