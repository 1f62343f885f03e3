import { text } from '../../content/narrative';
import { PROMPT_GROUPS, type PromptGroup } from '../../store/evaluationState';
import styles from '../../ui/controls/Field.module.css';
import words from './narrative.en.md';

interface GroupChoiceProps {
  readonly value: readonly PromptGroup[];
  readonly onChange: (groups: readonly PromptGroup[]) => void;
}

/** Which kinds of tasks are asked: boxes to tick, of which one always stays. */
export function GroupChoice({ value, onChange }: GroupChoiceProps) {
  const toggle = (group: PromptGroup, isOn: boolean): void => {
    onChange(PROMPT_GROUPS.filter((one) => (one === group ? isOn : value.includes(one))));
  };
  return (
    <div className={styles.field}>
      <fieldset className={styles.choices} aria-describedby="evaluate-groups">
        <legend>{text(words, 'groups')}</legend>
        {PROMPT_GROUPS.map((group) => {
          const isOn = value.includes(group);
          return (
            <label key={group} className={styles.choice}>
              <input
                type="checkbox"
                checked={isOn}
                aria-disabled={isOn && value.length === 1}
                onChange={() => {
                  if (!isOn || value.length > 1) toggle(group, !isOn);
                }}
              />
              {text(words, `group.${group}`)}
            </label>
          );
        })}
      </fieldset>
      <span className={styles.hint} id="evaluate-groups">
        {text(words, 'groupsHint')}
      </span>
    </div>
  );
}
