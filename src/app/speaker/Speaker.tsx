import { useEffect, useEffectEvent } from 'react';
import { COMMANDS, commandOf, focusOf, type Command } from '../presenter/commands';
import { SpeakerView } from './SpeakerView';
import { useProjected } from './useProjected';

const isCommand = (command: string | null): command is Command =>
  COMMANDS.some((candidate) => candidate === command);

/** The speaker's window: what the projected one tells, and its keys. */
export function Speaker({ pair }: { readonly pair: string | null }) {
  const projected = useProjected(pair);
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const command = commandOf(event, focusOf(event.target));
    if (!isCommand(command)) return;
    event.preventDefault();
    projected.tell({ kind: 'press', command });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return <SpeakerView {...projected} />;
}
