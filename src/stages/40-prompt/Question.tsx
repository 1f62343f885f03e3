import { useState } from 'react';
import { text } from '../../content/narrative';
import { EXAMPLE_PROMPTS } from '../../corpora/examplePrompts';
import { Button } from '../../ui/controls/Button';
import { SelectField } from '../../ui/controls/SelectField';
import { TextArea } from '../../ui/controls/TextArea';
import { onGenerateKey } from './laneKeys';
import words from './narrative.en.md';
import styles from './Question.module.css';
import type { ModelOption } from './useLanes';
import type { PromptView } from './usePrompt';

/** Examples that show the range: a known task, its neighbours, a bare name, a story. The others are one press away. */
const FIRST = [
  'factorial',
  'is-even',
  'sum-of-even-numbers',
  'reverse-string',
  'factorial-name-only',
  'story',
];
const REST = EXAMPLE_PROMPTS.filter(({ id }) => !FIRST.includes(id));
const SHORTLIST = EXAMPLE_PROMPTS.filter(({ id }) => FIRST.includes(id));

/** Examples as quiet buttons that fill the prompt. */
function Examples({ onPick }: { readonly onPick: (prompt: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.examples} role="group" aria-label={text(words, 'examples')}>
      {[...SHORTLIST, ...(isOpen ? REST : [])].map(({ id, prompt }) => (
        <button key={id} type="button" title={prompt} onClick={() => onPick(prompt)}>
          {text(words, `example-${id}`)}
        </button>
      ))}
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {text(words, isOpen ? 'fewerExamples' : 'moreExamples')}
      </button>
    </div>
  );
}

interface QuestionProps {
  readonly view: PromptView;
  readonly models: readonly ModelOption[];
}

/** What is asked, and of which model. */
export function Question({ view, models }: QuestionProps) {
  return (
    <div className={styles.question}>
      <TextArea
        label={text(words, 'promptLabel')}
        hint={text(words, 'promptHint')}
        rows={3}
        value={view.promptText}
        onChange={view.setPromptText}
        onKeyDown={onGenerateKey(view.write)}
      />
      <Examples onPick={view.setPromptText} />
      <div className={styles.ask}>
        <SelectField
          label={text(words, 'model')}
          value={view.modelId}
          options={models}
          onChange={view.selectCheckpoint}
        />
        <Button tone="primary" disabled={view.blocked} onClick={view.write}>
          {text(words, 'generate')}
        </Button>
      </div>
    </div>
  );
}
