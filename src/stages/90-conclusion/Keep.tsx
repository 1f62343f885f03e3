import { useEffect, useId, useRef, useState } from 'react';
import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { useActions, useAppStoreApi } from '../appStore';
import { saveFile } from '../saveFile';
import type { Asked } from '../stage';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { reportHtml } from './report/reportHtml';
import { reportMarkdown } from './report/reportMarkdown';
import { labReport } from './report/labReport';
import type { PhaseName } from './told';
import type { Telling } from './useConclusion';

interface KeepProps {
  readonly asked: readonly Asked[];
  readonly read: Telling;
  readonly coded: Telling;
}

const FORMS = {
  html: { write: reportHtml, type: 'text/html', extension: 'html' },
  markdown: { write: reportMarkdown, type: 'text/markdown', extension: 'md' },
} as const;

/** A day in the name of a file, by the reader's own calendar: 2026-11-23. */
export function fileDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What the report does without. */
function missingOf({ read, coded }: Pick<KeepProps, 'read' | 'coded'>): readonly PhaseName[] {
  return [...(read.told ? [] : (['pretrain'] as const)), ...(coded.told ? [] : (['fineTune'] as const))];
}

/** Saves the reader's lab report: at once, but for what is being read this moment. */
function Save({ asked, read, coded }: KeepProps) {
  const store = useAppStoreApi();
  const id = useId();
  const [name, setName] = useState('');
  const isReady = read.status !== 'loading' && coded.status !== 'loading';
  const missing = missingOf({ read, coded });
  const save = (form: keyof typeof FORMS): void => {
    const now = new Date();
    const { write, type, extension } = FORMS[form];
    const page = window.location.href.replace(/#.*$/, '');
    const told = [read.told, coded.told].filter((one) => one !== null);
    const report = labReport({ state: store.getState(), asked, told, missing, name: name.trim(), now, page });
    saveFile(`lab-report-${fileDay(now)}.${extension}`, write(report), type);
  };
  return (
    <div className={styles.keep}>
      <label className={styles.name} htmlFor={id}>
        {text(words, 'keep.name')}
        <input
          id={id}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p className={styles.row}>
        <Button tone="primary" disabled={!isReady} onClick={() => save('html')}>
          {text(words, 'keep.html')}
        </Button>
        <Button disabled={!isReady} onClick={() => save('markdown')}>
          {text(words, 'keep.markdown')}
        </Button>
      </p>
      {!isReady && <p className={styles.fine}>{text(words, 'keep.waiting')}</p>}
      {isReady && missing.length > 0 && <p className={styles.fine}>{text(words, 'keep.without')}</p>}
    </div>
  );
}

/** Empties the machine for whoever comes next. */
function Forget() {
  const { forgetPredictions, forgetEverything } = useActions();
  const [asks, setAsks] = useState(false);
  const [told, setTold] = useState('');
  const wish = useRef<HTMLButtonElement>(null);
  const [wasAsked, setWasAsked] = useState(false);
  // The button that answered is gone, and the one that asked is back.
  useEffect(() => {
    if (wasAsked && !asks) wish.current?.focus();
  }, [wasAsked, asks]);
  const everything = async (): Promise<void> => {
    setAsks(false);
    if (!(await forgetEverything())) {
      setTold(text(words, 'forget.refused'));
      return;
    }
    // Without the hash, so that nothing of this visit is asked again.
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    window.location.reload();
  };
  return (
    <div className={styles.keep}>
      <h3>{text(words, 'forget.heading')}</h3>
      <p>{text(words, 'forget.story')}</p>
      {asks ? (
        <div className={styles.row} role="group" aria-label={text(words, 'forget.everything')}>
          <span>{text(words, 'forget.sure')}</span>
          <Button onClick={() => void everything()}>{text(words, 'forget.yes')}</Button>
          <Button tone="plain" autoFocus onClick={() => setAsks(false)}>
            {text(words, 'forget.no')}
          </Button>
        </div>
      ) : (
        <div className={styles.row}>
          <Button
            onClick={() => {
              forgetPredictions();
              setTold(text(words, 'forget.guessed'));
            }}
          >
            {text(words, 'forget.guesses')}
          </Button>
          <Button
            ref={wish}
            onClick={() => {
              setWasAsked(true);
              setAsks(true);
            }}
          >
            {text(words, 'forget.everything')}
          </Button>
        </div>
      )}
      <p role="status">{told}</p>
    </div>
  );
}

/** What the reader takes along, and what stays behind. */
export function Keep(props: KeepProps) {
  return (
    <StageSection title={text(words, 'keep.heading')} story={<Prose of={words} at="keep.story" />}>
      <Save {...props} />
      <Forget />
    </StageSection>
  );
}
