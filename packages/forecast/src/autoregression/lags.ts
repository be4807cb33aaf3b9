// SPDX-License-Identifier: Apache-2.0

/** Without a season a quarter of weeks is looked back at; with one, at most so many neighbours in a row. */
const FEW = 13
const MOST_IN_A_ROW = 60

/**
 * How far back an auto-regression looks: every step of the shortest season, its next multiples, and the
 * neighbourhood of each season once and of the longest also two and three times.
 *
 * The neighbours on either side of a season are what lets a season that is no whole number (52.18 weeks in a year) be
 * followed: the fit leans to one side or the other.
 *
 * @param seasons Ascending, each at least 2; none for a series without season.
 * @param n       Length of the series: nothing beyond half of it is looked at.
 * @returns       Ascending, at least [1].
 */
export function lagsFor(seasons: readonly number[], n: number): number[] {
  const lags = new Set<number>()
  const shortest = seasons[0]
  const longest = seasons[seasons.length - 1]
  if (shortest === undefined || longest === undefined) {
    for (let lag = 1; lag <= FEW; lag++) lags.add(lag)
  } else {
    for (let lag = 1; lag <= Math.min(shortest + 2, MOST_IN_A_ROW); lag++) lags.add(lag)
    const multiples = Math.min(FEW, Math.floor(longest / shortest))
    for (let k = 2; k <= multiples; k++) lags.add(k * shortest)
    for (const season of seasons) for (let by = -2; by <= 2; by++) if (season + by > 0) lags.add(season + by)
    if (longest > shortest) lags.add(longest + shortest)
    for (const lag of [2 * longest - 1, 2 * longest, 2 * longest + 1, 3 * longest]) lags.add(lag)
  }
  const near = [...lags].filter((lag) => 2 * lag <= n).sort((a, b) => a - b)
  return near.length > 0 ? near : [1]
}

/**
 * What is taken from each value before the regression: the one before it, and, where there are several seasons, the
 * one a season before, for each season that leaves two thirds of the series.
 */
export function differencesFor(seasons: readonly number[], n: number): number[] {
  return [1, ...(seasons.length > 1 ? seasons.filter((season) => 3 * season <= n) : [])]
}
