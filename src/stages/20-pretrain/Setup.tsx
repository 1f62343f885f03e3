import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { proseLexicon } from '../../corpora/prose/lexicon';
import { proseDocuments } from '../../corpora/prose/stories';
import { parameterCount, PRESETS, type PresetName } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { SetupSheet } from '../../ui/run/SetupSheet';
import { useActions, useAppStore } from '../appStore';
import { RunNumbers } from '../RunNumbers';
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
  const left = (
    <>
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
    </>
  );
  const right = (
    <>
      <SizeChoice disabled={disabled} />
      <RunNumbers phase="pretrain" disabled={disabled} />
    </>
  );
  return (
    <SetupSheet
      title={text(words, 'setup')}
      summary={text(words, 'setup.summary', summary)}
      {...{ open, left, right }}
    />
  );
}
