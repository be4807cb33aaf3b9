// SPDX-License-Identifier: Apache-2.0

/**
 * Seasonal indices by classical decomposition: each value against the moving average of one season around it,
 * averaged by place in the season, and centred.
 *
 * @param y    At least two seasons; all above zero when multiplicative.
 * @param m    Season length, at least 2.
 * @returns    Shape [m], index t mod m; they average 0 (additive) or 1 (multiplicative).
 * @source Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 3.4.
 */
export function seasonalIndices(y: Float64Array, m: number, multiplicative: boolean): Float64Array {
  const n = y.length
  const trend = centredAverage(y, m)
  const totals = new Float64Array(m)
  const counts = new Float64Array(m)
  const half = Math.floor(m / 2)
  for (let t = half; t < n - half; t++) {
    const level = trend[t] as number
    if (multiplicative && !(level > 0)) continue
    const place = t % m
    totals[place] = (totals[place] as number) + (multiplicative ? (y[t] as number) / level : (y[t] as number) - level)
    counts[place] = (counts[place] as number) + 1
  }
  const neutral = multiplicative ? 1 : 0
  let centre = 0
  for (let place = 0; place < m; place++) {
    const seen = counts[place] as number
    totals[place] = seen > 0 ? (totals[place] as number) / seen : neutral
    centre += (totals[place] as number) / m
  }
  for (let place = 0; place < m; place++) {
    const index = totals[place] as number
    totals[place] = multiplicative ? Math.max(index / centre, 1e-3) : index - centre
  }
  return totals
}

/** Moving average over one season, centred (2 x m where m is even). Places too near an end stay 0. */
function centredAverage(y: Float64Array, m: number): Float64Array {
  const n = y.length
  const half = Math.floor(m / 2)
  const out = new Float64Array(n)
  const even = m % 2 === 0
  for (let t = half; t < n - half; t++) {
    let total = 0
    for (let j = t - half; j <= t + half; j++) {
      const edge = even && (j === t - half || j === t + half)
      total += edge ? (y[j] as number) / 2 : (y[j] as number)
    }
    out[t] = total / m
  }
  return out
}
