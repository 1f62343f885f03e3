import { useId } from 'react';
import styles from './Field.module.css';

interface ChoiceGroupProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string; readonly detail?: string }[];
  /** One line below; a place for what only the chosen option needs to say. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few, all visible: radio buttons drawn as a row of choices. */
export function ChoiceGroup<T extends string>({
  label,
  value,
  options,
  hint,
  disabled,
  onChange,
}: ChoiceGroupProps<T>) {
  const name = useId();
  return (
    <div className={styles.field}>
      <fieldset
        className={styles.choices}
        disabled={disabled}
        aria-describedby={hint ? `${name}-hint` : undefined}
      >
        <legend>{label}</legend>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.detail && <span className={styles.hint}> {option.detail}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {hint && (
        <span className={styles.hint} id={`${name}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
