import { decodeLink } from '../share/decode';
import { encodeLink } from '../share/encode';
import type { Hidable, LinkState } from '../share/linkState';
import type { StageId } from '../store/state';

/** What a teacher decides about the link a class opens. */
export interface ClassChoice {
  readonly stage: StageId;
  readonly hide: readonly Hidable[];
  /** Whether answers in Prompt are written as soon as the link is opened. */
  readonly run: boolean;
}

/** What to begin with: the page as the teacher's link has it. */
export function classChoiceOf(hash: string): ClassChoice {
  const { stage = 'start', hide = [], run = false } = decodeLink(hash).state;
  return { stage, hide, run };
}

/** The teacher's link, changed as chosen. How the teacher's own page is shown to a room stays with the teacher. */
export function classLink(hash: string, { stage, hide, run }: ClassChoice): string {
  const rest: { -readonly [P in keyof LinkState]: LinkState[P] } = { ...decodeLink(hash).state };
  delete rest.present;
  delete rest.plan;
  delete rest.run;
  // In the other stages nobody would see the answers that a machine writes there.
  const runs = run && stage === 'prompt';
  if (!runs) delete rest.answeredOn;
  return encodeLink({ ...rest, stage, hide, ...(runs ? { run: true } : {}) });
}
