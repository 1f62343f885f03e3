import { plain } from '../../content/narrative';
import { decimals, wholeShare } from '../../content/numbers';
import { lossDomain, lossTickLabel, lossTicks, type Domain } from './lossAxes';
import { SMALLEST_LOSS } from './stepSeries';

/** What a chart measures: the form of its axis, and how its numbers are written. */
export interface Measure {
  /** Names the words of this measure in the chart's words. */
  readonly name: 'loss' | 'share' | 'coherence';
  readonly scale: 'log' | 'linear';
  /** What lies below is drawn at this height. */
  readonly floor: number;
  readonly domainOf: (values: Iterable<number>) => Domain;
  readonly ticks: (domain: Domain) => readonly number[];
  readonly tickLabel: (value: number) => string;
  readonly write: (value: number) => string;
}

/** Losses in bits per byte: a logarithmic axis, which has no zero. */
export const LOSS: Measure = {
  name: 'loss',
  scale: 'log',
  floor: SMALLEST_LOSS,
  domainOf: lossDomain,
  ticks: lossTicks,
  tickLabel: lossTickLabel,
  write: decimals,
};

const inPercent = (value: number): string => wholeShare(value / 100);

/** Shares in percent, from none to all. */
const inShares = (name: 'share' | 'coherence'): Measure => ({
  name,
  scale: 'linear',
  floor: 0,
  domainOf: () => [0, 100],
  ticks: () => [100, 75, 50, 25, 0],
  tickLabel: plain,
  write: inPercent,
});

/** Shares of programs. */
export const SHARE = inShares('share');

/** Of what could be checked in stories, the share that is right. */
export const COHERENCE = inShares('coherence');
