/** What the projected window and the speaker's window tell each other. Both are of this browser; nothing leaves it. */
import * as v from 'valibot';
import { LINK_PLANS } from '../../share/linkState';
import { CLOCK, CLOCK_ACTS } from './clock';
import { COMMANDS } from './commands';
import { STEP } from './kept';

const VERSION = 1;
const CHANNEL = 'how-did-chatgpt-learn-to-code.presenter';

const PAIR = v.pipe(v.string(), v.regex(/^[a-z0-9]{4,32}$/));
const envelope = { v: v.literal(VERSION), pair: PAIR };

const SHOWN = v.strictObject({
  ...envelope,
  kind: v.literal('shown'),
  /** The lesson; null when the presenter goes from stage to stage. */
  plan: v.nullable(v.picklist(LINK_PLANS)),
  titles: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(99)),
  /** Where the speaker is; the projected page shows another step only while it is frozen. */
  at: STEP,
  blank: v.boolean(),
  /** What else lies over the page; absent for nothing. */
  over: v.exactOptional(v.picklist(['code', 'keys'])),
  frozen: v.boolean(),
  spotlight: v.boolean(),
  story: v.boolean(),
  clock: CLOCK,
});
/** What the projected window shows. */
export type Shown = Omit<v.InferOutput<typeof SHOWN>, 'v' | 'pair' | 'kind'>;

const MESSAGE = v.variant('kind', [
  SHOWN,
  v.strictObject({ ...envelope, kind: v.literal('gone') }),
  v.strictObject({ v: v.literal(VERSION), pair: v.nullable(PAIR), kind: v.literal('hello') }),
  v.strictObject({ ...envelope, kind: v.literal('press'), command: v.picklist(COMMANDS) }),
  v.strictObject({ ...envelope, kind: v.literal('go'), step: STEP }),
  v.strictObject({ ...envelope, kind: v.literal('clock'), act: v.picklist(CLOCK_ACTS) }),
]);
export type Message = v.InferOutput<typeof MESSAGE>;
/** A message without its envelope. */
export type Told = Message extends infer M ? (M extends Message ? Omit<M, 'v' | 'pair'> : never) : never;

/** A message that is one of ours, or null: other pages of this origin may use a channel of this name. */
export function readMessage(data: unknown): Message | null {
  const parsed = v.safeParse(MESSAGE, data);
  return parsed.success ? parsed.output : null;
}

export interface Line {
  /** @param pair the windows that are meant; null asks whoever is there */
  tell(pair: string | null, told: Told): void;
  close(): void;
}

/** Opens the line between the windows; null in a browser without one. */
export function openLine(onMessage: (message: Message) => void): Line | null {
  if (!('BroadcastChannel' in globalThis)) return null;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message) onMessage(message);
  };
  return {
    tell: (pair, told) => channel.postMessage({ v: VERSION, pair, ...told }),
    close: () => channel.close(),
  };
}
