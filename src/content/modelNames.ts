/** The three ages of a model's life, as the page calls them. */
export const PHASES = {
  untrained: 'Untrained',
  pretrained: 'Pretrained',
  fineTuned: 'Fine-tuned',
} as const;

export type PhaseOfLife = keyof typeof PHASES;

/** What a name is made of. */
export interface NamedModel {
  readonly id: string;
  /** True for models the reader trained. */
  readonly own: boolean;
  readonly phase: PhaseOfLife;
  readonly step: number;
}

/** E.g. "Fine-tuned, step 1,600", or "Yours: fine-tuned, step 200". */
function nameOf({ own, phase, step }: NamedModel): string {
  const age = own ? `Yours: ${PHASES[phase].toLowerCase()}` : PHASES[phase];
  return phase === 'untrained' ? age : `${age}, step ${step.toLocaleString('en')}`;
}

/** A distinct name for every model: where two would share one, the later ones are numbered. */
export function modelNames(models: readonly NamedModel[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const model of models) {
    const plain = nameOf(model);
    let name = plain;
    for (let copy = 2; taken.has(name); copy++) name = `${plain} (${copy})`;
    taken.add(name);
    names.set(model.id, name);
  }
  return names;
}
