// SPDX-License-Identifier: Apache-2.0
import { difference, isConstant } from './differencing.ts'
import type { Stationary } from './objective.ts'
import type { Order } from './order.ts'

/** A series differenced, in units of its own size, so that the search sees numbers near 1 whatever the unit. */
export type Prepared = {
  readonly data: Stationary
  /** One unit of `data.w`, in units of the series. */
  readonly scale: number
  /** Taken off before scaling: the middle of a series with a mean of its own. */
  readonly centre: number
  /** One unit of each x column, in its own units; 0 for one that adds nothing and is left out. */
  readonly xScales: readonly number[]
  /** Whether nothing is left to explain. */
  readonly flat: boolean
}

/**
 * Differences and scales a series and its columns; with a constant, its column of ones comes first.
 *
 * @param x [k][at least n]. A column that is constant once differenced says nothing and is left out.
 */
export function prepare(
  y: Float64Array,
  order: Pick<Order, 'd' | 'D' | 'constant'>,
  seasonLength: number,
  x: readonly Float64Array[],
): Prepared {
  const w = difference(y, order.d, order.D, seasonLength)
  const n = w.length
  const centre = order.constant ? meanOf(w) : 0
  const centred = w.map((value) => value - centre)
  const size = rootMeanSquare(centred)
  const scale = size > 0 ? size : 1
  const columns: Float64Array[] = order.constant ? [new Float64Array(n).fill(1)] : []
  const xScales = x.map((column) => {
    const differenced = difference(column.subarray(0, y.length), order.d, order.D, seasonLength)
    const xSize = rootMeanSquare(differenced)
    if (isConstant(differenced, largest(column)) || !(xSize > 0)) return 0
    columns.push(differenced.map((value) => value / xSize))
    return xSize
  })
  const data = { w: centred.map((value) => value / scale), columns }
  return { data, scale, centre, xScales, flat: !(size > 1e-14 * largest(y)) }
}

function meanOf(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value / values.length
  return total
}

function rootMeanSquare(values: Float64Array): number {
  const most = largest(values)
  if (!(most > 0)) return 0
  let total = 0
  for (const value of values) total += (value / most) ** 2
  return most * Math.sqrt(total / values.length)
}

/** Largest absolute value; 0 of nothing. */
export function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value)
  return most
}
