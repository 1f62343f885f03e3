import { memo, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { text } from '../../content/narrative';
import { share } from '../../content/numbers';
import type { Generation } from '../../store/state';
import { shownText } from '../../ui/tokens/shownText';
import words from './narrative.en.md';
import styles from './OutputTokens.module.css';
import { spokenTokenText } from './spokenTokenText';
import { SURPRISING } from './usePrompt';

type WrittenToken = Generation['tokens'][number];

interface TokenProps {
  readonly token: WrittenToken;
  readonly index: number;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly isGiven: boolean;
  /** 'first' where this answer leaves the one it is compared with, 'later' behind that place. */
  readonly differs: 'first' | 'later' | undefined;
}

const Token = memo(function Token({ token, index, selected, tabbable, isGiven, differs }: TokenProps) {
  const name = { token: spokenTokenText(token), share: share(token.modelProb) };
  return (
    <span
      role="option"
      aria-selected={selected}
      aria-label={text(words, isGiven ? 'tokenGiven' : 'tokenSpoken', name)}
      tabIndex={tabbable ? 0 : -1}
      data-index={index}
      data-given={isGiven ? '' : undefined}
      data-differs={differs}
      className={token.modelProb < SURPRISING ? `${styles.token} ${styles.surprising}` : styles.token}
      style={{ '--p': token.modelProb } as CSSProperties}
    >
      {shownText(token.text)}
    </span>
  );
});

interface OutputTokensProps {
  readonly label: string;
  readonly tokens: readonly WrittenToken[];
  /** Tokens at the beginning that it was told to write. */
  readonly given: number;
  /** Tokens at the beginning that another answer has as well; null where none is compared, or all are the same. */
  readonly same: number | null;
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

/** Where a key leads from a token; null for keys that lead nowhere. */
function target(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function indexAt(element: EventTarget): number | null {
  const token = element instanceof Element ? element.closest<HTMLElement>('[data-index]') : null;
  return token ? Number(token.dataset['index']) : null;
}

function difference(index: number, same: number | null): TokenProps['differs'] {
  if (same === null || index < same) return undefined;
  return index === same ? 'first' : 'later';
}

/** The tokens a model wrote, tinted by their probability; hover, tap, or Tab and arrow keys select one. */
export function OutputTokens({ label, tokens, given, same, selected, onSelect }: OutputTokensProps) {
  const list = useRef<HTMLSpanElement>(null);
  const select = (element: EventTarget): void => {
    const index = indexAt(element);
    if (index !== null && index !== selected) onSelect(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>): void => {
    const from = indexAt(event.target);
    const to = from === null ? null : target(event.key, from, tokens.length);
    if (to === null) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus();
  };
  return (
    <span
      ref={list}
      role="listbox"
      aria-label={label}
      aria-orientation="horizontal"
      onKeyDown={onKeyDown}
      onFocus={(event) => select(event.target)}
      onPointerOver={(event) => event.pointerType === 'mouse' && select(event.target)}
      onClick={(event) => select(event.target)}
    >
      {tokens.map((token, index) => (
        <Token
          key={index}
          token={token}
          index={index}
          selected={index === selected}
          tabbable={index === (selected ?? 0)}
          isGiven={index < given}
          differs={difference(index, same)}
        />
      ))}
    </span>
  );
}
