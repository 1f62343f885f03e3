import type { KeyboardEvent } from 'react';
import { isOwn, modelNames } from '../../content/modelNames';
import { text } from '../../content/narrative';
import { EXAMPLE_PROMPTS } from '../../corpora/examplePrompts';
import { LIVE_ID } from '../../store/points';
import { Button } from '../../ui/controls/Button';
import { SelectField } from '../../ui/controls/SelectField';
import { TextArea } from '../../ui/controls/TextArea';
import words from './narrative.en.md';
import styles from './Question.module.css';
import type { usePrompt } from './usePrompt';

type View = ReturnType<typeof usePrompt>;

/** Examples as quiet buttons that fill the prompt. */
function Examples({ onPick }: { readonly onPick: (prompt: string) => void }) {
  return (
    <div className={styles.examples} role="group" aria-label={text(words, 'examples')}>
      <span aria-hidden="true">{text(words, 'examples')}</span>
      {EXAMPLE_PROMPTS.map(({ id, prompt }) => (
        <button key={id} type="button" title={prompt} onClick={() => onPick(prompt)}>
          {text(words, `example-${id}`)}
        </button>
      ))}
    </div>
  );
}

/** What is asked, and of which model. */
export function Question({ view }: { readonly view: View }) {
  const { points, hasLive, modelId, blocked, open } = view;
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
        rows={4}
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
        <div className={styles.buttons}>
          <Button tone="primary" disabled={blocked} onClick={view.write}>
            {text(words, 'generate')}
          </Button>
          <Button disabled={!open} onClick={view.cancel}>
            {text(words, 'cancel')}
          </Button>
        </div>
      </div>
    </div>
  );
}
