/**
 * Sentence frames: English with named slots, `{hero} found {a thing} {spot}.`
 *
 * A slot is replaced by the value of that name; `{a thing}` puts the right article before it and
 * capitals come from the position: frames are written in lower case.
 */
export type Slots = Readonly<Record<string, string | number>>;

const VOWEL_SOUND = /^[aeiou]/i;

/** "a" or "an", as the next word sounds. All our words that begin with a vowel letter sound like it. */
export function withArticle(noun: string): string {
  return `${VOWEL_SOUND.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Capital letters for the text, its sentences and its quotations; `"why?" she asked` stays one sentence. */
export function capitalise(text: string): string {
  return text.replace(
    /(^"?|[.!?] "?|\." "?|, ")([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** Fills the slots of a frame. @throws RangeError when the frame names a slot that has no value */
export function fillFrame(frame: string, slots: Slots): string {
  const filled = frame.replace(/\{(a )?(\w+)\}/g, (_, article: string | undefined, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no value for slot {${name}} in "${frame}"`);
    return article ? withArticle(String(value)) : String(value);
  });
  return capitalise(filled);
}

/** The words a frame brings itself, without its slots. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/\{[^}]*\}/g, ' ')
      .toLowerCase()
      .match(/[a-z]+(?:'[a-z]+)*/g) ?? []
  );
}
