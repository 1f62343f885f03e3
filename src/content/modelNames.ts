import words from './models.en.md';
import { text } from './narrative';
import { count } from './numbers';

/** The three ages of a model's life. */
export type PhaseOfLife = 'untrained' | 'pretrained' | 'fineTuned';

/** How an age is called, e.g. "Fine-tuned". */
export const phaseName = (phase: PhaseOfLife): string => text(words, phase);

const SIZES = ['pico', 'nano', 'small', 'shipped'] as const;

/** How a size is called. The one that was trained offline is named in links and files by how it came. */
export function sizeName(preset: string): string {
  const size = SIZES.find((known) => known === preset);
  return size ? text(words, `size.${size}`) : preset;
}

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
  const whose = model.file === undefined ? 'own' : 'file';
  const age = isOwn(model) ? text(words, whose, { age: text(words, `age.${phase}`) }) : phaseName(phase);
  const name = withSize ? text(words, 'sized', { name: age, size: sizeName(preset) }) : age;
  return phase === 'untrained' ? name : text(words, 'atStep', { name, step: count(step) });
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
    for (let copy = 2; taken.has(name); copy++) name = text(words, 'copy', { name: plain, number: copy });
    taken.add(name);
    names.set(model.id, name);
  }
  return names;
}
