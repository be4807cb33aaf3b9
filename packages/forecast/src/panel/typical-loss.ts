// SPDX-License-Identifier: Apache-2.0
import type { BoostingLoss } from '@resham/stats'
import type { PanelRows } from './rows.ts'

/** Errors below this share of the scale stop mattering: the root of a small sum would otherwise pull without end. */
const LEAST_ROOT = 0.1
/** Turns of reweighting after which the best single score no longer moves in its third digit. */
const START_TURNS = 8

/**
 * What WRMSSE measures, as a loss: for each series and block the root of the mean squared error in scales, weighted
 * by the value of the series.
 *
 * The root makes a block with one extraordinary order count less than its square would, so that the forecast for
 * demand in bursts lies below the mean.
 *
 * @param rows The rows that the trees are fitted to or stopped by, in their order.
 * @source The derivative of the root by the chain rule; the hessian holds the root fixed (iteratively reweighted
 *         least squares, Holland and Welsch, 1977), so that it is never below 0.
 */
export function typicalLoss(rows: PanelRows): BoostingLoss {
  const { block, levelOverScale, weight, share } = rows
  const n = block.length
  const blocks = (block[n - 1] ?? -1) + 1
  const members = new Float64Array(blocks)
  const counts = new Float64Array(blocks)
  for (let i = 0; i < n; i++) {
    const b = block[i] as number
    members[b] = (members[b] as number) + (share[i] as number)
    counts[b] = weight[i] as number
  }
  const total = counts.reduce((a, b) => a + b, 0) || 1
  const meanSquares = (y: Float64Array, score: Float64Array): Float64Array => {
    const squares = new Float64Array(blocks)
    for (let i = 0; i < n; i++) {
      const e = (levelOverScale[i] as number) * ((y[i] as number) - (score[i] as number))
      const part = (share[i] as number) / (members[block[i] as number] as number)
      const b = block[i] as number
      squares[b] = (squares[b] as number) + part * e * e
    }
    return squares
  }
  /** What a row's square counts while the roots stay as they are. */
  const pullOf = (i: number, squares: Float64Array): number => {
    const b = block[i] as number
    const root = Math.sqrt((squares[b] as number) + LEAST_ROOT * LEAST_ROOT)
    const size = levelOverScale[i] as number
    const part = (share[i] as number) / (members[b] as number)
    return (((counts[b] as number) * blocks) / total) * size * size * (part / root)
  }
  return {
    name: 'typical',
    link: 'identity',
    start(y) {
      let start = 1
      const score = new Float64Array(n)
      for (let turn = 0; turn < START_TURNS; turn++) {
        const squares = meanSquares(y, score.fill(start))
        let of = 0
        let all = 0
        for (let i = 0; i < n; i++) {
          const pull = pullOf(i, squares)
          of += pull * (y[i] as number)
          all += pull
        }
        if (all > 0) start = of / all
      }
      return start
    },
    derivatives(y, score, _weight, gradient, hessian) {
      const squares = meanSquares(y, score)
      for (let i = 0; i < n; i++) {
        hessian[i] = pullOf(i, squares)
        gradient[i] = (hessian[i] as number) * ((score[i] as number) - (y[i] as number))
      }
    },
    value(y, score) {
      const squares = meanSquares(y, score)
      let sum = 0
      for (let b = 0; b < blocks; b++) sum += (counts[b] as number) * Math.sqrt(squares[b] as number)
      return sum / total
    },
  }
}
