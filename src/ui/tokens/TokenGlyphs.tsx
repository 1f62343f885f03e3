import type { TokenPart } from './tokenDisplay';
import styles from './TokenGlyphs.module.css';

interface TokenGlyphsProps {
  readonly parts: readonly TokenPart[];
}

/** A token as it is drawn: letters in ink, marks for what cannot be seen in a fainter one. */
export function TokenGlyphs({ parts }: TokenGlyphsProps) {
  return (
    <bdi className={styles.glyphs}>
      {parts.map(({ kind, shown }, index) =>
        kind === 'text' ? (
          shown
        ) : (
          <span key={index} className={kind === 'byte' || kind === 'code' ? styles.number : styles.mark}>
            {shown}
          </span>
        ),
      )}
    </bdi>
  );
}
