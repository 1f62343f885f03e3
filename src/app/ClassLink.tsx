import { text } from '../content/narrative';
import { LINK_HIDABLE, type Hidable } from '../share/linkState';
import { STAGES } from '../stages/registry';
import { Checkbox } from '../ui/controls/Checkbox';
import { SelectField } from '../ui/controls/SelectField';
import type { ClassChoice } from './classLink';
import styles from './ClassLink.module.css';
import words from './share.en.md';

interface ClassLinkProps {
  readonly choice: ClassChoice;
  readonly onChoose: (choice: ClassChoice) => void;
}

/** What a class finds behind its link: where it opens, and what is left out. */
export function ClassLink({ choice, onChoose }: ClassLinkProps) {
  const { stage, hide, run } = choice;
  const toggle = (part: Hidable, isHidden: boolean): void =>
    onChoose({
      ...choice,
      hide: LINK_HIDABLE.filter((other) => (other === part ? isHidden : hide.includes(other))),
    });
  return (
    <>
      <SelectField
        label={text(words, 'stage')}
        value={stage}
        options={STAGES.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id) => onChoose({ ...choice, stage: id })}
      />
      <fieldset className={styles.parts}>
        <legend>{text(words, 'hide')}</legend>
        {LINK_HIDABLE.map((part) => (
          <Checkbox
            key={part}
            label={text(words, `hide.${part}`)}
            hint={text(words, `hide.${part}.hint`)}
            checked={hide.includes(part)}
            onChange={(isHidden) => toggle(part, isHidden)}
          />
        ))}
      </fieldset>
      {stage === 'prompt' && (
        <Checkbox
          label={text(words, 'run')}
          hint={text(words, 'run.hint')}
          checked={run}
          onChange={(runs) => onChoose({ ...choice, run: runs })}
        />
      )}
    </>
  );
}
