import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { proseLexicon } from '../../corpora/prose/lexicon';
import { proseDocuments } from '../../corpora/prose/stories';
import { parameterCount, PRESETS, type PresetName } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { DRAFT_LIMITS } from '../../store/drafts';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { NumberField } from '../../ui/controls/NumberField';
import { useActions, useAppStore } from '../appStore';
import words from './narrative.en.md';
import { OwnText } from './OwnText';
import styles from './Setup.module.css';

const SIZES = ['pico', 'nano', 'small'] as const satisfies readonly PresetName[];
const EXCERPT_STORIES = 2;

/** Stories like those a run reads. */
function Excerpt() {
  const stories = useMemo(() => {
    const documents = proseDocuments({ seed: 'excerpt', split: 'train' });
    return Array.from({ length: EXCERPT_STORIES }, () => documents.next().value);
  }, []);
  const lexiconSize = useMemo(() => proseLexicon().size, []);
  return (
    <div className={styles.excerpt}>
      <p className={styles.excerptTitle}>{text(words, 'excerpt.title')}</p>
      {stories.map((story) => (
        <p key={story} className={styles.story}>
          {story}
        </p>
      ))}
      <p className={styles.hint}>{text(words, 'excerpt.hint', { words: count(lexiconSize) })}</p>
    </div>
  );
}

function SizeChoice({ disabled }: { readonly disabled: boolean }) {
  const preset = useAppStore((state) => state.runs.drafts.pretrain.preset);
  const vocabSize = useAppStore((state) => FIRST_MERGE_ID + state.tokenizer.current.merges.length);
  const { editDraft } = useActions();
  return (
    <ChoiceGroup
      label={text(words, 'size')}
      value={preset}
      options={SIZES.map((name) => ({
        value: name,
        label: name,
        detail: text(words, 'size.detail', {
          parameters: count(Math.round(parameterCount({ ...PRESETS[name].shape, vocabSize }) / 1000) * 1000),
          forWhom: text(words, `size.${name}`),
        }),
      }))}
      disabled={disabled}
      onChange={(name) => editDraft('pretrain', { preset: name })}
    />
  );
}

function Numbers({
  disabled,
  tokensPerStep,
}: {
  readonly disabled: boolean;
  readonly tokensPerStep: number;
}) {
  const { seed, totalSteps, learningRate } = useAppStore((state) => state.runs.drafts.pretrain);
  const { editDraft } = useActions();
  return (
    <div className={styles.numbers}>
      <NumberField
        label={text(words, 'steps')}
        value={totalSteps}
        {...DRAFT_LIMITS.totalSteps}
        hint={text(words, 'steps.hint', { tokens: count(tokensPerStep) })}
        disabled={disabled}
        onChange={(value) => editDraft('pretrain', { totalSteps: value })}
      />
      <NumberField
        label={text(words, 'seed')}
        value={seed}
        {...DRAFT_LIMITS.seed}
        hint={text(words, 'seed.hint')}
        disabled={disabled}
        onChange={(value) => editDraft('pretrain', { seed: value })}
      />
      <details className={styles.more}>
        <summary>{text(words, 'more')}</summary>
        <NumberField
          label={text(words, 'rate')}
          value={learningRate}
          {...DRAFT_LIMITS.learningRate}
          step="any"
          hint={text(words, 'rate.hint')}
          disabled={disabled}
          onChange={(value) => editDraft('pretrain', { learningRate: value })}
        />
      </details>
    </div>
  );
}

interface SetupProps {
  /** Settings cannot change while a run goes on. */
  readonly disabled: boolean;
  /** Open before the first run, closed when there is a run to look at. */
  readonly open: boolean;
}

/** What the next run reads, how large the model is, how long it trains. */
export function Setup({ disabled, open }: SetupProps) {
  const proseKind = useAppStore((state) => state.corpus.proseKind);
  const { preset, seed, totalSteps } = useAppStore((state) => state.runs.drafts.pretrain);
  const { chooseProse } = useActions();
  const { batchSize, shape } = PRESETS[preset];
  const tokensPerStep = batchSize * shape.blockSize;
  const summary = {
    corpus: text(words, `corpus.${proseKind}`),
    preset,
    steps: count(totalSteps),
    seed,
  };
  return (
    <details className={styles.setup} open={open}>
      <summary>
        <span className={styles.setupTitle}>{text(words, 'setup')}</span>{' '}
        <span className={styles.summary}>{text(words, 'setup.summary', summary)}</span>
      </summary>
      <div className={styles.grid}>
        <div className={styles.column}>
          <ChoiceGroup
            label={text(words, 'corpus')}
            value={proseKind}
            options={(['stories', 'ownText'] as const).map((value) => ({
              value,
              label: text(words, `corpus.${value}`),
            }))}
            disabled={disabled}
            onChange={chooseProse}
          />
          {proseKind === 'stories' ? (
            <Excerpt />
          ) : (
            <OwnText {...{ steps: totalSteps, tokensPerStep, disabled }} />
          )}
        </div>
        <div className={styles.column}>
          <SizeChoice disabled={disabled} />
          <Numbers disabled={disabled} tokensPerStep={tokensPerStep} />
        </div>
      </div>
    </details>
  );
}
