import { useEffect, useEffectEvent, useRef } from 'react';
import { commandOf, focusOf, type Command, type OwnCommand } from './commands';
import { isFocusByKeys } from './tabFocus';

const always = (): boolean => true;

/**
 * Listens to the keys of a presenter, in the projected window and in the speaker's. A key that is held down is one
 * press: a step is not meant thirty times a second.
 * @param isOurs whether the keys belong to the presenter now
 */
export function useCommandKeys(
  onCommand: (command: Command | OwnCommand) => void,
  isOurs: () => boolean = always,
): void {
  const isSpaceTaken = useRef(false);
  const onDown = useEffectEvent((event: KeyboardEvent, isFirst: boolean): void => {
    const isByKeys = isFocusByKeys();
    const command = commandOf(event, focusOf(event.target, isByKeys));
    if (isFirst) isSpaceTaken.current = false;
    if (command === null || !isOurs()) return;
    // Where the keyboard has put the focus, what has it comes first and may use the key; and Escape ends what is open.
    if (isFirst && (isByKeys || command === 'escape')) return;
    if (command !== 'escape') {
      event.preventDefault();
      event.stopPropagation();
    }
    isSpaceTaken.current = event.key === ' ';
    if (!event.repeat) onCommand(command);
  });
  useEffect(() => {
    const down = (event: KeyboardEvent): void => onDown(event, event.eventPhase === Event.CAPTURING_PHASE);
    const up = (event: KeyboardEvent): void => {
      // Not every browser has given the press of a button up by then.
      if (event.key === ' ' && isSpaceTaken.current) event.preventDefault();
    };
    window.addEventListener('keydown', down, true);
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up, true);
    return () => {
      window.removeEventListener('keydown', down, true);
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up, true);
    };
  }, []);
}
