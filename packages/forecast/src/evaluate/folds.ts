// SPDX-License-Identifier: Apache-2.0

/** From where, how far and how often the past is forecast. */
export type FoldPlan = {
  /** Everything before the first origin fits the model; later values only move its state on. */
  readonly origins: readonly number[]
  /** Periods ahead asked of each origin; fewer where the history ends. */
  readonly horizon: number
}

/** Share of the history held back from fitting. Less leaves too few errors, more fits on too little. */
const HELD_BACK = 0.4
/** Origins at most: more cost time and hardly add errors that are new. */
const MOST_ORIGINS = 12

/** Periods that must be left to judge by. */
export const FEWEST_JUDGED = 3

/**
 * Plans a backtest: the last two fifths of the history, but never more than half of it and no more than four horizons,
 * is forecast from up to twelve origins, evenly spread. Less is held back where the models need more to be fitted.
 *
 * @param n      Length of the history.
 * @param needed Values before the first origin without which no candidate can be fitted.
 * @returns undefined when that leaves fewer than three periods to judge by.
 */
export function planFolds(n: number, h: number, needed: number): FoldPlan | undefined {
  if (n - needed < FEWEST_JUDGED) return undefined
  const most = Math.min(Math.max(4 * h, 24), n - needed)
  const span = Math.min(most, Math.floor(n / 2), Math.max(Math.floor(HELD_BACK * n), h, FEWEST_JUDGED))
  const stride = Math.ceil(span / MOST_ORIGINS)
  const origins: number[] = []
  for (let origin = n - span; origin < n; origin += stride) origins.push(origin)
  return { origins, horizon: Math.min(h, span) }
}
