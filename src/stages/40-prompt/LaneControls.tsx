import { text } from '../../content/narrative';
import type { LaneWish } from '../../store/lanes';
import type { Lane } from '../../store/state';
import { Button } from '../../ui/controls/Button';
import { SelectField } from '../../ui/controls/SelectField';
import { TextArea } from '../../ui/controls/TextArea';
import styles from './LaneControls.module.css';
import { onGenerateKey } from './laneKeys';
import { laneLabel } from './laneLabel';
import words from './narrative.en.md';
import { Settings } from './Settings';
import type { ModelOption } from './useLanes';

/** Stands for the model of the first answer, whichever it is. */
const SAME_MODEL = '';

interface LaneControlsProps {
  readonly id: string;
  readonly number: number;
  readonly lane: Lane;
  readonly wish: LaneWish;
  readonly models: readonly ModelOption[];
  /** Whether it came open, with its prompt ready to be written. */
  readonly opens: boolean;
  readonly onEdit: (change: Partial<Omit<Lane, 'id'>>) => void;
  readonly onWrite: () => void;
}

/** The prompt of its own, or the way to one. */
function Wording({ number, lane, wish, opens, onEdit, onWrite }: Omit<LaneControlsProps, 'id' | 'models'>) {
  if (lane.prompt === null) {
    return (
      <Button
        tone="plain"
        aria-label={laneLabel('ownWording', number)}
        onClick={() => onEdit({ prompt: wish.prompt, road: [] })}
      >
        {text(words, 'ownWording')}
      </Button>
    );
  }
  return (
    <>
      <TextArea
        label={laneLabel('promptLabel', number)}
        rows={3}
        value={lane.prompt}
        autoFocus={opens}
        onChange={(prompt) => onEdit({ prompt, road: [] })}
        onKeyDown={onGenerateKey(onWrite)}
      />
      <Button
        tone="plain"
        aria-label={laneLabel('sameWording', number)}
        onClick={() => onEdit({ prompt: null, road: [] })}
      >
        {text(words, 'sameWording')}
      </Button>
    </>
  );
}

/** Everything a lane beside the first may do otherwise. */
export function LaneControls(props: LaneControlsProps) {
  const { number, lane, models, onEdit } = props;
  const isGone = lane.checkpointId !== null && models.every(({ value }) => value !== lane.checkpointId);
  return (
    <div id={props.id} className={styles.controls} role="group" aria-label={laneLabel('change', number)}>
      <div className={styles.wording}>
        <Wording {...props} />
      </div>
      <SelectField
        label={laneLabel('model', number)}
        value={isGone ? SAME_MODEL : (lane.checkpointId ?? SAME_MODEL)}
        options={[{ value: SAME_MODEL, label: text(words, 'sameModel') }, ...models]}
        onChange={(id) => onEdit({ checkpointId: id === SAME_MODEL ? null : id, road: [] })}
      />
      <Settings
        settings={lane.settings}
        of={number}
        onEdit={(change) => onEdit({ settings: { ...lane.settings, ...change } })}
      />
      {lane.road.length > 0 && (
        <Button tone="plain" aria-label={laneLabel('leaveRoad', number)} onClick={() => onEdit({ road: [] })}>
          {text(words, 'leaveRoad')}
        </Button>
      )}
    </div>
  );
}
