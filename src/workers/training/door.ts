import { text } from '../../content/narrative';
import { PROTOCOL_VERSION } from '../../protocol/training';
import type { ToWorker, TrainingCommand } from '../../protocol/training';
import words from './words.en.md';

/** Complete by type: a command added to the protocol and missing here does not compile. */
const COMMAND_TYPES: Readonly<Record<TrainingCommand['type'], true>> = {
  initialise: true,
  start: true,
  restore: true,
  pause: true,
  resume: true,
  step: true,
  stop: true,
  reset: true,
  save: true,
  generate: true,
  evaluate: true,
  compare: true,
  inspect: true,
  cancelGenerate: true,
};

/** A command, or a sentence that says why the message is none. */
export type Received =
  | { readonly ok: true; readonly command: ToWorker }
  | { readonly ok: false; readonly runId: string; readonly problem: string };

/** The one place where a message of unknown origin becomes a command. */
export function readCommand(data: unknown): Received {
  const record = typeof data === 'object' && data !== null ? data : {};
  const runId = 'runId' in record && typeof record.runId === 'string' ? record.runId : '';
  const refuse = (problem: string): Received => ({ ok: false, runId, problem });
  if (!('protocol' in record) || record.protocol !== PROTOCOL_VERSION) {
    const came = 'protocol' in record ? String(record.protocol) : 'none';
    return refuse(text(words, 'protocol.version', { expected: PROTOCOL_VERSION, came }));
  }
  if (!('runId' in record) || typeof record.runId !== 'string') return refuse(text(words, 'protocol.noRun'));
  if (!('type' in record) || typeof record.type !== 'string' || !Object.hasOwn(COMMAND_TYPES, record.type)) {
    const came = 'type' in record ? String(record.type) : 'none';
    return refuse(text(words, 'protocol.command', { came }));
  }
  return { ok: true, command: record as ToWorker };
}
