import { text } from '../content/narrative';
import { count } from '../content/numbers';
import { PRESETS } from '../engine/config';
import { DRAFT_LIMITS } from '../store/drafts';
import { NumberField } from '../ui/controls/NumberField';
import { spokenTime } from '../ui/run/spokenTime';
import words from '../ui/run/words.en.md';
import { useActions, useAppStore } from './appStore';
import styles from './RunNumbers.module.css';
import { useExpectedTime } from './useExpectedTime';

interface RunNumbersProps {
  readonly phase: 'pretrain' | 'fineTune';
}

/** The numbers of the next run: how many steps, which seed, how large each step. */
export function RunNumbers({ phase }: RunNumbersProps) {
  const { preset, seed, totalSteps, learningRate } = useAppStore((state) => state.runs.drafts[phase]);
  const { editDraft } = useActions();
  const expectedTime = useExpectedTime();
  const { batchSize, shape } = PRESETS[preset];
  const reads = text(words, 'steps.hint', { tokens: count(batchSize * shape.blockSize) });
  const time = expectedTime && spokenTime(expectedTime(preset, totalSteps));
  return (
    <div className={styles.numbers}>
      <NumberField
        label={text(words, 'steps')}
        value={totalSteps}
        {...DRAFT_LIMITS.totalSteps}
        hint={time === null ? reads : `${reads} ${text(words, 'steps.time', { time })}`}
        onChange={(value) => editDraft(phase, { totalSteps: value })}
      />
      <NumberField
        label={text(words, 'seed')}
        value={seed}
        {...DRAFT_LIMITS.seed}
        hint={text(words, 'seed.hint')}
        onChange={(value) => editDraft(phase, { seed: value })}
      />
      <details className={styles.more}>
        <summary>{text(words, 'more')}</summary>
        <div className={styles.rate}>
          <NumberField
            label={text(words, 'rate')}
            value={learningRate}
            {...DRAFT_LIMITS.learningRate}
            step="any"
            hint={text(words, `rate.hint.${phase}`)}
            onChange={(value) => editDraft(phase, { learningRate: value })}
          />
        </div>
      </details>
    </div>
  );
}
