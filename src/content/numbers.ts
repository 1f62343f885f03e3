/** How numbers are written everywhere on the page. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const BYTE_UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;
const BIG_NUMBERS: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** A whole number with separators, e.g. 1,600. */
export const count = (value: number): string => whole.format(value);

/** Bits per byte and other small measurements, e.g. 0.42. */
export const decimals = (value: number): string => twoDecimals.format(value);

/** How many weights a model has, to the thousand, e.g. 155,000; from a million on in words. */
export const weights = (parameters: number): string =>
  parameters >= 1e6 ? inWords(parameters) : count(Math.round(parameters / 1000) * 1000);

/** A share from 0 to 1, e.g. 12.5%; what would round to nothing says so. */
export const share = (value: number): string =>
  value > 0 && value < 0.0005 ? 'under 0.1%' : percent.format(value);

/** Size of a text in decimal units, e.g. 1.9 MB. */
export function byteSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.5 ? whole.format(value) : short.format(value)} ${BYTE_UNITS[unit]}`;
}

/** A large number in words a reader can say, e.g. 870 thousand is 870,000 and 175e9 is 175 billion. */
export function inWords(value: number): string {
  const found = BIG_NUMBERS.find(([size]) => value >= size);
  if (!found) return whole.format(value);
  const [size, name] = found;
  return `${value / size >= 100 ? whole.format(value / size) : short.format(value / size)} ${name}`;
}

/** Minutes of a lesson, e.g. 1.5. */
export const minutes = (value: number): string => short.format(value);
