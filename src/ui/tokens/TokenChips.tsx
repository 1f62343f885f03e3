import {
  memo,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import type { TokenPart } from './tokenDisplay';
import { startsLine } from './tokenDisplay';
import { TokenGlyphs } from './TokenGlyphs';
import styles from './TokenChips.module.css';

export interface TokenChip {
  readonly id: number;
  readonly parts: readonly TokenPart[];
  /** Read out in place of the marks. */
  readonly spoken: string;
}

interface TokenChipsProps {
  readonly label: string;
  readonly chips: readonly TokenChip[];
  /** What stands on the chips: the text they spell, or the number the model is given. */
  readonly face?: 'text' | 'number';
  readonly direction?: 'ltr' | 'rtl';
  readonly tone?: 'plain' | 'prose' | 'code';
  /** Index of the chip told about elsewhere. */
  readonly selected?: number | null;
  /** Hover, focus or tap. Without it the chips are a picture only. */
  readonly onSelect?: (index: number) => void;
}

interface ChipProps {
  readonly chip: TokenChip;
  readonly index: number;
  readonly face: 'text' | 'number';
  readonly interactive: boolean;
  readonly selected: boolean;
  readonly tabbable: boolean;
}

const Chip = memo(function Chip({ chip, index, face, interactive, selected, tabbable }: ChipProps) {
  const role = interactive
    ? {
        role: 'option',
        'aria-selected': selected,
        'aria-label': `${chip.spoken}, ${chip.id}`,
        tabIndex: tabbable ? 0 : -1,
      }
    : {};
  return (
    <>
      {index > 0 && startsLine(chip.parts) && <br />}
      <span {...role} data-index={index} className={styles.chip}>
        {face === 'number' ? chip.id : <TokenGlyphs parts={chip.parts} />}
      </span>
    </>
  );
});

/** Where a key leads from one chip; null when the key is not ours. */
function target(key: string, from: number, count: number, direction: 'ltr' | 'rtl'): number | null {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowDown') return Math.min(count - 1, from + 1);
  if (key === back || key === 'ArrowUp') return Math.max(0, from - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

function indexOf(element: EventTarget): number | null {
  const chip = element instanceof Element ? element.closest<HTMLElement>('[data-index]') : null;
  return chip ? Number(chip.dataset['index']) : null;
}

/** Tokens side by side on two quiet grounds. One tab stop; arrow keys move from chip to chip. */
export function TokenChips({
  label,
  chips,
  face = 'text',
  direction = 'ltr',
  tone = 'plain',
  selected = null,
  onSelect,
}: TokenChipsProps) {
  const [stop, setStop] = useState(0);
  const tabStop = Math.min(stop, Math.max(0, chips.length - 1));
  const select = (event: FocusEvent | MouseEvent | PointerEvent): void => {
    const index = indexOf(event.target);
    if (index === null) return;
    if (event.type !== 'pointerover') setStop(index);
    onSelect?.(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = target(event.key, tabStop, chips.length, direction);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };
  const interactive = onSelect !== undefined;
  const handlers = interactive
    ? { onPointerOver: select, onFocus: select, onClick: select, onKeyDown, role: 'listbox' }
    : { role: 'img' };
  return (
    <div
      {...handlers}
      aria-label={interactive ? label : `${label}: ${chips.map((chip) => chip.spoken).join(' | ')}`}
      aria-orientation={interactive ? 'horizontal' : undefined}
      dir={direction}
      className={[styles.chips, styles[tone]].join(' ')}
    >
      {chips.map((chip, index) => (
        <Chip
          key={index}
          selected={index === selected}
          tabbable={index === tabStop}
          {...{ chip, index, face, interactive }}
        />
      ))}
    </div>
  );
}
