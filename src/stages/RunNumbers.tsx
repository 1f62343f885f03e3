import type { ReactNode } from 'react';
import { text } from '../content/narrative';
import { count } from '../content/numbers';
import { PRESETS } from '../engine/config';
import { DRAFT_LIMITS } from '../store/drafts';
import { NumberField } from '../ui/controls/NumberField';
import words from '../ui/run/words.en.md';
import { useActions, useAppStore } from './appStore';
import styles from './RunNumbers.module.css';

interface RunNumbersProps {
  readonly phase: 'pretrain' | 'fineTune';
  /** Settings cannot change while a run goes on. */
  readonly disabled: boolean;
  /** Settings of this phase alone; they stand above the numbers, across the whole width. */
  readonly children?: ReactNode;
}

/** The numbers of the next run: how many steps, which seed, how large each step. */
export function RunNumbers({ phase, disabled, children }: RunNumbersProps) {
  const { preset, seed, totalSteps, learningRate } = useAppStore((state) => state.runs.drafts[phase]);
  const { editDraft } = useActions();
  const { batchSize, shape } = PRESETS[preset];
  return (
    <div className={styles.numbers}>
      {children && <div className={styles.wide}>{children}</div>}
      <NumberField
        label={text(words, 'steps')}
        value={totalSteps}
        {...DRAFT_LIMITS.totalSteps}
        hint={text(words, 'steps.hint', { tokens: count(batchSize * shape.blockSize) })}
        disabled={disabled}
        onChange={(value) => editDraft(phase, { totalSteps: value })}
      />
      <NumberField
        label={text(words, 'seed')}
        value={seed}
        {...DRAFT_LIMITS.seed}
        hint={text(words, 'seed.hint')}
        disabled={disabled}
        onChange={(value) => editDraft(phase, { seed: value })}
      />
      <details className={styles.wide}>
        <summary>{text(words, 'more')}</summary>
        <NumberField
          label={text(words, 'rate')}
          value={learningRate}
          {...DRAFT_LIMITS.learningRate}
          step="any"
          hint={text(words, `rate.hint.${phase}`)}
          disabled={disabled}
          onChange={(value) => editDraft(phase, { learningRate: value })}
        />
      </details>
    </div>
  );
}
