import { plain, text } from '../../content/narrative';
import { decimals } from '../../content/numbers';
import { EVALUATION_LIMITS, type EvaluationSettings } from '../../store/evaluationState';
import { NumberField } from '../../ui/controls/NumberField';
import { SelectField } from '../../ui/controls/SelectField';
import { Slider } from '../../ui/controls/Slider';
import { useActions, useAppStore } from '../appStore';
import { GroupChoice } from './GroupChoice';
import words from './narrative.en.md';
import styles from './Setup.module.css';
import { useModels } from './useEvaluate';

const NONE = 'none';
/** Beyond these, the sliders say nothing new. */
const TOP_K_MAX = 100;
const STEP = 0.05;

/** One model to examine, or two side by side. */
function Models() {
  const { options, first, second } = useModels();
  const { editEvaluation } = useActions();
  const others = options.filter(({ value }) => value !== first);
  return (
    <>
      <SelectField
        label={text(words, 'model')}
        hint={text(words, 'modelHint')}
        value={first}
        options={options}
        onChange={(id) => editEvaluation({ checkpointIds: [id, second] })}
      />
      <SelectField
        label={text(words, 'beside')}
        hint={text(words, 'besideHint')}
        value={second ?? NONE}
        options={[{ value: NONE, label: text(words, 'besideNone') }, ...others]}
        onChange={(id) => editEvaluation({ checkpointIds: [first, id === NONE ? null : id] })}
      />
    </>
  );
}

interface EditProps {
  readonly settings: EvaluationSettings;
  readonly onEdit: (change: Partial<EvaluationSettings>) => void;
}

/** What is seldom changed. */
function More({ settings: { topK, topP, seed }, onEdit }: EditProps) {
  return (
    <details className={`${styles.wide} ${styles.more}`}>
      <summary>{text(words, 'more')}</summary>
      <div>
        <Slider
          label={text(words, 'topK')}
          hint={text(words, 'topKHint')}
          {...{ min: 0, max: TOP_K_MAX, step: 1 }}
          value={topK}
          format={(value) => (value === 0 ? text(words, 'off') : plain(value))}
          onChange={(value) => onEdit({ topK: value })}
        />
        <Slider
          label={text(words, 'topP')}
          hint={text(words, 'topPHint')}
          {...{ min: STEP, max: 1, step: STEP }}
          value={topP}
          format={(value) => (value >= 1 ? text(words, 'off') : decimals(value))}
          onChange={(value) => onEdit({ topP: value })}
        />
        <NumberField
          label={text(words, 'seed')}
          hint={text(words, 'seedHint')}
          {...EVALUATION_LIMITS.seed}
          value={seed}
          onChange={(value) => onEdit({ seed: value })}
        />
      </div>
    </details>
  );
}

/** What the next evaluation asks, and of which models; folded once there are results, which come first then. */
export function Setup() {
  const hasResults = useAppStore((state) => state.evaluation.asked !== null);
  const settings = useAppStore((state) => state.evaluation.settings);
  const { editEvaluation } = useActions();
  return (
    <details className={styles.fold} open={!hasResults}>
      <summary>{text(words, 'setup')}</summary>
      <div className={styles.setup}>
        <Models />
        <div className={styles.wide}>
          <GroupChoice value={settings.groups} onChange={(groups) => editEvaluation({ groups })} />
        </div>
        <Slider
          label={text(words, 'tasks')}
          hint={text(words, 'tasksHint')}
          {...EVALUATION_LIMITS.tasksPerGroup}
          step={1}
          value={settings.tasksPerGroup}
          onChange={(value) => editEvaluation({ tasksPerGroup: value })}
        />
        <Slider
          label={text(words, 'samples')}
          hint={text(words, 'samplesHint')}
          {...EVALUATION_LIMITS.samplesPerTask}
          step={1}
          value={settings.samplesPerTask}
          onChange={(value) => editEvaluation({ samplesPerTask: value })}
        />
        <Slider
          label={text(words, 'temperature')}
          hint={text(words, 'temperatureHint')}
          {...EVALUATION_LIMITS.temperature}
          step={STEP}
          value={settings.temperature}
          format={(value) => (value === 0 ? '0' : decimals(value))}
          onChange={(value) => editEvaluation({ temperature: value })}
        />
        <More settings={settings} onEdit={editEvaluation} />
      </div>
    </details>
  );
}
