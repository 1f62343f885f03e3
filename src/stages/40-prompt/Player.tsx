import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import words from './nextToken.en.md';
import styles from './Player.module.css';
import type { PlayerView } from './usePlayer';

/** Drawn in a square of 16. */
const SIGNS = {
  back: 'M2 2h2v12H2zM14 2v12L5 8z',
  play: 'M4 2v12l9-6z',
  pause: 'M3 2h4v12H3zM9 2h4v12H9z',
  forward: 'M12 2h2v12h-2zM2 2v12l9-6z',
  toEnd: 'M1 2v12l6-6zM7 2v12l6-6zM13 2h2v12h-2z',
} as const;

interface KeyProps {
  readonly name: keyof typeof SIGNS;
  /** It stays in reach of the keyboard, so that the focus is not lost at either end. */
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function Key({ name, isOff, onPress }: KeyProps) {
  const label = text(words, name);
  return (
    <Button
      className={styles.key}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onPress}
    >
      <svg viewBox="0 0 16 16" width="1em" height="1em" fill="currentColor" aria-hidden="true">
        <path d={SIGNS[name]} />
      </svg>
    </Button>
  );
}

/** Step, play and pause along the tokens of an answer. Nothing is announced while it plays. */
export function Player({ player }: { readonly player: PlayerView }) {
  const { place, count, isPlaying } = player;
  const isEmpty = place === null;
  const isLast = isEmpty || place === count - 1;
  return (
    <div className={styles.player} role="group" aria-label={text(words, 'player')}>
      <Key name="back" isOff={isEmpty || place === 0} onPress={player.back} />
      <Key name={isPlaying ? 'pause' : 'play'} isOff={isEmpty} onPress={player.toggle} />
      <Key name="forward" isOff={isLast} onPress={player.forward} />
      <Key name="toEnd" isOff={isLast} onPress={player.toEnd} />
      <span className={styles.place}>
        {isEmpty ? text(words, 'noPlace') : text(words, 'place', { place: place + 1, count })}
      </span>
    </div>
  );
}
