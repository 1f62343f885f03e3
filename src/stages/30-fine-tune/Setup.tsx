import { counted, text } from '../../content/narrative';
import { share, weights } from '../../content/numbers';
import { parameterCount, PRESETS } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { DRAFT_LIMITS } from '../../store/drafts';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Slider } from '../../ui/controls/Slider';
import { SetupSheet, type SetupSheetProps } from '../../ui/run/SetupSheet';
import { useActions, useAppStore } from '../appStore';
import { RunNumbers } from '../RunNumbers';
import { SIZE_OPTIONS } from '../sizes';
import words from './narrative.en.md';
import { OwnSnippets } from './OwnSnippets';
import styles from './Setup.module.css';
import { SCRATCH, startChoices } from './startChoices';

const REPLAY_STEP = 0.05;

function StartFrom() {
  const points = useAppStore((state) => state.checkpoints.points);
  const startFrom = useAppStore((state) => state.runs.drafts.fineTune.startFrom);
  const { editDraft } = useActions();
  const choices = startChoices(points, startFrom);
  const chosen = choices.find(({ id }) => id === startFrom);
  return (
    <ChoiceGroup
      label={text(words, 'start')}
      value={startFrom ?? SCRATCH}
      options={[
        ...choices.map(({ id, name }) => ({ value: id, label: name })),
        { value: SCRATCH, label: text(words, 'start.scratch') },
      ]}
      {...(chosen && { hint: text(words, 'start.detail', { parameters: weights(chosen.parameterCount) }) })}
      onChange={(id) => editDraft('fineTune', { startFrom: id === SCRATCH ? null : id })}
    />
  );
}

/** Only a model from scratch has a size to choose. */
function Size() {
  const { preset, startFrom } = useAppStore((state) => state.runs.drafts.fineTune);
  const vocabSize = useAppStore((state) => FIRST_MERGE_ID + state.tokenizer.current.merges.length);
  const { editDraft } = useActions();
  if (startFrom !== null) return null;
  return (
    <ChoiceGroup
      label={text(words, 'size')}
      value={preset}
      options={SIZE_OPTIONS}
      hint={text(words, 'start.detail', {
        parameters: weights(parameterCount({ ...PRESETS[preset].shape, vocabSize })),
      })}
      onChange={(name) => editDraft('fineTune', { preset: name })}
    />
  );
}

/** How much of the old reading stays: the remedy for forgetting. */
function Replay() {
  const replay = useAppStore((state) => state.runs.drafts.fineTune.replay);
  const { editDraft } = useActions();
  return (
    <Slider
      label={text(words, 'replay')}
      value={replay}
      {...DRAFT_LIMITS.replay}
      step={REPLAY_STEP}
      format={(value) => share(value)}
      hint={text(words, replay === 0 ? 'replay.none' : 'replay.some', { share: share(replay) })}
      onChange={(value) => editDraft('fineTune', { replay: value })}
    />
  );
}

/** A model's name, e.g. "Yours: pretrained, step 100", as it reads within a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1).replace(':', ',');

function useSummary(): string {
  const codeKind = useAppStore((state) => state.corpus.codeKind);
  const points = useAppStore((state) => state.checkpoints.points);
  const { startFrom, totalSteps, replay } = useAppStore((state) => state.runs.drafts.fineTune);
  const name = startChoices(points, startFrom).find(({ id }) => id === startFrom)?.name;
  return counted(words, 'setup.summary', totalSteps, {
    corpus: text(words, `corpus.${codeKind}`),
    start: name ? inSentence(name) : text(words, 'start.scratchName'),
    replay: share(replay),
  });
}

/** What the next run reads, which model it starts from, how much prose is mixed in. */
export function Setup(when: Pick<SetupSheetProps, 'underWay' | 'isNext'>) {
  const codeKind = useAppStore((state) => state.corpus.codeKind);
  const { chooseCode } = useActions();
  return (
    <SetupSheet title={text(words, 'setup')} summary={useSummary()} {...when}>
      <div className={styles.wide}>
        <StartFrom />
      </div>
      <Size />
      <ChoiceGroup
        label={text(words, 'corpus')}
        value={codeKind}
        options={(['snippets', 'ownSnippets'] as const).map((value) => ({
          value,
          label: text(words, `corpus.${value}`),
        }))}
        onChange={chooseCode}
      />
      <div className={styles.replay}>
        <Replay />
      </div>
      {codeKind === 'ownSnippets' && (
        <div className={styles.wide}>
          <OwnSnippets />
        </div>
      )}
      <RunNumbers phase="fineTune" />
    </SetupSheet>
  );
}
