import { plain } from '../../../content/narrative';
import { LOSS, SHARE, type Measure } from '../../../ui/charts/measures';
import type { LineKind, StepSeries } from '../../../ui/charts/stepSeries';
import { escaped } from './reportHtml';

/** The colours of the light page: a saved file has no style sheet of ours. A test holds them to it. */
export const CURVE_COLOURS: Readonly<Partial<Record<LineKind, string>>> = {
  prose: '#1f6391',
  code: '#9a4a00',
  passes: '#10694a',
};
/** Lines of one colour are told apart by their dashes too. */
const DASHES: Readonly<Partial<Record<LineKind, string>>> = { runs: '6 4', parses: '1 3' };
const INK = '#554c3f';
const RULE = '#ded5c3';

const WIDTH = 640;
const HEIGHT = 260;
const PLOT = { left: 48, right: 500, top: 16, bottom: 226 };
/** Labels closer than this would cover each other. */
const LABEL_GAP = 15;

export interface Curve {
  readonly measure: 'loss' | 'share';
  readonly series: readonly StepSeries[];
  readonly totalSteps: number;
  /** What the horizontal axis counts. */
  readonly axis: string;
  /** What it shows, in a sentence: its name for who cannot see it. */
  readonly summary: string;
}

export const MEASURES: Readonly<Record<Curve['measure'], Measure>> = { loss: LOSS, share: SHARE };

/** A value's height on the page, in pixels from the top. */
function heightOf({ scale, floor }: Measure, [low, high]: readonly [number, number]) {
  const at = (value: number): number => (scale === 'log' ? Math.log(Math.max(floor, value)) : value);
  return (value: number): number =>
    PLOT.bottom - ((at(value) - at(low)) / Math.max(1e-9, at(high) - at(low))) * (PLOT.bottom - PLOT.top);
}

/** Heights moved down so that no two labels touch. */
function apart(heights: readonly number[]): readonly number[] {
  const order = heights.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y);
  let last = -Infinity;
  const placed = heights.slice();
  for (const { y, index } of order) {
    last = Math.max(y, last + LABEL_GAP);
    placed[index] = last;
  }
  return placed;
}

/** Lines over steps as a picture of its own: an SVG document without scripts or styles. */
export function curveSvg({ measure: name, series, totalSteps, axis, summary }: Curve): string {
  const measure = MEASURES[name];
  const lines = series.filter(({ points }) => points.length > 0);
  const domain = measure.domainOf(lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const y = heightOf(measure, domain);
  const x = (step: number): number =>
    PLOT.left + (Math.min(step, totalSteps) / Math.max(1, totalSteps)) * (PLOT.right - PLOT.left);
  const px = (value: number): string => value.toFixed(1);
  const grid = measure
    .ticks(domain)
    .flatMap((tick) => [
      `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${px(y(tick))}" y2="${px(y(tick))}" stroke="${RULE}"/>`,
      `<text x="${PLOT.left - 8}" y="${px(y(tick) + 4)}" text-anchor="end">${escaped(measure.tickLabel(tick))}</text>`,
    ]);
  const ends = apart(lines.map(({ points }) => y(points.at(-1)?.value ?? 0)));
  const drawn = lines.flatMap(({ kind, label, points }, index) => {
    const colour = CURVE_COLOURS[kind] ?? INK;
    const path = points.map(({ step, value }) => `${px(x(step))},${px(y(value))}`).join(' ');
    const last = points.at(-1)?.value ?? 0;
    const dashes = DASHES[kind];
    const dash = dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`;
    const told = `${label} ${measure.write(last)}`;
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
      `<text x="${PLOT.right + 8}" y="${px((ends[index] ?? 0) + 4)}" fill="${colour}">${escaped(told)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(summary)}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">`,
    ...grid,
    ...drawn,
    `<text x="${PLOT.left}" y="${HEIGHT - 12}">0</text>`,
    `<text x="${PLOT.right}" y="${HEIGHT - 12}" text-anchor="end">${escaped(`${axis} ${plain(totalSteps)}`)}</text>`,
    '</svg>',
  ].join('\n');
}
