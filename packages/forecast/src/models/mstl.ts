// SPDX-License-Identifier: Apache-2.0

import { meanOfValues } from '../combination/of-models.ts'
import { mstl as decompose } from '../decomposition/mstl.ts'
import { seasonsShown } from '../seasons.ts'
import type { Fit, Model } from '../types.ts'
import { ets, fitEts } from './ets.ts'

/** Smoothing of logarithms, whose zero is only a unit's: forms whose errors multiply would depend on the unit. */
const OF_LOGARITHMS = ['A,N,N', 'A,A,N', 'A,Ad,N']

/**
 * Takes all seasons out by loess, forecasts what is left by exponential smoothing, and repeats the last of each season.
 * Where all values are positive the mean of two: seasons that add, and seasons that multiply (added logarithms).
 *
 * @source Bandara, Hyndman and Bergmeir (2021), see decomposition/mstl.ts; forecasting by parts: Hyndman and
 *         Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.7.
 */
export const mstl: Model = {
  name: 'mstl',

  minimumLength(seasonLength) {
    return seasonLength > 1 ? 2 * seasonLength : ets.minimumLength(1)
  },

  fit(y, seasonLength, context) {
    const seasons = seasonsShown(seasonLength, context, y.length)
    const parts = [fitForm(y, seasons, false)]
    if (y.every((value) => value > 0)) parts.push(fitForm(y.map(Math.log), seasons, true))
    return { model: 'mstl', version: 1, seasonLength, n: y.length, parameters: {}, state: {}, parts }
  },

  advance(fit, further) {
    const parts = (fit.parts ?? []).map((part) => advanceForm(part, further))
    return { ...fit, n: fit.n + further.length, parts }
  },

  predict(fit, h) {
    return meanOfValues(predictForms(fit, h))
  },
}

/** What each form says, [forms][h]; `predict` is their mean. */
export function predictForms(fit: Fit, h: number): Float64Array[] {
  return (fit.parts ?? []).map((part) => {
    const rest = ets.predict(part.parts?.[0] as Fit, h)
    const logged = part.parameters.logged === 1
    return rest.map((value, k) => {
      const said = value + seasonAt(part, part.n + k)
      return logged ? Math.exp(Math.min(said, part.parameters.highest as number)) : said
    })
  })
}

/** The last of each season and the smoothing of what is left; y as logarithms where `logged`. */
function fitForm(y: Float64Array, seasons: readonly number[], logged: boolean): Fit {
  const n = y.length
  const adjusted = Float64Array.from(y)
  const state: Record<string, number[]> = {}
  if (seasons.length > 0) {
    const found = decompose(y, seasons)
    found.seasons.forEach((season, i) => {
      for (let t = 0; t < n; t++) adjusted[t] = (adjusted[t] as number) - (season[t] as number)
      const length = found.seasonLengths[i] as number
      // By place: index t mod the season's length.
      state[`season${length}`] = Array.from(
        { length },
        (_, place) => season[n - length + ((((place - n) % length) + length) % length)] as number,
      )
    })
  }
  // A trend that doubles the logarithm's range would leave the range of a double soon after.
  let highest = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  for (const value of y) {
    highest = Math.max(highest, value)
    lowest = Math.min(lowest, value)
  }
  return {
    model: 'mstl',
    version: 1,
    seasonLength: seasons[0] ?? 1,
    n,
    parameters: { logged: logged ? 1 : 0, highest: highest + (highest - lowest) },
    state,
    parts: [logged ? fitEts(adjusted, 1, { forms: OF_LOGARITHMS }) : ets.fit(adjusted, 1)],
  }
}

function advanceForm(part: Fit, further: Float64Array): Fit {
  const adjusted = further.map((value, k) => {
    const scaled = part.parameters.logged === 1 ? Math.log(value > 0 ? value : Number.MIN_VALUE) : value
    return scaled - seasonAt(part, part.n + k)
  })
  return { ...part, n: part.n + further.length, parts: [ets.advance(part.parts?.[0] as Fit, adjusted)] }
}

/** All seasons together at time t. */
function seasonAt(part: Fit, t: number): number {
  let total = 0
  for (const season of Object.values(part.state) as (readonly number[])[]) total += season[t % season.length] as number
  return total
}
