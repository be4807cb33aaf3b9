// SPDX-License-Identifier: Apache-2.0

/** One-sided 5 % point of the normal, as used by the entrants of the M3 and M4 competitions. */
const CRITICAL = 1.645

/**
 * Whether a series has a season: its autocorrelation at the season's lag exceeds what shorter memory explains.
 *
 * @param y At least two seasons, else the answer is no.
 * @source Bartlett's formula; the test of Assimakopoulos and Nikolopoulos (2000) and of the M4 benchmarks.
 */
export function isSeasonal(y: Float64Array, seasonLength: number): boolean {
  const n = y.length
  if (seasonLength < 2 || n < 2 * seasonLength + 1) return false
  let centre = 0
  for (let t = 0; t < n; t++) centre += (y[t] as number) / n
  let power = 0
  for (let t = 0; t < n; t++) power += ((y[t] as number) - centre) ** 2
  if (!(power > 0)) return false
  let memory = 0
  let last = 0
  for (let lag = 1; lag <= seasonLength; lag++) {
    let product = 0
    for (let t = lag; t < n; t++) product += ((y[t] as number) - centre) * ((y[t - lag] as number) - centre)
    last = product / power
    if (lag < seasonLength) memory += last * last
  }
  return Math.abs(last) > CRITICAL * Math.sqrt((1 + 2 * memory) / n)
}
