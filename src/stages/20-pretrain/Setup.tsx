import { sizeName } from '../../content/modelNames';
import { counted, text } from '../../content/narrative';
import { weights } from '../../content/numbers';
import { parameterCount, PRESETS } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { SetupSheet, type SetupSheetProps } from '../../ui/run/SetupSheet';
import { useActions, useAppStore } from '../appStore';
import { RunNumbers } from '../RunNumbers';
import { SIZE_OPTIONS } from '../sizes';
import words from './narrative.en.md';
import { OwnText } from './OwnText';
import styles from './Setup.module.css';

function SizeChoice() {
  const preset = useAppStore((state) => state.runs.drafts.pretrain.preset);
  const vocabSize = useAppStore((state) => FIRST_MERGE_ID + state.tokenizer.current.merges.length);
  const { editDraft } = useActions();
  const parameters = parameterCount({ ...PRESETS[preset].shape, vocabSize });
  return (
    <ChoiceGroup
      label={text(words, 'size')}
      value={preset}
      options={SIZE_OPTIONS}
      hint={text(words, 'size.detail', {
        parameters: weights(parameters),
        forWhom: text(words, `size.${preset}`),
      })}
      onChange={(name) => editDraft('pretrain', { preset: name })}
    />
  );
}

/** What the next run reads, how large the model is, how long it trains. */
export function Setup(when: Pick<SetupSheetProps, 'underWay' | 'isNext'>) {
  const proseKind = useAppStore((state) => state.corpus.proseKind);
  const { preset, seed, totalSteps } = useAppStore((state) => state.runs.drafts.pretrain);
  const { chooseProse } = useActions();
  const { batchSize, shape } = PRESETS[preset];
  const tokensPerStep = batchSize * shape.blockSize;
  const summary = {
    corpus: text(words, `corpus.${proseKind}`),
    preset: sizeName(preset),
    seed: String(seed),
  };
  return (
    <SetupSheet
      title={text(words, 'setup')}
      summary={counted(words, 'setup.summary', totalSteps, summary)}
      {...when}
    >
      <ChoiceGroup
        label={text(words, 'corpus')}
        value={proseKind}
        options={(['stories', 'ownText'] as const).map((value) => ({
          value,
          label: text(words, `corpus.${value}`),
        }))}
        onChange={chooseProse}
      />
      <SizeChoice />
      {proseKind === 'ownText' && (
        <div className={styles.ownText}>
          <OwnText {...{ steps: totalSteps, tokensPerStep }} />
        </div>
      )}
      <RunNumbers phase="pretrain" />
    </SetupSheet>
  );
}
