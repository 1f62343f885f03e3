import { text } from '../../content/narrative';
import { count, inWords, share } from '../../content/numbers';
import { parameterCount, PRESETS, type PresetName } from '../../engine/config';
import { FIRST_MERGE_ID } from '../../engine/tokenizer/tokenizerFile';
import { DRAFT_LIMITS } from '../../store/drafts';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import { Slider } from '../../ui/controls/Slider';
import { SetupSheet } from '../../ui/run/SetupSheet';
import { useActions, useAppStore } from '../appStore';
import { RunNumbers } from '../RunNumbers';
import words from './narrative.en.md';
import { OwnSnippets } from './OwnSnippets';
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

/** How much of the old reading stays: the remedy for forgetting. */
function Replay({ disabled }: PartProps) {
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
      disabled={disabled}
      onChange={(value) => editDraft('fineTune', { replay: value })}
    />
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
  const left = (
    <>
      <StartFrom disabled={disabled} />
      <Size disabled={disabled} />
      <RunNumbers phase="fineTune" disabled={disabled}>
        <Replay disabled={disabled} />
      </RunNumbers>
    </>
  );
  const right = (
    <>
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
    </>
  );
  return <SetupSheet title={text(words, 'setup')} {...{ summary, open, left, right }} />;
}
