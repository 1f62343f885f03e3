import { counted, text } from '../../content/narrative';
import { EVALUATION_LIMITS } from '../../store/evaluationState';
import { MAX_OWN_WORDING } from '../../store/wordings';
import { EXAMPLE_COUNTS } from '../../store/wordingsState';
import { Button } from '../../ui/controls/Button';
import { Checkbox } from '../../ui/controls/Checkbox';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { SelectField } from '../../ui/controls/SelectField';
import { Slider } from '../../ui/controls/Slider';
import { TextArea } from '../../ui/controls/TextArea';
import { Prose } from '../../ui/prose/Prose';
import { StageBand } from '../../ui/prose/StageBand';
import { useWordingLab, type WordingLabView } from './useWordingLab';
import words from './wordingLab.en.md';
import styles from './WordingLab.module.css';
import { wordingName } from './wordingResults';
import { WordingTable } from './WordingTable';

const EXAMPLES = EXAMPLE_COUNTS.map((examples) => ({
  value: String(examples),
  label: text(words, `examples.${examples}`),
}));

/** The wordings to compare, each with the prompt it makes of the task. */
function Wordings({ lab }: { readonly lab: WordingLabView }) {
  const { choice, wordings, toggle } = lab;
  return (
    <fieldset className={styles.wordings}>
      <legend>{text(words, 'wordings')}</legend>
      {wordings.map(({ id, prompt }) => (
        <div key={id} className={styles.wording}>
          <Checkbox
            label={wordingName(id)}
            checked={choice.given.includes(id)}
            onChange={(isChosen) => toggle(id, isChosen)}
          />
          {choice.given.includes(id) && <pre className={styles.prompt}>{prompt}</pre>}
        </div>
      ))}
    </fieldset>
  );
}

/** What is asked, in which words, how often. */
function Choices({ lab }: { readonly lab: WordingLabView }) {
  const { choice, edit, tasks, ownProblem, model, settings } = lab;
  const { temperature, seed } = settings;
  return (
    <div className={styles.choices}>
      <Prose of={words} at="story" />
      <SelectField
        label={text(words, 'task')}
        value={choice.taskId}
        options={tasks}
        disabled={tasks.length === 0}
        onChange={(taskId) => edit({ taskId })}
      />
      <Wordings lab={lab} />
      <TextArea
        label={text(words, 'own')}
        hint={ownProblem ?? text(words, 'ownHint')}
        aria-invalid={ownProblem !== null}
        rows={2}
        maxLength={MAX_OWN_WORDING}
        value={choice.own}
        onChange={(own) => edit({ own })}
      />
      <ChoiceGroup
        label={text(words, 'examples')}
        hint={text(words, 'examplesHint')}
        value={String(choice.examples)}
        options={EXAMPLES}
        onChange={(value) => edit({ examples: EXAMPLE_COUNTS.find((one) => String(one) === value) ?? 0 })}
      />
      <Slider
        label={text(words, 'samples')}
        hint={text(words, 'samplesHint')}
        {...EVALUATION_LIMITS.samplesPerTask}
        step={1}
        value={choice.samples}
        onChange={(samples) => edit({ samples })}
      />
      <div className={styles.how}>
        <Prose
          of={words}
          at={temperature === 0 ? 'howGreedy' : 'how'}
          values={{ model, temperature, seed: String(seed) }}
        />
      </div>
    </div>
  );
}

/** One task, asked in several ways, several times each: how often each of them gets a right program. */
export function WordingLab() {
  const lab = useWordingLab();
  const { canRun, isOpen, asked, results, sentence, news, isDone } = lab;
  const answers = lab.choice.samples * (lab.choice.given.length + (lab.choice.own.trim() === '' ? 0 : 1));
  return (
    <StageBand title={text(words, 'title')} anchor="wordings">
      <Choices lab={lab} />
      <div className={styles.outcome}>
        <div className={styles.buttons}>
          <Button aria-disabled={!canRun} onClick={() => canRun && lab.run()}>
            {counted(words, 'run', answers)}
          </Button>
          {isOpen && (
            <Button tone="plain" onClick={lab.cancel}>
              {text(words, 'cancel')}
            </Button>
          )}
        </div>
        <p className={styles.sentence}>{sentence}</p>
        <p className={styles.comparison} role="status">
          {news}
        </p>
        {asked && results.length > 0 && <WordingTable asked={asked} results={results} />}
        {isDone && (
          <Button tone="plain" onClick={lab.besideEachOther}>
            {text(words, 'beside')}
          </Button>
        )}
      </div>
    </StageBand>
  );
}
