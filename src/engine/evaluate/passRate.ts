/** A measured share of successes, and what the true share may well be. All 0..1. */
export interface PassRate {
  readonly rate: number;
  /** Of all true shares, those from `low` to `high` do not contradict what was measured. */
  readonly low: number;
  readonly high: number;
}

/** Standard deviations that 95% of a normal distribution keep within. */
const Z_95 = 1.959964;

/**
 * The share of programs that pass, with its 95% confidence interval.
 *
 * Wilson's interval holds every true share p from which the measured one is at most z standard deviations
 * sqrt(p (1 - p) / n) away. Unlike rate +- z sd it stays within 0..1, and it does not claim certainty when none or
 * all of a few programs pass.
 *
 * It takes attempts for independent. Many answers to one task are not, so over few tasks the truth is less certain
 * than it says.
 * @param passed programs that pass, 0 to total
 * @param total programs, at least 1
 * @throws RangeError when they are not whole numbers in these ranges
 * @source wilson1927
 */
export function passRate(passed: number, total: number): PassRate {
  if (!Number.isInteger(passed) || !Number.isInteger(total) || passed < 0 || total < 1 || passed > total) {
    throw new RangeError(
      `passRate expects whole numbers 0 <= passed <= total and total >= 1, got passed ${passed}, total ${total}`,
    );
  }
  const rate = passed / total;
  const weight = Z_95 ** 2 / total;
  const centre = (rate + weight / 2) / (1 + weight);
  const reach = Math.sqrt(weight * (rate * (1 - rate) + weight / 4)) / (1 + weight);
  // Rounding must not leave the range that the formula never leaves.
  return {
    rate,
    low: passed === 0 ? 0 : centre - reach,
    high: passed === total ? 1 : centre + reach,
  };
}
