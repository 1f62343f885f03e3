import { useId, useState } from 'react';
import styles from './Field.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any';
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Called with values inside the range only. */
  readonly onChange: (value: number) => void;
}

/** A number that may be typed freely: what is out of range is brought back when the field is left. */
export function NumberField({
  label,
  value,
  min,
  max,
  step = 1,
  hint,
  disabled,
  onChange,
}: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const accept = (text: string): void => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number) && number >= min && number <= max) onChange(number);
  };
  const settle = (): void => {
    const number = Number(draft);
    if (draft !== null && draft.trim() !== '' && Number.isFinite(number)) {
      onChange(Math.min(max, Math.max(min, number)));
    }
    setDraft(null);
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="number"
        inputMode="decimal"
        {...{ min, max, step, disabled }}
        value={draft ?? value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          accept(event.currentTarget.value);
        }}
        onBlur={settle}
      />
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
