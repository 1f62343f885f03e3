import { flushSync } from 'react-dom';
import { useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { Entry } from '../../content/glossary';
import { countedHtml, html, type Narrative, type Values } from '../../content/narrative';
import styles from './Prose.module.css';

interface ProseProps {
  readonly of: Narrative;
  readonly at: string;
  readonly values?: Values;
  /** Where the section has a form for every number: the number. */
  readonly count?: number;
  readonly className?: string;
}

/** The term that was pressed, if one was. */
const termOf = ({ target }: SyntheticEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-term]') : null;

/** A section of a stage's narrative. A glossary term in it opens its meaning beside it. */
export function Prose({ of, at, values, count, className }: ProseProps) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState<Entry | null>(null);
  const markup = count === undefined ? html(of, at, values) : countedHtml(of, at, count, values);
  const explain = async (button: HTMLElement | null): Promise<void> => {
    const panel = popover.current;
    if (!button || !panel) return;
    const term = button.dataset['term'] ?? '';
    // Fetched when it is first wanted: nobody reads it before the first picture.
    const glossary = await import('../../content/glossary').catch(() => null);
    // Drawn at once: its place depends on its height.
    flushSync(() => setEntry(glossary?.GLOSSARY.get(term) ?? { id: term, name: term, meaning: '…' }));
    panel.showPopover();
    const anchor = button.getBoundingClientRect();
    const left = Math.max(16, Math.min(anchor.left, window.innerWidth - panel.offsetWidth - 16));
    const below = anchor.bottom + 8;
    const top = below + panel.offsetHeight > window.innerHeight ? anchor.top - panel.offsetHeight - 8 : below;
    panel.style.left = `${left}px`;
    panel.style.top = `${Math.max(8, top)}px`;
    // So that it is read out; Escape gives the focus back.
    panel.focus({ preventScroll: true });
  };
  const pressed = (event: KeyboardEvent): void => {
    const button = event.key === 'Enter' || event.key === ' ' ? termOf(event) : null;
    if (!button) return;
    // A space would scroll the page.
    event.preventDefault();
    void explain(button);
  };
  return (
    <div
      className={[styles.prose, className].filter(Boolean).join(' ')}
      onClick={(event) => void explain(termOf(event))}
      onKeyDown={pressed}
    >
      {/* The markup was compiled from our own Markdown at build time; values in it are escaped. */}
      <div dangerouslySetInnerHTML={{ __html: markup }} />
      <div ref={popover} id={id} popover="auto" className={styles.term} role="note" tabIndex={-1}>
        {entry && (
          <>
            <strong>{entry.name}</strong>
            <p>{entry.meaning}</p>
          </>
        )}
      </div>
    </div>
  );
}
