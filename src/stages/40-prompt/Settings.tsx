import { text } from '../../content/narrative';
import type { Generation } from '../../store/state';
import { Button } from '../../ui/controls/Button';
import { NumberField } from '../../ui/controls/NumberField';
import { Slider } from '../../ui/controls/Slider';
import words from './narrative.en.md';
import styles from './Settings.module.css';

type GenerateSettings = Generation['settings'];

interface SettingsProps {
  readonly settings: GenerateSettings;
  readonly onEdit: (change: Partial<GenerateSettings>) => void;
}

const SEEDS = 2 ** 32;
/** New seeds stay short enough to read out in class. */
const NEW_SEEDS = 10_000;

/** How the next token is picked, each control with one line on what it does. */
export function Settings({ settings, onEdit }: SettingsProps) {
  const { temperature, topK, topP, seed, maxNewTokens } = settings;
  return (
    <div className={styles.settings}>
      <Slider
        label={text(words, 'temperature')}
        hint={text(words, 'temperatureHint')}
        {...{ min: 0, max: 2, step: 0.05 }}
        value={temperature}
        format={(value) => (value === 0 ? '0' : value.toFixed(2))}
        onChange={(value) => onEdit({ temperature: value })}
      />
      <Slider
        label={text(words, 'topK')}
        hint={text(words, 'topKHint')}
        {...{ min: 0, max: 100, step: 1 }}
        value={topK}
        format={(value) => (value === 0 ? text(words, 'off') : String(value))}
        onChange={(value) => onEdit({ topK: value })}
      />
      <Slider
        label={text(words, 'topP')}
        hint={text(words, 'topPHint')}
        {...{ min: 0.05, max: 1, step: 0.05 }}
        value={topP}
        format={(value) => (value >= 1 ? text(words, 'off') : value.toFixed(2))}
        onChange={(value) => onEdit({ topP: value })}
      />
      <div className={styles.seed}>
        <NumberField
          label={text(words, 'seed')}
          hint={text(words, 'seedHint')}
          min={0}
          max={SEEDS - 1}
          value={seed}
          onChange={(value) => onEdit({ seed: value })}
        />
        <Button onClick={() => onEdit({ seed: Math.floor(Math.random() * NEW_SEEDS) })}>
          {text(words, 'newSeed')}
        </Button>
      </div>
      <Slider
        label={text(words, 'length')}
        hint={text(words, 'lengthHint')}
        {...{ min: 8, max: 256, step: 8 }}
        value={maxNewTokens}
        format={(value) => text(words, 'tokens', { count: value })}
        onChange={(value) => onEdit({ maxNewTokens: value })}
      />
    </div>
  );
}
