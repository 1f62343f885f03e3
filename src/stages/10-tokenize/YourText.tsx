import { useMemo, useState, type ClipboardEvent } from 'react';
import { counted, text } from '../../content/narrative';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { Button } from '../../ui/controls/Button';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Slider } from '../../ui/controls/Slider';
import { TextArea } from '../../ui/controls/TextArea';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { TokenChips } from '../../ui/tokens/TokenChips';
import { readingDirection } from '../../ui/tokens/tokenDisplay';
import { useAppStore } from '../appStore';
import { EXAMPLE_TEXT } from './examples';
import { hasLoneSurrogate, MAX_CHARACTERS, MAX_CHIPS, pasteInto } from './keptText';
import words from './narrative.en.md';
import { chipsOf, tokenFacts } from './reading';
import { Counts } from './Counts';
import { spokenNames } from './spokenNames';
import { Facts } from './Facts';
import type { YourText as YourTextModel } from './useTokenize';
import styles from './YourText.module.css';

/** What was left out of the view, in plain words; nothing when all is there. */
function notesOf({ cut, readText, reading }: YourTextModel): string[] {
  const count = reading.ids.length;
  return [
    ...(cut > 0 ? [counted(words, 'cutNote', cut, { kept: MAX_CHARACTERS })] : []),
    ...(count > MAX_CHIPS ? [counted(words, 'drawnNote', count, { drawn: MAX_CHIPS })] : []),
    ...(hasLoneSurrogate(readText) ? [text(words, 'surrogateNote')] : []),
  ];
}

function sizeLabel(size: number, isOwn: boolean): string {
  if (size === FIRST_MERGE_ID) return text(words, 'vocabBytesOnly');
  return counted(words, isOwn ? 'vocabFormatOwn' : 'vocabFormat', size);
}

function TextBox({ model }: { readonly model: YourTextModel }) {
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const length = value.length - (selectionEnd - selectionStart) + pasted.length;
    // The browser would take seconds to lay out a huge paste; a small one is left to it, with its undo.
    if (length <= MAX_CHARACTERS) return;
    event.preventDefault();
    model.setText(pasteInto(value, pasted, selectionStart, selectionEnd), length);
  };
  return (
    <TextArea
      label={text(words, 'yourTextLabel')}
      hint={text(words, 'yourTextHint')}
      rows={5}
      dir="auto"
      value={model.text}
      onChange={(typed) => model.setText(typed)}
      onPaste={onPaste}
    />
  );
}

function Empty({ onExample }: { readonly onExample: () => void }) {
  return (
    <div className={styles.empty}>
      <p>{text(words, 'empty')}</p>
      <Button onClick={onExample}>{text(words, 'emptyAction')}</Button>
    </div>
  );
}

/** The reader's own text and, live under it, what the model reads. */
export function YourText({ model }: { readonly model: YourTextModel }) {
  const [face, setFace] = useState<'text' | 'number'>('text');
  const [selected, setSelected] = useState<number | null>(null);
  const isOwn = useAppStore((state) => state.tokenizer.origin === 'own');
  const { reading, tokenizer } = model;
  const chips = useMemo(
    () => chipsOf(tokenizer, reading.ids.slice(0, MAX_CHIPS), spokenNames()),
    [tokenizer, reading],
  );
  const chosen = selected === null ? undefined : chips[selected];
  return (
    <section className={styles.section}>
      <h2>{text(words, 'yourTextHeading')}</h2>
      <div>
        <TextBox model={model} />
        <div role="status" className={styles.notes}>
          {notesOf(model).map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </div>
      <Slider
        label={text(words, 'vocabLabel')}
        hint={text(words, 'vocabHint')}
        min={FIRST_MERGE_ID}
        max={model.maxVocabSize}
        step={1}
        value={model.vocabSize}
        format={(size) => sizeLabel(size, isOwn)}
        onChange={model.setVocabSize}
      />
      <Figure
        title={text(words, 'chipsTitle')}
        caption={<Prose of={words} at="chipsCaption" />}
        explanation={<Prose of={words} at="chipsExplanation" />}
        aside={<Counts reading={reading} />}
      >
        {chips.length === 0 ? (
          <Empty onExample={() => model.setText(EXAMPLE_TEXT)} />
        ) : (
          <>
            <div className={styles.chips}>
              <TokenChips
                label={text(words, 'chipsLabel')}
                direction={readingDirection(model.readText)}
                onSelect={setSelected}
                {...{ chips, face, selected }}
              />
            </div>
            <Facts
              facts={chosen ? tokenFacts(tokenizer, chosen.id) : null}
              mergeCount={model.maxVocabSize - FIRST_MERGE_ID}
            />
          </>
        )}
        <ChoiceGroup
          label={text(words, 'faceLabel')}
          value={face}
          options={[
            { value: 'text', label: text(words, 'faceText') },
            { value: 'number', label: text(words, 'faceNumber') },
          ]}
          onChange={setFace}
        />
      </Figure>
    </section>
  );
}
