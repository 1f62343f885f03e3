import { GLOSSARY, type Entry } from '../content/glossary';
import { LOCALE } from '../content/locale';
import { STAGES } from '../stages/registry';
import type { Stage } from '../stages/stage';

/** The terms that each file of words links to, listed by the build. */
const LINKED = import.meta.glob<readonly string[]>('../stages/*/*.en.md', {
  query: '?terms',
  import: 'default',
  eager: true,
});

/** An entry, and the stages whose words use it. */
export interface GlossaryTerm extends Entry {
  readonly stages: readonly Pick<Stage, 'id' | 'title'>[];
}

/** "../stages/20-pretrain/narrative.en.md" belongs to the stage "pretrain". */
const stageOf = (path: string): string | undefined => /\/\d\d-([a-z-]+)\/[^/]+$/.exec(path)?.[1];

function stagesWith(term: string): GlossaryTerm['stages'] {
  const ids = new Set(
    Object.entries(LINKED).flatMap(([path, terms]) => (terms.includes(term) ? [stageOf(path)] : [])),
  );
  return STAGES.filter(({ id }) => ids.has(id));
}

const { compare } = new Intl.Collator(LOCALE, { sensitivity: 'base' });

/** All terms in the order of the alphabet. */
export const TERMS: readonly GlossaryTerm[] = [...GLOSSARY.values()]
  .map((entry) => ({ ...entry, stages: stagesWith(entry.id) }))
  .sort((a, b) => compare(a.name, b.name));

const folded = (text: string): string => text.toLocaleLowerCase(LOCALE);

/** The terms that say what is wanted: first those that are called so, then those that mention it. */
export function termsSaying(wanted: string): readonly GlossaryTerm[] {
  const sought = folded(wanted.trim());
  const called = TERMS.filter(({ name }) => folded(name).includes(sought));
  return [
    ...called,
    ...TERMS.filter((term) => !called.includes(term) && folded(term.meaning).includes(sought)),
  ];
}
