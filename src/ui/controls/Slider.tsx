import { useId } from 'react';
import { plain } from '../../content/narrative';
import styles from './Field.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** How the value is shown and read out, e.g. "off". */
  readonly format?: (value: number) => string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A native range input with its label and value. */
export function Slider({
  label,
  value,
  min,
  max,
  step,
  format = plain,
  hint,
  disabled,
  onChange,
}: SliderProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <output className={styles.value} htmlFor={id} aria-live="off">
          {format(value)}
        </output>
      </div>
      <input
        id={id}
        className={styles.slider}
        type="range"
        {...{ min, max, step, value, disabled }}
        aria-valuetext={format(value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
