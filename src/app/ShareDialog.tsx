import { useId, useState } from 'react';
import { text } from '../content/narrative';
import { Button } from '../ui/controls/Button';
import { ChoiceGroup } from '../ui/controls/ChoiceGroup';
import { classChoiceOf, classLink } from './classLink';
import { ClassLink } from './ClassLink';
import { ClassLinkPreview } from './ClassLinkPreview';
import words from './share.en.md';
import { ShareCode } from './ShareCode';
import styles from './ShareDialog.module.css';
import { ShareLink } from './ShareLink';
import { useModal } from './useModal';

export interface ShareDialogProps {
  /** The link to what the reader sees. */
  readonly hash: string;
  readonly onClose: () => void;
}

const KINDS = ['seen', 'class'] as const;

/** A link to what the reader sees, or one made for a class: to copy, or to scan from the wall. */
export function ShareDialog({ hash, onClose }: ShareDialogProps) {
  const { close, ref, beside } = useModal();
  const titleId = useId();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('seen');
  const [choice, setChoice] = useState(() => classChoiceOf(hash));
  const [isLarge, setLarge] = useState(false);

  const isForClass = kind === 'class';
  const shared = isForClass ? classLink(hash, choice) : hash;
  return (
    <dialog
      ref={ref}
      {...beside}
      className={styles.dialog}
      data-large={isLarge ? '' : undefined}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={(event) => {
        if (!isLarge) return;
        event.preventDefault();
        setLarge(false);
      }}
    >
      <div className={styles.sheet}>
        <h2 id={titleId} className={styles.title}>
          {text(words, 'title')}
        </h2>
        <div className={styles.choices}>
          <ChoiceGroup
            label={text(words, 'kind')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: text(words, `kind.${value}`) }))}
            hint={text(words, `kind.${kind}.hint`)}
            onChange={setKind}
          />
          {isForClass && <ClassLink choice={choice} onChoose={setChoice} />}
          <ShareLink hash={shared} />
        </div>
        <div className={styles.shown}>
          <ShareCode hash={shared} isLarge={isLarge} onLarge={setLarge} />
          {isForClass && !isLarge && <ClassLinkPreview {...choice} />}
        </div>
        <Button className={styles.close} tone="plain" onClick={close}>
          {text(words, 'close')}
        </Button>
      </div>
    </dialog>
  );
}
