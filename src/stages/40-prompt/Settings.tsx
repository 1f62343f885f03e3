import { text } from '../../content/narrative';
import type { Generation } from '../../store/state';
import { Button } from '../../ui/controls/Button';
import { NumberField } from '../../ui/controls/NumberField';
import { Slider } from '../../ui/controls/Slider';
import { SHOWN } from './laneDifferences';
import { laneLabel } from './laneLabel';
import words from './narrative.en.md';
import styles from './Settings.module.css';

type GenerateSettings = Generation['settings'];

interface SettingsProps {
  readonly settings: GenerateSettings;
  /** The answer they belong to, in the names of the controls; without it they are the first's, and each is explained. */
  readonly of?: number;
  readonly onEdit: (change: Partial<GenerateSettings>) => void;
}

const SEEDS = 2 ** 32;
/** New seeds stay short enough to read out in class. */
const NEW_SEEDS = 10_000;

/** How the next token is picked, each control with one line on what it does. */
export function Settings({ settings, of, onEdit }: SettingsProps) {
  const { temperature, topK, topP, seed, maxNewTokens } = settings;
  const named = (key: string) => ({
    label: laneLabel(key, of),
    ...(of === undefined && { hint: text(words, `${key}Hint`) }),
  });
  return (
    <div className={of === undefined ? styles.settings : `${styles.settings} ${styles.compact}`}>
      <Slider
        {...named('temperature')}
        {...{ min: 0, max: 2, step: 0.05 }}
        value={temperature}
        format={SHOWN.temperature}
        onChange={(value) => onEdit({ temperature: value })}
      />
      <Slider
        {...named('topK')}
        {...{ min: 0, max: 100, step: 1 }}
        value={topK}
        format={SHOWN.topK}
        onChange={(value) => onEdit({ topK: value })}
      />
      <Slider
        {...named('topP')}
        {...{ min: 0.05, max: 1, step: 0.05 }}
        value={topP}
        format={SHOWN.topP}
        onChange={(value) => onEdit({ topP: value })}
      />
      <div className={styles.seed}>
        <NumberField
          {...named('seed')}
          min={0}
          max={SEEDS - 1}
          value={seed}
          onChange={(value) => onEdit({ seed: value })}
        />
        <Button
          aria-label={laneLabel('newSeed', of)}
          onClick={() => onEdit({ seed: Math.floor(Math.random() * NEW_SEEDS) })}
        >
          {text(words, 'newSeed')}
        </Button>
      </div>
      <Slider
        {...named('length')}
        {...{ min: 8, max: 256, step: 8 }}
        value={maxNewTokens}
        format={SHOWN.maxNewTokens}
        onChange={(value) => onEdit({ maxNewTokens: value })}
      />
    </div>
  );
}
