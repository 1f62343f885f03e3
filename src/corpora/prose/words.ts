/** The words stories are made of. Nouns carry their own plural, verbs their own past form. */
const list = (text: string): readonly string[] => text.split(' ');

export const GIRLS = list('Mia Ada Nora Zoe Lena Ruby Ivy Emma Lily Sara Amina Yuki Rosa Tess Nina Maya');
export const BOYS = list('Leo Max Sam Ben Tom Noah Omar Finn Kai Jack Luis Emil Theo Ravi Hugo Otto');

/** Things one can find, lose, carry and give. */
export const OBJECTS = list(
  'ball kite book key coin stone button ring hat cup box bell map pen lamp shell boat drum flute scarf bag puzzle ' +
    'whistle basket letter clock',
);
/** Things to play with, which can also be made and can break. */
export const TOYS = list('kite boat drum puzzle whistle flute map box basket lamp clock castle robot');
/** Words before an object that stay true for the whole story. */
export const LOOKS = list(
  'red blue green yellow white black brown purple orange silver golden small big old new round shiny ' +
    'tiny pretty strange',
);
export const ANIMALS = list(
  'dog cat bird fox rabbit horse duck goat mouse frog owl turtle hen sheep squirrel hedgehog donkey pony',
);
/** What a child can be like. */
export const NATURES = list('curious clever brave friendly quiet shy kind cheerful careful');
/** Words before an animal. */
export const MOODS = list('little young gray friendly hungry sleepy clever brave quick quiet funny shy');
/** Places with the preposition that leads to them and the one that stays at them. */
export const PLACES: readonly { readonly to: string; readonly at: string }[] = [
  { to: 'to the garden', at: 'in the garden' },
  { to: 'to the park', at: 'in the park' },
  { to: 'to the forest', at: 'in the forest' },
  { to: 'to the river', at: 'by the river' },
  { to: 'to the lake', at: 'at the lake' },
  { to: 'to the beach', at: 'on the beach' },
  { to: 'to the market', at: 'at the market' },
  { to: 'to school', at: 'at school' },
  { to: 'to the library', at: 'in the library' },
  { to: 'to the farm', at: 'on the farm' },
  { to: 'into the kitchen', at: 'in the kitchen' },
  { to: 'to the old bridge', at: 'under the old bridge' },
  { to: 'up the hill', at: 'on the hill' },
  { to: 'to the train station', at: 'at the train station' },
  { to: 'into the barn', at: 'in the barn' },
  { to: 'to the museum', at: 'in the museum' },
];
/** Where a small thing can hide. */
export const SPOTS = [
  'under a tree',
  'behind a rock',
  'in the grass',
  'next to a bench',
  'under a leaf',
  'on a wall',
  'near the gate',
  'between two logs',
  'behind a bush',
  'in an old shoe',
  'under a blanket',
  'beside the path',
];
/** When a story happens, with the weather that fits. */
const ANY_WEATHER = [
  'the sun was warm',
  'the wind was cold',
  'the sky was gray',
  'the air was fresh',
  'the sky was blue',
];
export const DAYS: readonly { readonly time: string; readonly weather: readonly string[] }[] = [
  ...[
    'one day',
    'one morning',
    'on Monday',
    'on Friday',
    'on Sunday',
    'after breakfast',
    'after lunch',
    'one quiet afternoon',
    'early in the morning',
  ].map((time) => ({ time, weather: ANY_WEATHER })),
  { time: 'in the spring', weather: ['the grass was green', 'the birds were singing', ...ANY_WEATHER] },
  { time: 'last summer', weather: ['it was very hot', 'the sun was warm', 'the sky was blue'] },
  { time: 'on a cold day', weather: ['the wind was strong', 'there was ice everywhere', 'the air was cold'] },
  { time: 'on a sunny day', weather: ['the sun was warm', 'the sky was blue', 'it was very hot'] },
  { time: 'on a rainy day', weather: ['the ground was wet', 'the sky was gray', 'it rained and rained'] },
  { time: 'one winter day', weather: ['the snow was deep', 'there was ice everywhere', 'the air was cold'] },
  { time: 'one evening', weather: ['the stars were bright', 'the moon was round', 'the air was cold'] },
];
export const FOODS = [
  'bread',
  'soup',
  'rice',
  'cake',
  'cheese',
  'an apple',
  'a pear',
  'some berries',
  'a sandwich',
  'pancakes',
  'noodles',
  'a carrot',
];
export const FEELINGS = list('happy sad proud tired curious surprised worried calm excited nervous glad');
export const GOOD_FEELINGS = list('happy proud glad thankful cheerful');
export const DISHES = list('bread soup rice cake pancakes noodles pizza salad');
/** How to go home. */
export const PACES = list('slowly quickly quietly happily');
/** How to treat an animal. */
export const SOFTLY = list('softly quietly gently kindly slowly patiently');
export const TRADES = list(
  'baker teacher farmer doctor painter sailor gardener singer cook builder pilot librarian',
);
/** Things that come in numbers: singular and plural. */
export const COUNTED: readonly { readonly one: string; readonly many: string }[] = [
  { one: 'apple', many: 'apples' },
  { one: 'egg', many: 'eggs' },
  { one: 'card', many: 'cards' },
  { one: 'coin', many: 'coins' },
  { one: 'book', many: 'books' },
  { one: 'flower', many: 'flowers' },
  { one: 'stone', many: 'stones' },
  { one: 'pencil', many: 'pencils' },
  { one: 'cookie', many: 'cookies' },
  { one: 'shell', many: 'shells' },
  { one: 'stamp', many: 'stamps' },
  { one: 'leaf', many: 'leaves' },
  { one: 'marble', many: 'marbles' },
  { one: 'sticker', many: 'stickers' },
];
/** Words that are looked at as words: their letters, length, first and last letter. */
export const SPELLED = list(
  'tree bird apple water house green river sun moon star fish bread stone flower garden winter summer level noon ' +
    'radar letter number orange paper window music table yellow seven banana mirror',
);
export const NUMBER_WORDS = list('zero one two three four five six seven eight nine ten eleven twelve');
