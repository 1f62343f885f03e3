import { relative } from 'node:path';
import type { WrittenSection } from './wordFiles';

/** Digits that are no figures, wherever they stand, and why. */
const NO_FIGURES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /\bGPT-\d|WebGL \d|UTF-8|\d-gram|pass@\d/g, reason: 'names' },
  { pattern: /et al\. \d{4}/g, reason: 'the year of a source' },
  { pattern: /^\d+\. /gm, reason: 'the numbers of a list' },
  { pattern: /temperature (?:of both to )?\d(?:\.\d)?/gi, reason: 'a setting, told by its value' },
  {
    pattern: /\b(?:the same as|after|like|as) answer 1\b|\banswer 1\b/gi,
    reason: 'the name of the first answer',
  },
  {
    pattern: /\b1 (?:character|function|line|run|saved point|term|token)\b|\bOnly 1 of\b/g,
    reason: 'the singular',
  },
  { pattern: /\bfrom 0 to (?:100 %|1\b)|\b100 ?%/g, reason: 'the ends of a scale' },
  { pattern: /\bis 0\b/g, reason: 'a setting, told by its value' },
];

/** What the presets of the gallery are made of, and what can be seen in them. */
const GALLERY = 'stages/40-prompt/gallery.en.md';

/** Figures that are typed all the same, and why that is right. */
export const TYPED: Readonly<
  Record<string, { readonly numbers: readonly string[]; readonly reason: string }>
> = {
  'content/glossary.en.md ## temperature': {
    numbers: ['1', '1', '0'],
    reason: 'dividing by 1 changes nothing, and 0 is the setting that takes the likeliest',
  },
  'stages/50-evaluate/narrative.en.md ## daring.explanation': {
    numbers: ['8'],
    reason: 'repeats the head of a column, whose figures are those of pass@8',
  },
  'stages/40-prompt/narrative.en.md ## temperatureHint': { numbers: ['0'], reason: 'a setting to choose' },
  'stages/30-fine-tune/narrative.en.md ## reveal.withReplay': {
    numbers: ['0'],
    reason: 'a setting to choose',
  },
  'stages/30-fine-tune/narrative.en.md ## cost': {
    numbers: ['10%', '15%'],
    reason: 'the settings of two rows, as scripts/evidence/claims/forgetting.ts trains them',
  },
  'ui/charts/sweep.en.md ## explanation': {
    numbers: ['19', '20'],
    reason: 'what the 95% of the interval in engine/evaluate/passRate.ts means',
  },
};

/** The numbers that stand in the ids of the figures a section shows: `transfer.300.pretrained` tells of step 300. */
function numbersInIds(source: string): ReadonlySet<string> {
  const ids = [...source.matchAll(/\{\{evidence (\S+?)[ }]/g)].map((match) => match[1] ?? '');
  return new Set(ids.flatMap((id) => id.match(/\d+(?:\.\d+)?/g) ?? []));
}

/** Key of a section in `TYPED`. */
export const placeOf = ({ file, key }: Pick<WrittenSection, 'file' | 'key'>): string =>
  `${relative('src', file)} ## ${key}`;

/** The numbers that somebody typed into a section and that neither code nor evidence stands behind. */
export function typedNumbers(section: WrittenSection): readonly string[] {
  if (placeOf(section).startsWith(GALLERY)) return [];
  const written = section.source.replace(/\{\{.*?\}\}|```[\s\S]*?```|`[^`]*`/g, ' ');
  const plain = NO_FIGURES.reduce(
    (text, { pattern }) => text.replace(pattern, ' '),
    written.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1'),
  );
  const held = numbersInIds(section.source);
  return (plain.match(/\d+(?:[.,]\d+)*%?/g) ?? []).filter((number) => !held.has(number));
}
