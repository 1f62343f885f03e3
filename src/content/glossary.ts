import words from './glossary.en.md';

/** A term of the glossary, told in one or two plain sentences. */
export interface Entry {
  /** What `[[id]]` in a narrative refers to: the same in every language. */
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** A section of the glossary reads "name: meaning". */
function entryOf([id, { text }]: [string, { readonly text: string }]): Entry {
  const [name = '', ...meaning] = text.split(': ');
  return { id, name, meaning: meaning.join(': ') };
}

/** Every entry by its id. */
export const GLOSSARY: ReadonlyMap<string, Entry> = new Map(
  Object.entries(words).map((section) => [section[0], entryOf(section)] as const),
);
