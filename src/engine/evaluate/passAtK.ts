/**
 * The chance that at least one of k attempts passes, estimated from n attempts of which c passed.
 *
 * Counting whether the first k passed would waste the other n - k; this is the mean over all ways to choose
 * k of the n: 1 - C(n - c, k) / C(n, k), as a product because the binomials overflow.
 * @param n attempts made
 * @param c attempts that passed, 0 to n
 * @param k attempts allowed, 1 to n
 * @throws RangeError when they are not whole numbers in these ranges
 * @source chen2021 eq. 1
 */
export function passAtK(n: number, c: number, k: number): number {
  if (![n, c, k].every(Number.isInteger) || c < 0 || c > n || k < 1 || k > n) {
    throw new RangeError(
      `passAtK expects whole numbers 0 <= c <= n and 1 <= k <= n, got n ${n}, c ${c}, k ${k}`,
    );
  }
  let allFail = 1;
  for (let i = 0; i < k; i++) allFail *= Math.max(0, n - c - i) / (n - i);
  return 1 - allFail;
}
