// SPDX-License-Identifier: Apache-2.0
import { goldenSection } from '@resham/stats'
import { BOUNDS } from './form.ts'

/** A level found: its smoothing, where it began and where it stands, and the sum of squared errors. */
export type LevelFit = {
  readonly alpha: number
  readonly level0: number
  readonly level: number
  readonly sse: number
}

/**
 * Fits a level by least squared one-step error, exactly in its start.
 *
 * The errors are linear in the initial level. So two recursions run side by side, one from zero and one for a unit of
 * the initial level; the best start follows from them for each alpha, and alpha alone is searched.
 *
 * @param y At least one value.
 * @source Recursion: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008), table 2.1 (A,N,N).
 */
export function fitLevel(y: Float64Array): LevelFit {
  const [least, most] = BOUNDS.alpha
  const { x } = goldenSection((alpha) => levelPass(y, alpha).sse, least, most, { grid: 7, steps: 10 })
  return levelPass(y, x)
}

function levelPass(y: Float64Array, alpha: number): LevelFit {
  let level = 0
  let unit = 1
  let ee = 0
  let uu = 0
  let eu = 0
  for (let t = 0; t < y.length; t++) {
    const e = (y[t] as number) - level
    ee += e * e
    uu += unit * unit
    eu += e * unit
    level += alpha * e
    unit -= alpha * unit
  }
  const level0 = eu / uu
  return { alpha, level0, level: level + level0 * unit, sse: Math.max(0, ee - level0 * eu) }
}
