import { useEffect } from 'react';
import { COMMANDS, type Command } from '../presenter/commands';
import { watchFocus } from '../presenter/tabFocus';
import { useCommandKeys } from '../presenter/useCommandKeys';
import { SpeakerView } from './SpeakerView';
import { useProjected } from './useProjected';

const isCommand = (command: string): command is Command =>
  COMMANDS.some((candidate) => candidate === command);

/** The speaker's window: what the projected one tells, and its keys. */
export function Speaker() {
  const projected = useProjected();
  useEffect(() => watchFocus(window), []);
  useCommandKeys((command) => {
    if (isCommand(command)) projected.tell({ kind: 'press', command });
  });
  return <SpeakerView {...projected} />;
}
