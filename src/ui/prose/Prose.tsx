import { useId, useRef, useState, type MouseEvent } from 'react';
import type { Entry } from '../../content/glossary';
import { html, type Narrative, type Values } from '../../content/narrative';
import styles from './Prose.module.css';

interface ProseProps {
  readonly of: Narrative;
  readonly at: string;
  readonly values?: Values;
  readonly className?: string;
}

/** A section of a stage's narrative. A glossary term in it opens its meaning beside it. */
export function Prose({ of, at, values, className }: ProseProps) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState<Entry | null>(null);
  const explain = async (event: MouseEvent<HTMLDivElement>): Promise<void> => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-term]') : null;
    const panel = popover.current;
    if (!button || !panel) return;
    const term = button.dataset['term'] ?? '';
    // Fetched when it is first wanted: nobody reads it before the first picture.
    const glossary = await import('../../content/glossary').catch(() => null);
    setEntry(glossary?.GLOSSARY.get(term) ?? { id: term, name: term, meaning: '…' });
    panel.showPopover();
    const anchor = button.getBoundingClientRect();
    const left = Math.max(16, Math.min(anchor.left, window.innerWidth - panel.offsetWidth - 16));
    const below = anchor.bottom + 8;
    const top = below + panel.offsetHeight > window.innerHeight ? anchor.top - panel.offsetHeight - 8 : below;
    panel.style.left = `${left}px`;
    panel.style.top = `${Math.max(8, top)}px`;
  };
  return (
    <div
      className={[styles.prose, className].filter(Boolean).join(' ')}
      onClick={(event) => void explain(event)}
    >
      {/* The markup was compiled from our own Markdown at build time; values in it are escaped. */}
      <div dangerouslySetInnerHTML={{ __html: html(of, at, values) }} />
      <div ref={popover} id={id} popover="auto" className={styles.term} role="note">
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
