import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** One primary action per view; 'plain' looks like a quiet link. */
  readonly tone?: 'primary' | 'secondary' | 'plain';
}

/** A button with a comfortable target. */
export function Button({ tone = 'secondary', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={[styles.button, styles[tone], className].filter(Boolean).join(' ')}
      {...rest}
    />
  );
}
