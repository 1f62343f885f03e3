import { useState, type KeyboardEvent } from 'react';
import { isOwn, modelNames } from '../../content/modelNames';
import { text } from '../../content/narrative';
import { EXAMPLE_PROMPTS } from '../../corpora/examplePrompts';
import { LIVE_ID, pickable } from '../../store/points';
import { Button } from '../../ui/controls/Button';
import { SelectField } from '../../ui/controls/SelectField';
import { TextArea } from '../../ui/controls/TextArea';
import words from './narrative.en.md';
import styles from './Question.module.css';
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

/** What is asked, and of which model. */
export function Question({ view }: { readonly view: PromptView }) {
  const { hasLive, modelId, blocked } = view;
  const points = pickable(view.points, modelId);
  const names = modelNames(points);
  const own = points.filter(isOwn).toReversed();
  const models = [
    ...(hasLive ? [{ value: LIVE_ID, label: text(words, 'live') }] : []),
    ...[...own, ...points.filter((point) => !isOwn(point)).toReversed()].map(({ id }) => ({
      value: id,
      label: names.get(id) ?? id,
    })),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || blocked) return;
    event.preventDefault();
    view.write();
  };
  return (
    <div className={styles.question}>
      <TextArea
        label={text(words, 'promptLabel')}
        hint={text(words, 'promptHint')}
        rows={3}
        value={view.promptText}
        onChange={view.setPromptText}
        onKeyDown={onKeyDown}
      />
      <Examples onPick={view.setPromptText} />
      <div className={styles.ask}>
        <SelectField
          label={text(words, 'model')}
          value={modelId}
          options={models}
          onChange={view.selectCheckpoint}
        />
        <Button tone="primary" disabled={blocked} onClick={view.write}>
          {text(words, 'generate')}
        </Button>
      </div>
    </div>
  );
}
