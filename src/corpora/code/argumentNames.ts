/**
 * Names for arguments. A model that only ever sees `n` learns the name by heart; one that sees several
 * hundred must learn to copy the name from the signature.
 */
import type { Random } from '../../engine/random';
import type { ArgumentKind } from './task';

const words = (text: string): readonly string[] => text.split(' ');

const LETTERS = words('a b c d e f g h i j k l m n o p q r s t u v w x y z');

const LIST_WORDS = words(
  'xs ys nums numbers values data scores ages prices points marks heights weights sizes costs counts sums ' +
    'totals temps grades levels steps amounts results readings bills coins lengths widths years digits ' +
    'distances speeds votes goals wins ranks days hours parts series batch sample record laps ' +
    'rolls savings',
);

/** Words that fit what an argument holds; every single letter fits everything. */
const WORDS: Record<ArgumentKind, readonly string[]> = {
  number: words(
    'num number value val amount size length width height depth weight age year month day hour minute ' +
      'second price cost rate speed score points level step limit start end first last left right total ' +
      'small big low high top bottom side edge base apples books coins cats dogs birds cards eggs cups ' +
      'boxes pages steps games goals votes kids trees cars rooms money income salary balance distance ' +
      'target guess index position offset row column line unit quantity temp degrees balls shells stars stones ' +
      'seeds leaves tickets stamps marbles windows doors chairs tables floors miles wheels grams liters',
  ),
  length: words(
    'length width height depth size side base long wide tall rows columns meters inches feet top bottom ' +
      'edge span distance breadth',
  ),
  temperature: words(
    'celsius degrees temp temperature heat warmth reading value number weather morning noon',
  ),
  time: words('time minutes hours duration length amount value number total age wait trip ride lesson pause'),
  year: words('year century birthday start end number value date season time future past today'),
  person: words(
    'name person friend user student teacher guest child visitor player neighbor pupil somebody reader ' +
      'mother father sister brother aunt uncle winner nickname',
  ),
  text: words(
    'text string word sentence line phrase message name title label letters note quote answer question ' +
      'reply content comment story poem rhyme song verse book page paragraph slogan city country ' +
      'chapter headline motto diary recipe riddle street animal color fruit password username email code key tag heading caption greeting nickname',
  ),
  letter: words('char symbol mark sign initial target wanted chosen key'),
  list: LIST_WORDS,
  words: words(
    'words names items lines texts strings parts titles labels tags cities animals fruits colors friends ' +
      'pets toys books songs games foods plants birds tools sports pupils teams notes letters phrases rivers islands shapes ' +
      'flavors hobbies planets insects months',
  ),
  item: words('item value element target thing entry number wanted key extra new other piece'),
};

/** The names a textbook would use, by the kinds of all arguments together. */
const CONVENTIONS: Record<string, readonly string[]> = {
  number: words('n x num number value'),
  'number number': words('a,b x,y m,n first,second'),
  'number number number': words('a,b,c x,y,z'),
  'length length': words('w,h a,b width,height length,width'),
  temperature: words('c celsius temp degrees'),
  time: words('t minutes hours time'),
  year: words('y year n'),
  person: words('name person'),
  text: words('s text word string'),
  'text text': words('a,b s,t first,second'),
  'text letter': words('s,c text,c word,char'),
  'text number': words('s,n text,times word,count'),
  list: words('xs numbers nums values'),
  'list item': words('xs,x items,item values,value'),
  'list list': words('xs,ys a,b first,second'),
  'list number': words('xs,n numbers,n values,k'),
  words: words('words names items'),
};

/** How often the textbook names are used; the rest is drawn from the pool. */
const CONVENTION_SHARE = 0.5;
/** Among pool draws: how often a single letter. */
const LETTER_SHARE = 0.5;

/** Every name an argument of this kind may get. */
export function argumentPool(kind: ArgumentKind): readonly string[] {
  return [...LETTERS, ...WORDS[kind]];
}

/** The sets of names a textbook would choose from for arguments of these kinds; none where it has no habit. */
export function conventionalNames(kinds: readonly ArgumentKind[]): readonly (readonly string[])[] {
  return (CONVENTIONS[kinds.join(' ')] ?? []).map((names) => names.split(','));
}

/**
 * Draws distinct names, one per argument.
 * @param taken names that may not be used, such as the function's own
 */
export function drawArgumentNames(
  random: Random,
  kinds: readonly ArgumentKind[],
  taken: readonly string[],
): string[] {
  const conventions = conventionalNames(kinds);
  if (conventions.length > 0 && random.next() < CONVENTION_SHARE) {
    const names = random.pick(conventions);
    if (!names.some((name) => taken.includes(name))) return [...names];
  }
  // Letters and words are not mixed within one signature: `a, b` or `price, cost`.
  const letters = random.next() < LETTER_SHARE;
  const used = [...taken];
  return kinds.map((kind) => {
    const pool = (letters ? LETTERS : WORDS[kind]).filter((name) => !used.includes(name));
    const name = random.pick(pool);
    used.push(name);
    return name;
  });
}
