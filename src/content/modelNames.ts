/** The three ages of a model's life, as the page calls them. */
export const PHASES = {
  untrained: 'Untrained',
  pretrained: 'Pretrained',
  fineTuned: 'Fine-tuned',
} as const;

export type PhaseOfLife = keyof typeof PHASES;

/** How a size is called. The one that was trained offline is named in links and files by how it came. */
export const sizeName = (preset: string): string => (preset === 'shipped' ? 'large' : preset);

/** What a name is made of; saved points fit. */
export interface NamedModel {
  readonly id: string;
  readonly origin: 'untrained' | 'shipped' | 'run';
  /** Name of the file the reader brought it in. */
  readonly file?: string;
  readonly info: { readonly phase: PhaseOfLife; readonly step: number; readonly preset: string };
}

/** True for models the reader trained, or brought in a file. */
export const isOwn = ({ origin }: Pick<NamedModel, 'origin'>): boolean => origin === 'run';

/** E.g. "Fine-tuned, step 1,600", or "Yours: fine-tuned nano, step 200" where sizes differ; "From a file: ...". */
function nameOf(model: NamedModel, withSize: boolean): string {
  const { phase, step, preset } = model.info;
  const whose = model.file === undefined ? 'Yours' : 'From a file';
  const age = isOwn(model) ? `${whose}: ${PHASES[phase].toLowerCase()}` : PHASES[phase];
  const sized = withSize ? `${age} ${sizeName(preset)}` : age;
  return phase === 'untrained' ? sized : `${sized}, step ${step.toLocaleString('en')}`;
}

/** The sizes of the trained models that share an owner. */
function sizesOf(models: readonly NamedModel[], own: boolean): ReadonlySet<string> {
  const trained = models.filter((model) => isOwn(model) === own && model.info.phase !== 'untrained');
  return new Set(trained.map(({ info }) => info.preset));
}

/** A distinct name for every model: with its size where sizes differ, and a number where two would still be alike. */
export function modelNames(models: readonly NamedModel[]): ReadonlyMap<string, string> {
  const manySizes = { own: sizesOf(models, true).size > 1, shipped: sizesOf(models, false).size > 1 };
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const model of models) {
    const isSized = isOwn(model) ? manySizes.own : manySizes.shipped;
    const plain = nameOf(model, isSized);
    let name = plain;
    for (let copy = 2; taken.has(name); copy++) name = `${plain} (${copy})`;
    taken.add(name);
    names.set(model.id, name);
  }
  return names;
}
