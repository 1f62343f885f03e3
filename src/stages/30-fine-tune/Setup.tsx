import { text } from '../../content/narrative';
import { count, inWords, share } from '../../content/numbers';
import { parameterCount, PRESETS, type PresetName } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { DRAFT_LIMITS } from '../../store/drafts';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { NumberField } from '../../ui/controls/NumberField';
import { Slider } from '../../ui/controls/Slider';
import { useActions, useAppStore } from '../appStore';
import words from './narrative.en.md';
import { OwnSnippets } from './OwnSnippets';
import styles from './Setup.module.css';
import { SnippetBrowser } from './SnippetBrowser';
import { SCRATCH, startChoices } from './startChoices';

const SIZES = ['pico', 'nano', 'small'] as const satisfies readonly PresetName[];
const REPLAY_STEP = 0.05;

interface PartProps {
  readonly disabled: boolean;
}

function StartFrom({ disabled }: PartProps) {
  const points = useAppStore((state) => state.checkpoints.points);
  const startFrom = useAppStore((state) => state.runs.drafts.fineTune.startFrom);
  const { editDraft } = useActions();
  const models = startChoices(points, startFrom).map(({ id, name, parameterCount: weights }) => ({
    value: id,
    label: name,
    detail: text(words, 'start.detail', { parameters: inWords(weights) }),
  }));
  const scratch = { value: SCRATCH, label: text(words, 'start.scratch') };
  return (
    <ChoiceGroup
      label={text(words, 'start')}
      value={startFrom ?? SCRATCH}
      options={[...models, scratch]}
      disabled={disabled}
      onChange={(id) => editDraft('fineTune', { startFrom: id === SCRATCH ? null : id })}
    />
  );
}

/** Only a model from scratch has a size to choose. */
function Size({ disabled }: PartProps) {
  const { preset, startFrom } = useAppStore((state) => state.runs.drafts.fineTune);
  const vocabSize = useAppStore((state) => FIRST_MERGE_ID + state.tokenizer.current.merges.length);
  const { editDraft } = useActions();
  if (startFrom !== null) return null;
  return (
    <ChoiceGroup
      label={text(words, 'size')}
      value={preset}
      options={SIZES.map((name) => ({
        value: name,
        label: name,
        detail: text(words, 'start.detail', {
          parameters: inWords(parameterCount({ ...PRESETS[name].shape, vocabSize })),
        }),
      }))}
      disabled={disabled}
      onChange={(name) => editDraft('fineTune', { preset: name })}
    />
  );
}

function Numbers({ disabled }: PartProps) {
  const { preset, seed, totalSteps, learningRate, replay } = useAppStore(
    (state) => state.runs.drafts.fineTune,
  );
  const { editDraft } = useActions();
  const { batchSize, shape } = PRESETS[preset];
  return (
    <div className={styles.numbers}>
      <div className={styles.wide}>
        <Slider
          label={text(words, 'replay')}
          value={replay}
          {...DRAFT_LIMITS.replay}
          step={REPLAY_STEP}
          format={(value) => share(value)}
          hint={text(words, replay === 0 ? 'replay.none' : 'replay.some', { share: share(replay) })}
          disabled={disabled}
          onChange={(value) => editDraft('fineTune', { replay: value })}
        />
      </div>
      <NumberField
        label={text(words, 'steps')}
        value={totalSteps}
        {...DRAFT_LIMITS.totalSteps}
        hint={text(words, 'steps.hint', { tokens: count(batchSize * shape.blockSize) })}
        disabled={disabled}
        onChange={(value) => editDraft('fineTune', { totalSteps: value })}
      />
      <NumberField
        label={text(words, 'seed')}
        value={seed}
        {...DRAFT_LIMITS.seed}
        hint={text(words, 'seed.hint')}
        disabled={disabled}
        onChange={(value) => editDraft('fineTune', { seed: value })}
      />
      <details className={styles.wide}>
        <summary>{text(words, 'more')}</summary>
        <NumberField
          label={text(words, 'rate')}
          value={learningRate}
          {...DRAFT_LIMITS.learningRate}
          step="any"
          hint={text(words, 'rate.hint')}
          disabled={disabled}
          onChange={(value) => editDraft('fineTune', { learningRate: value })}
        />
      </details>
    </div>
  );
}

function useSummary(): string {
  const codeKind = useAppStore((state) => state.corpus.codeKind);
  const points = useAppStore((state) => state.checkpoints.points);
  const { startFrom, totalSteps, replay } = useAppStore((state) => state.runs.drafts.fineTune);
  const name = startChoices(points, startFrom).find(({ id }) => id === startFrom)?.name;
  return text(words, 'setup.summary', {
    corpus: text(words, `corpus.${codeKind}`),
    start: name ?? text(words, 'start.scratch'),
    steps: count(totalSteps),
    replay: share(replay),
  });
}

interface SetupProps extends PartProps {
  /** Open before the first run, closed when there is a run to look at. */
  readonly open: boolean;
}

/** What the next run reads, which model it starts from, how much prose is mixed in. */
export function Setup({ disabled, open }: SetupProps) {
  const codeKind = useAppStore((state) => state.corpus.codeKind);
  const { chooseCode } = useActions();
  const summary = useSummary();
  return (
    <details className={styles.setup} open={open}>
      <summary>
        <span className={styles.title}>{text(words, 'setup')}</span>{' '}
        <span className={styles.summary}>{summary}</span>
      </summary>
      <div className={styles.grid}>
        <div className={styles.column}>
          <StartFrom disabled={disabled} />
          <Size disabled={disabled} />
          <Numbers disabled={disabled} />
        </div>
        <div className={styles.column}>
          <ChoiceGroup
            label={text(words, 'corpus')}
            value={codeKind}
            options={(['snippets', 'ownSnippets'] as const).map((value) => ({
              value,
              label: text(words, `corpus.${value}`),
            }))}
            disabled={disabled}
            onChange={chooseCode}
          />
          {codeKind === 'snippets' ? <SnippetBrowser /> : <OwnSnippets disabled={disabled} />}
        </div>
      </div>
    </details>
  );
}
