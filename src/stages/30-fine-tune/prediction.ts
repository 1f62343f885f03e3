/** What may happen to the prose loss while code is learned, from best to worst. */
export const FATES = ['better', 'same', 'worse', 'lost'] as const;

export type Fate = (typeof FATES)[number];

/** The id the guess is kept under. */
export const QUESTION = 'fine-tune/stories';

/** Loss after, as a multiple of the loss before, up to which each fate reaches. */
const REACH: Readonly<Record<Fate, number>> = { better: 0.95, same: 1.05, worse: 1.35, lost: Infinity };

/** True for a guess this stage offers; what was kept may come from an older page. */
export function isFate(value: string | undefined): value is Fate {
  return FATES.some((fate) => fate === value);
}

/** What happened to the stories, by the loss on held-out prose in bits per byte. */
export function fateOf(before: number, after: number): Fate {
  return FATES.find((fate) => after <= before * REACH[fate]) ?? 'lost';
}

interface Measured {
  readonly proseBitsPerByte: number | null;
}

/** Prose loss of a run at its beginning and its end; null with fewer than two measurements. */
export function proseBeforeAfter(
  evaluations: readonly Measured[],
): { readonly before: number; readonly after: number } | null {
  const losses = evaluations.flatMap(({ proseBitsPerByte }) => proseBitsPerByte ?? []);
  const [before, after] = [losses[0], losses.at(-1)];
  return before === undefined || after === undefined || losses.length < 2 ? null : { before, after };
}
