/**
 * Plots: for each kind of story the frames of its parts, in order. One frame of each part is drawn, so
 * that every sentence follows from the one before it. Slots are described in scene.ts.
 */
import { OBJECTS, TOYS } from './words';

export interface Plot {
  /** What the story's thing may be. */
  readonly things: readonly string[];
  /** The parts in order; each offers several frames. */
  readonly parts: readonly (readonly string[])[];
}

/** How a story may begin; the hero goes somewhere. */
const OPENINGS = [
  'once upon a time, {a child} named {hero} went {to}.',
  '{time}, {hero} went {to}.',
  '{time}, {a child} named {hero} walked {to}.',
  'once upon a time, there was {a child} named {hero}. {time}, {he} went {to}.',
  '{hero} was {a nature} {child}. {time}, {he} ran {to}.',
  '{time}, {hero} and {his} mother went {to}.',
];

const SCENERY = [
  '{weather}.',
  '{weather}, but {hero} did not mind.',
  'it was quiet {at}.',
  '{hero} felt {feeling}.',
  '{he} ate {food} and looked around.',
  '{he} sang a song on the way.',
];

const ENDINGS = [
  '{hero} was {good} all day.',
  'in the evening, {he} told {his} father about it.',
  'then {hero} went home and had {food} for dinner.',
  'that night, {hero} slept well.',
  'it was a good day.',
  '{he} never forgot that day.',
  '{hero} smiled and walked home {pace}.',
];

const FIND: Plot = {
  things: OBJECTS,
  parts: [
    OPENINGS,
    SCENERY,
    [
      '{he} found {a fine} {spot}.',
      '{he} saw {a fine} {spot}.',
      'there was {a fine} {spot}, and {he} picked it up.',
      '{he} looked {spot} and found {a fine}.',
    ],
    [
      '"whose {thing} is this?" {he} asked.',
      'nobody was there, so {he} put the {thing} in {his} bag.',
      '{he} showed the {thing} to {his} friend {friend}.',
      '{he} wanted to know who had lost the {thing}.',
    ],
    [
      'the {thing} belonged to the {trade}, who said thank you.',
      '"that is my {thing}!" said the {trade}.',
      'the {trade} had looked for the {thing} all day.',
      '{he} gave the {thing} to the {trade}, who had lost it.',
    ],
    ENDINGS,
  ],
};

const LOSE: Plot = {
  things: OBJECTS,
  parts: [
    [
      '{hero} had {a fine}. {time}, {he} took the {thing} {to}.',
      '{hero} loved {his} {fine}. {time}, {he} carried it {to}.',
      'once upon a time, {hero} got {a fine} from {his} grandmother. {he} took it {to}.',
    ],
    SCENERY,
    [
      'then the {thing} was gone.',
      'but {he} lost the {thing} {at}.',
      'when {he} came home, the {thing} was not in {his} bag.',
      '{he} put the {thing} down and forgot it.',
    ],
    [
      '{he} looked for the {thing} everywhere.',
      '{he} asked {friend}, but {fhe} had not seen the {thing}.',
      '"where is my {thing}?" asked {hero}.',
      '{he} was sad and asked {his} friend {friend} for help.',
    ],
    [
      '{he} found the {thing} {spot}.',
      '{a pet} was sitting on the {thing}.',
      '{friend} found the {thing} {spot} and gave it back to {him}.',
      'in the end, the {thing} was {spot}.',
    ],
    ENDINGS,
  ],
};

const ANIMAL: Plot = {
  things: OBJECTS,
  parts: [
    OPENINGS,
    [
      '{he} met {a pet} {at}.',
      '{a pet} was waiting {spot}.',
      '{he} heard a sound. it was {a pet}.',
      '{he} saw {a pet} {spot}.',
    ],
    [
      'the {animal} was hungry, so {he} gave it {food}.',
      'the {animal} was afraid of the rain.',
      'the {animal} could not find its mother.',
      'the {animal} looked at {him} and did not run away.',
      'the {animal} had {a fine} in its mouth.',
    ],
    [
      '{hero} sat down and waited {softly}.',
      '"do not be afraid," said {hero}.',
      '{he} called {friend}, and together they helped the {animal}.',
      '{he} talked to the {animal} {softly}.',
      '{he} carried the {animal} home in {his} arms.',
    ],
    [
      'after that, the {animal} followed {hero} everywhere.',
      'soon the {animal} was calm and happy.',
      'soon the {animal} fell asleep {spot}.',
      'the {animal} and {hero} became good friends.',
      'the next day, the {animal} came back and brought {him} {a fine}.',
    ],
    ENDINGS,
  ],
};

const FRIENDS: Plot = {
  things: TOYS,
  parts: [
    [
      '{hero} and {friend} were friends. {time}, they went {to}.',
      '{time}, {hero} met {his} friend {friend} {at}.',
      'once upon a time, {hero} and {friend} lived in the same street. {time}, they walked {to}.',
    ],
    [
      '{friend} had {a fine}, and {hero} wanted to play with it.',
      '{hero} showed {friend} {his} {fine}.',
      'they made {a fine} out of paper and wood.',
      'there was {a fine}, and they both wanted it.',
    ],
    [
      '"you can have the {thing} first," said {friend}.',
      'they played with the {thing} until it was dark.',
      'but the {thing} broke, and {friend} was sad.',
      '{hero} asked, "may I hold the {thing}?"',
      '"let us share the {thing}," said {hero}.',
    ],
    [
      '{friend} smiled, and {hero} thanked {fhim}.',
      '{fhe} laughed and gave {him} the {thing}.',
      'they took turns and nobody was sad.',
      'they put the {thing} {spot} and ate {food}.',
      'the {trade} saw them and helped them.',
    ],
    [
      '{hero} and {friend} went home together.',
      'they were {good} and tired.',
      '"see you tomorrow," said {friend}.',
      'after that, {hero} and {friend} met every day.',
      'they are still friends.',
    ],
  ],
};

const LEARN: Plot = {
  things: OBJECTS,
  parts: [
    [
      '{hero} wanted to draw {a animal}.',
      'once upon a time, {hero} wanted to learn how to play a drum.',
      '{time}, {hero} tried to make {dish} for {friend}.',
      '{hero} could not swim yet. every day, {he} went to the lake with {friend}.',
      '{hero} wanted to build a robot.',
    ],
    [
      'it was not easy.',
      'at first, everything went wrong.',
      '{he} was nervous, but {he} began.',
      '{he} did not know how to start.',
    ],
    [
      '{he} asked {friend} for help.',
      '{friend} showed {him} every step.',
      '{he} tried again and again.',
      '{he} worked hard for many days.',
      '{his} teacher said, "take one small step every day."',
    ],
    [
      'the first time, {he} made a mistake.',
      'the second time, it was better.',
      '{he} wrote down what went wrong.',
      'after a week, {he} was better than before.',
    ],
    [
      'in the end, {he} could do it.',
      'now {he} can show {friend} how it works.',
      '"practice helps," said {hero}.',
      '{friend} clapped, and {hero} was {good}.',
    ],
  ],
};

const TRIP: Plot = {
  things: OBJECTS,
  parts: [
    [
      '{time}, {hero} and {friend} went {to} and then {to2}.',
      '{time}, the whole class went {to}. {hero} sat next to {friend}.',
      'once upon a time, {hero} and {friend} made a trip {to}.',
    ],
    SCENERY,
    [
      '{at2}, they met {a pet}.',
      'on the way, {he} lost {his} {fine}.',
      'they saw {a pet} and {a fine} {spot}.',
      '{friend} forgot {fhis} {fine} at home.',
    ],
    [
      'they laughed about it.',
      '{hero} drew a picture of it.',
      '"look!" said {friend}.',
      'the {trade} told them an old story.',
      'they counted the steps of the bridge.',
    ],
    [
      'in the afternoon, they were tired and sat down {spot}.',
      'then it began to rain, so they ran home.',
      'they stayed {at} until the evening.',
      'they shared {food} with the {trade}.',
    ],
    ENDINGS,
  ],
};

export const PLOTS: readonly Plot[] = [FIND, LOSE, ANIMAL, FRIENDS, LEARN, TRIP];
