import { plain } from '../../content/narrative';
import { roughShare } from '../run/quantity';

/** What came of one temperature. All shares 0..1. */
export interface SweepChartPoint {
  readonly temperature: number;
  /** Share of the programs that pass, and the range in which the true share probably lies. */
  readonly passed: { readonly rate: number; readonly low: number; readonly high: number };
  /** Share that can be read as Python. */
  readonly parsed: number;
  /** Different programs for the same task, as a share of the programs written for it. */
  readonly distinct: number;
  /** Programs judged. */
  readonly programs: number;
}

/** A temperature with as many decimals as it needs, at most two. */
export const temperatureText = (temperature: number): string => plain(Math.round(temperature * 100) / 100);

/** The numbers of a point as text, by the names the chart's words have for them. */
export function pointTexts({ temperature, passed, distinct }: SweepChartPoint): Record<string, string> {
  return {
    temperature: temperatureText(temperature),
    passed: roughShare(passed.rate),
    low: roughShare(passed.low),
    high: roughShare(passed.high),
    distinct: roughShare(distinct),
  };
}
