// SPDX-License-Identifier: Apache-2.0

// How far a place in the season may drift over the years: each index is an average over this many seasons to each
// side, by tricube weights, as STL does it by default in R's forecast::mstl (window 11).
const REACH = 5.5

/**
 * How strong the season is: 1 less the share of variance that stays when the trend is out and the season is taken out
 * too. 0 without a season, near 1 where the season explains all.
 *
 * The season may drift. Trend by centred moving averages, in two rounds.
 *
 * @param y At least two seasons and a value more, else 0.
 * @source  Wang, Smith and Hyndman, Data Mining and Knowledge Discovery 13, 2006; as a rule for seasonal differences:
 *          Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 4.3 and 9.1.
 */
export function seasonalStrength(y: Float64Array, seasonLength: number): number {
  const n = y.length
  if (seasonLength < 2 || n < 2 * seasonLength + 1) return 0
  const half = Math.floor(seasonLength / 2)
  let season: Float64Array = new Float64Array(n)
  let trend: Float64Array = new Float64Array(n)
  for (let round = 0; round < 2; round++) {
    trend = centredAverage(y, season, seasonLength)
    season = drifting(y, trend, half, seasonLength)
  }
  trend = centredAverage(y, season, seasonLength)
  let restVariance = 0
  let wholeVariance = 0
  let restMean = 0
  let wholeMean = 0
  const count = n - 2 * half
  for (let t = half; t < n - half; t++) {
    const whole = (y[t] as number) - (trend[t] as number)
    wholeMean += whole / count
    restMean += (whole - (season[t] as number)) / count
  }
  for (let t = half; t < n - half; t++) {
    const whole = (y[t] as number) - (trend[t] as number)
    wholeVariance += (whole - wholeMean) ** 2
    restVariance += (whole - (season[t] as number) - restMean) ** 2
  }
  return wholeVariance > 0 ? Math.max(0, 1 - restVariance / wholeVariance) : 0
}

/** Centred average over one season of y less the season so far; 0 within half a season of the ends. */
function centredAverage(y: Float64Array, season: Float64Array, m: number): Float64Array {
  const n = y.length
  const half = Math.floor(m / 2)
  const out = new Float64Array(n)
  const ends = m % 2 === 0 ? 0.5 : 1
  const at = (t: number) => (y[t] as number) - (season[t] as number)
  let between = 0
  for (let j = 1; j < 2 * half; j++) between += at(j)
  for (let t = half; t < n - half; t++) {
    out[t] = (between + ends * (at(t - half) + at(t + half))) / m
    between += at(t + half) - at(t - half + 1)
  }
  return out
}

/** For each time, the weighted mean of what is left at the same place of the seasons around it. */
function drifting(y: Float64Array, trend: Float64Array, half: number, m: number): Float64Array {
  const n = y.length
  const out = new Float64Array(n)
  for (let t = 0; t < n; t++) {
    let total = 0
    let weights = 0
    for (let j = -Math.floor(REACH); j <= REACH; j++) {
      const s = t + j * m
      if (s < half || s >= n - half) continue
      const apart = Math.abs(j) / REACH
      const weight = (1 - apart ** 3) ** 3
      total += weight * ((y[s] as number) - (trend[s] as number))
      weights += weight
    }
    out[t] = weights > 0 ? total / weights : 0
  }
  return out
}
