/**
 * Measured numbers in the words of the page: `{{evidence small.seen.passes}}` becomes "76%" when a narrative is
 * compiled, so no number is typed by hand. `... least` and `... most` give the ends of its spread, `... n` and
 * `... seeds` what it rests on, `... as bits` writes a number that is no share, e.g. bits per byte.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LOCALE } from '../src/content/locale.ts';
import type { Figure } from './evidence/figure.ts';

/** Where `npm run evidence` writes. */
export const EVIDENCE_FILE = resolve('public/evidence.json');

/** All figures by their id. @throws Error when the file is missing or holds none */
export function readFigures(): ReadonlyMap<string, Figure> {
  const { claims } = JSON.parse(readFileSync(EVIDENCE_FILE, 'utf8')) as {
    claims: Record<string, { figures: Record<string, Figure> }>;
  };
  return new Map(Object.values(claims).flatMap(({ figures }) => Object.entries(figures)));
}

const withDecimals = (value: number, decimals: number, tag: string): string =>
  value.toLocaleString(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** The ways a figure can be written, by the name that words give them. */
const FORMS: Readonly<Record<string, (value: number, tag: string) => string>> = {
  percent: (value, tag) => value.toLocaleString(tag, { style: 'percent' }),
  points: (value, tag) => withDecimals(value * 100, 0, tag),
  bits: (value, tag) => withDecimals(value, 2, tag),
  times: (value, tag) => withDecimals(value, 1, tag),
  count: (value, tag) => withDecimals(value, 0, tag),
};

/**
 * Fills the `{{evidence ...}}` placeholders of a text; others stay.
 * @param tag the language to write numbers in
 * @throws Error naming a figure that was not measured, or a form that does not exist
 */
export function withEvidence(text: string, figures: () => ReadonlyMap<string, Figure>, tag = LOCALE): string {
  return text.replace(
    /\{\{evidence (\S+?)(?: (least|most|n|seeds))?(?: as (\w+))?\}\}/g,
    (_, id: string, part: 'least' | 'most' | 'n' | 'seeds' | undefined, form = 'percent') => {
      const figure = figures().get(id);
      if (!figure) throw new Error(`no figure "${id}" in the evidence; run npm run evidence`);
      if (part === 'n') return figure.n.toLocaleString(tag);
      if (part === 'seeds') return figure.seeds.length.toLocaleString(tag);
      const write = FORMS[form];
      if (!write) throw new Error(`no form "${form}"; there are ${Object.keys(FORMS).join(', ')}`);
      const [least, most] = figure.spread ?? [figure.value, figure.value];
      return write(part === 'least' ? least : part === 'most' ? most : figure.value, tag);
    },
  );
}
