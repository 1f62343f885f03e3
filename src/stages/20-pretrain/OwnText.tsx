import { useMemo, useRef, useState, type DragEvent } from 'react';
import { counted, text } from '../../content/narrative';
import { byteSize } from '../../content/numbers';
import { createTokenizer } from '../../engine/tokenizer/bytePairTokenizer';
import { Button } from '../../ui/controls/Button';
import { TextArea } from '../../ui/controls/TextArea';
import { useActions, useAppStore } from '../appStore';
import { roughShare } from '../../ui/run/quantity';
import words from './narrative.en.md';
import styles from './OwnText.module.css';
import { BOX_LENGTH, bytesPerToken, timesRead } from './amountRead';

interface OwnTextProps {
  readonly steps: number;
  readonly tokensPerStep: number;
}

/** How long the text is and how often the run will go through it. */
function useSizeSentence(ownText: string, steps: number, tokensPerStep: number): string {
  const file = useAppStore((state) => state.tokenizer.current);
  const tokenizer = useMemo(() => createTokenizer(file), [file]);
  const bytes = useMemo(() => new TextEncoder().encode(ownText).length, [ownText]);
  const perToken = useMemo(
    () => bytesPerToken(ownText, (probe) => tokenizer.encode(probe)),
    [ownText, tokenizer],
  );
  if (bytes === 0) return text(words, 'ownText.empty');
  const size = byteSize(bytes);
  const times = timesRead(steps, tokensPerStep, perToken, bytes);
  const sentence =
    times < 1
      ? text(words, 'ownText.sizeOnce', { size, share: roughShare(times) })
      : counted(words, 'ownText.size', Math.round(times), { size });
  return ownText.length > BOX_LENGTH ? `${text(words, 'ownText.long')} ${sentence}` : sentence;
}

/** The reader's own text: typed, pasted, dropped or picked. */
export function OwnText({ steps, tokensPerStep }: OwnTextProps) {
  const ownText = useAppStore((state) => state.corpus.ownText);
  const { setOwnText, loadOwnTextFile } = useActions();
  const [isOver, setIsOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const hint = useSizeSentence(ownText, steps, tokensPerStep);
  const isLong = ownText.length > BOX_LENGTH;
  const label = text(words, 'ownText.label');
  const load = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) void loadOwnTextFile(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    load(event.dataTransfer.files);
  };
  return (
    <div
      className={isOver ? `${styles.own} ${styles.over}` : styles.own}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <TextArea
        label={label}
        value={isLong ? ownText.slice(0, BOX_LENGTH) : ownText}
        hint={isOver ? text(words, 'ownText.drop') : hint}
        rows={4}
        placeholder={text(words, 'ownText.placeholder')}
        readOnly={isLong}
        onChange={(value) => setOwnText(value, label)}
      />
      <div className={styles.buttons}>
        <Button onClick={() => picker.current?.click()}>{text(words, 'ownText.file')}</Button>
        <Button tone="plain" disabled={ownText === ''} onClick={() => setOwnText('', label)}>
          {text(words, 'ownText.clear')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept="text/*,.txt,.md,.csv,.json,.html"
          onChange={(event) => {
            load(event.currentTarget.files);
            // The same file may be picked again after it was changed.
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
