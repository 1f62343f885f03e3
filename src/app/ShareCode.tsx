import { useMemo } from 'react';
import { text } from '../content/narrative';
import { Button } from '../ui/controls/Button';
import { QrCode } from '../ui/share/QrCode';
import { qrModules } from '../ui/share/qrModules';
import { isOnlyHere } from './onlyHere';
import words from './share.en.md';
import styles from './ShareCode.module.css';

/** From here on a phone has to come close to a projected code: modules along an edge. */
const DENSE = 85;

interface ShareCodeProps {
  readonly hash: string;
  /** Whether the code fills the window. */
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
}

/** A link as a QR code, and the button that makes it as large as the window, to be scanned from the wall. */
export function ShareCode({ hash, isLarge, onLarge }: ShareCodeProps) {
  const modules = useMemo(() => qrModules(new URL(hash, window.location.href).href), [hash]);
  if (modules === null) return <p>{text(words, 'noCode')}</p>;
  const isHere = isOnlyHere(window.location);
  return (
    <div className={styles.code} data-large={isLarge ? '' : undefined}>
      <QrCode modules={modules} label={text(words, 'code')} />
      <Button onClick={() => onLarge(!isLarge)}>{text(words, isLarge ? 'smaller' : 'larger')}</Button>
      {isHere && <p className={styles.here}>{text(words, 'onlyHere')}</p>}
      {modules.length > DENSE && !isHere && <p className={styles.dense}>{text(words, 'dense')}</p>}
    </div>
  );
}
