// SPDX-License-Identifier: Apache-2.0
import { quasiNewton } from '@resham/stats'
import type { LearnedWeights, ModelName } from '../types.ts'
import { FEATURE_NAMES } from './features.ts'
import { scoresOf, softmax, standardise } from './learned.ts'

/** One hold-out cut from inside a training series: what each member said, and what came. */
export type WeightRow = {
  /** See FEATURE_NAMES: of what lies before the cut. */
  readonly features: ArrayLike<number>
  /** [members][h] */
  readonly said: readonly ArrayLike<number>[]
  /** [h] */
  readonly actual: ArrayLike<number>
  /** Naive error before the cut, above 0: the unit of MASE. */
  readonly scale: number
}

/** How hard coefficients are held near 0, that is near the prior weights. */
const SHRINKAGE = 0.03
/** What the two errors of the loss are divided by, so that they count about alike: their usual sizes on M3. */
const USUAL = { smape: 13, mase: 1.5 }
/** Share of a value below which an error's corner is rounded, so that the loss has slopes. */
const ROUNDED = 1e-3
const TURNS = 150

/**
 * Learns how much weight each member deserves, from the features of a series: a regularised linear softmax, which makes
 * the error of the weighted forecast small, half sMAPE, half MASE.
 *
 * @param rows  At least one; values not all 0 in any.
 * @param prior Score of each member before anything is learnt, [members].
 * @source Loss and idea: Montero-Manso, Athanasopoulos, Hyndman and Talagala, "FFORMA: Feature-based forecast model
 *         averaging", IJF 36, 2020 (there with boosted trees, and the weighted mean of the members' errors).
 */
export function trainWeights(
  rows: readonly WeightRow[],
  members: readonly ModelName[],
  prior: readonly number[],
): Pick<LearnedWeights, 'members' | 'prior' | 'features' | 'centre' | 'spread' | 'coefficients'> {
  const scaling = scalingOf(rows)
  const z = rows.map(({ features }) => standardise(features, scaling))
  const width = members.length
  const size = (FEATURE_NAMES.length + 1) * width
  const slopes = new Float64Array(size)
  const cut = (x: Float64Array) =>
    Array.from({ length: FEATURE_NAMES.length + 1 }, (_, i) => x.subarray(i * width, (i + 1) * width))

  const value = (x: Float64Array): number => {
    const coefficients = cut(x)
    let total = 0
    for (let i = 0; i < size; i++) {
      total += SHRINKAGE * (x[i] as number) ** 2
      slopes[i] = 2 * SHRINKAGE * (x[i] as number)
    }
    rows.forEach((row, r) => {
      const at = z[r] as Float64Array
      const weights = softmax(scoresOf(at, coefficients, prior))
      const { loss, byMember } = lossOf(row, weights)
      total += loss / rows.length
      const mean = weights.reduce((sum, weight, k) => sum + weight * (byMember[k] as number), 0)
      for (let k = 0; k < width; k++) {
        const slope = ((weights[k] as number) * ((byMember[k] as number) - mean)) / rows.length
        for (let i = 0; i < at.length; i++) {
          slopes[i * width + k] = (slopes[i * width + k] as number) + slope * (at[i] as number)
        }
      }
    })
    return total
  }
  const { x } = quasiNewton(
    { value, gradient: (_, out) => out.set(slopes) },
    new Float64Array(size),
    new Float64Array(size).fill(0.2),
    { turns: TURNS, tolerance: 1e-6 },
  )
  return {
    members,
    prior,
    features: FEATURE_NAMES,
    ...scaling,
    coefficients: cut(x).map((row) => Array.from(row, (one) => Number(one.toPrecision(5)))),
  }
}

function scalingOf(rows: readonly WeightRow[]): { centre: number[]; spread: number[] } {
  const centre = FEATURE_NAMES.map(
    (_, i) => rows.reduce((sum, row) => sum + (row.features[i] as number), 0) / rows.length,
  )
  const spread = FEATURE_NAMES.map((_, i) => {
    const squares = rows.reduce((sum, row) => sum + ((row.features[i] as number) - (centre[i] as number)) ** 2, 0)
    return Math.sqrt(squares / rows.length) || 1
  })
  const short = (value: number) => Number(value.toPrecision(5))
  return { centre: centre.map(short), spread: spread.map(short) }
}

/** Loss of a weighted forecast, and how it changes with each weight. */
function lossOf({ said, actual, scale }: WeightRow, weights: Float64Array): { loss: number; byMember: Float64Array } {
  const h = actual.length
  const byMember = new Float64Array(weights.length)
  let loss = 0
  for (let t = 0; t < h; t++) {
    const truth = actual[t] as number
    let forecast = 0
    for (let k = 0; k < weights.length; k++)
      forecast += (weights[k] as number) * ((said[k] as ArrayLike<number>)[t] as number)
    const error = forecast - truth
    const size = Math.sqrt(error * error + (ROUNDED * truth) ** 2 + 1e-300)
    const sum = Math.abs(forecast) + Math.abs(truth) + 1e-300
    const perScale = 1 / (USUAL.mase * scale * h)
    const perSum = 200 / (USUAL.smape * h)
    loss += size * perScale + (size / sum) * perSum
    const slope = (error / size) * (perScale + perSum / sum) - (Math.sign(forecast) * perSum * size) / (sum * sum)
    for (let k = 0; k < weights.length; k++) {
      byMember[k] = (byMember[k] as number) + slope * ((said[k] as ArrayLike<number>)[t] as number)
    }
  }
  return { loss, byMember }
}
