import { text } from '../content/narrative';
import { useActions, useAppStore } from '../stages/appStore';
import { ExpectedTimes } from '../stages/ExpectedTimes';
import type { EngineSlice } from '../store/state';
import { Button } from '../ui/controls/Button';
import { SelectField } from '../ui/controls/SelectField';
import runWords from '../ui/run/words.en.md';
import styles from './EngineStatus.module.css';
import words from './words.en.md';

const NAMES = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

const CHOICES = [
  { value: 'auto', label: text(words, 'engineAutomatic') },
  { value: 'webgl', label: NAMES.webgl },
  { value: 'wasm', label: NAMES.wasm },
  { value: 'cpu', label: NAMES.cpu },
] as const;

function summary({ status, backend, preparing }: EngineSlice): string {
  if (preparing) return text(runWords, 'status.preparing', preparing);
  if (status === 'starting') return text(words, 'engineStarting');
  if (status === 'recovering') return text(words, 'engineRecovering');
  if (status === 'unavailable' || backend === null) return text(words, 'engineNone');
  return text(words, 'engineSummary', { backend: NAMES[backend] });
}

/** What the models compute with, why, and the choice of another. */
export function EngineStatus() {
  const engine = useAppStore((state) => state.engine);
  const { chooseBackend, measureAgain } = useActions();
  const isReady = engine.status === 'ready';
  return (
    <details className={styles.engine}>
      <summary>{summary(engine)}</summary>
      <div className={styles.body}>
        <p>{engine.reason}</p>
        {engine.renderer && <p>{text(words, 'engineRenderer', { renderer: engine.renderer })}</p>}
        <ExpectedTimes />
        {engine.choice !== 'cpu' && (
          <Button
            tone="plain"
            className={styles.measure}
            aria-disabled={!isReady}
            onClick={() => isReady && measureAgain()}
          >
            {text(words, 'engineMeasure')}
          </Button>
        )}
        <SelectField
          label={text(words, 'engineChoice')}
          hint={text(words, 'engineChoiceHint')}
          value={engine.choice}
          options={CHOICES}
          onChange={chooseBackend}
        />
      </div>
    </details>
  );
}
