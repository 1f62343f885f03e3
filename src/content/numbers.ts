import { LOCALE } from './locale';
import { counted, text } from './narrative';
import words from './numbers.en.md';

/** How numbers are written everywhere on the page. */
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 2 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const BYTE_UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;
const BIG_NUMBERS: readonly (readonly [number, 'trillions' | 'billions' | 'millions'])[] = [
  [1e12, 'trillions'],
  [1e9, 'billions'],
  [1e6, 'millions'],
];

/** A whole number with separators, e.g. 1,600. */
export const count = (value: number): string => whole.format(value);

const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const wholePercent = new Intl.NumberFormat(LOCALE, { style: 'percent' });
const fourDecimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
const enumeration = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const row = new Intl.ListFormat(LOCALE, { type: 'unit' });

/** A ratio, e.g. 2.4. */
export const ratio = (value: number): string => oneDecimal.format(value);

/** The time of day, e.g. 14:05. */
export const timeOfDay = (date: Date | number): string => clock.format(date);

/** Bits per byte and other small measurements, e.g. 0.42. */
export const decimals = (value: number): string => twoDecimals.format(value);

/** What chance drew, from 0 to 1, e.g. 0.4213. */
export const drawn = (value: number): string => fourDecimals.format(value);

/** A share from 0 to 1 without decimals, e.g. 12%. */
export const wholeShare = (value: number): string => wholePercent.format(value);

/** Some of one kind, in a sentence, e.g. a, b, and c. */
export const enumerated = (items: readonly string[]): string => enumeration.format(items);

/** One thing after the other, e.g. a, b, c. */
export const inARow = (items: readonly string[]): string => row.format(items);

/** How many weights a model has, to the thousand, e.g. 155,000; from a million on in words. */
export const weights = (parameters: number): string =>
  parameters >= 1e6 ? inWords(parameters) : count(Math.round(parameters / 1000) * 1000);

/** The smallest share that `percent` can write. */
const LEAST_SHARE = 0.001;

/** A share from 0 to 1, e.g. 12.5%; what would round to nothing says so. */
export const share = (value: number): string =>
  value > 0 && value < LEAST_SHARE / 2
    ? text(words, 'under', { share: percent.format(LEAST_SHARE) })
    : percent.format(value);

/** Size of a text in decimal units, e.g. 1.9 MB. */
export function byteSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return counted(words, 'bytes', value);
  const size = value >= 99.5 ? whole.format(value) : short.format(value);
  return text(words, BYTE_UNITS[unit] ?? 'GB', { size });
}

/** A large number in words a reader can say, e.g. 870 thousand is 870,000 and 175e9 is 175 billion. */
export function inWords(value: number): string {
  const found = BIG_NUMBERS.find(([size]) => value >= size);
  if (!found) return whole.format(value);
  const [size, name] = found;
  const scaled = value / size >= 100 ? whole.format(value / size) : short.format(value / size);
  return text(words, name, { count: scaled });
}

/** Minutes of a lesson, e.g. 1.5. */
export const minutes = (value: number): string => short.format(value);

/** A day as the reader's own calendar has it, e.g. November 23, 2026. */
export const day = (date: Date | number): string =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' }).format(date);
