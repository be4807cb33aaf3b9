// SPDX-License-Identifier: Apache-2.0
import { difference, isConstant } from './differencing.ts'
import type { Stationary } from './objective.ts'
import type { Order } from './order.ts'

/** A series differenced, in units of its own size, so that the search sees numbers near 1 whatever the unit. */
export type Prepared = {
  /** With a constant, its column of ones comes first. */
  readonly data: Stationary
  /** One unit of `data.w`, in units of the series. */
  readonly scale: number
  /** Taken off before scaling: the mean of the differenced series where it may have one. */
  readonly centre: number
  /** One unit of each x column, in its own units; 0 for one that adds nothing and is left out. */
  readonly xScales: readonly number[]
  /** Whether nothing is left to explain. */
  readonly flat: boolean
}

/** Differences below this share of the values are what rounding leaves. */
const ROUNDING = 1e-15
/** A column of which less than this share is its own is taken for a copy of those before it. */
const OWN = 1e-8

/**
 * Differences and scales a series and its columns.
 *
 * @param x [k][at least n]. A column that says nothing once differenced, or nothing that those before it do not say,
 *          is left out; so are those that there are too few values for.
 */
export function prepare(
  y: Float64Array,
  order: Pick<Order, 'd' | 'D' | 'constant'>,
  seasonLength: number,
  x: readonly Float64Array[],
): Prepared {
  const w = difference(y, order.d, order.D, seasonLength)
  const centre = order.constant ? meanOf(w) : 0
  const centred = w.map((value) => value - centre)
  const size = rootMeanSquare(centred)
  const flat = !(size > ROUNDING * largest(y))
  const scale = flat ? 1 : size
  const columns: Float64Array[] = order.constant ? [new Float64Array(w.length).fill(1)] : []
  const axes = columns.map(unit)
  const xScales = x.map((column) => {
    const differenced = difference(column.subarray(0, y.length), order.d, order.D, seasonLength)
    const xSize = rootMeanSquare(differenced)
    if (isConstant(differenced, largest(column)) && (order.constant || !(xSize > 0))) return 0
    const scaled = differenced.map((value) => value / xSize)
    const own = ownPart(scaled, axes)
    if (own === undefined || 3 * (columns.length + 1) > w.length) return 0
    axes.push(own)
    columns.push(scaled)
    return xSize
  })
  return { data: { w: centred.map((value) => value / scale), columns }, scale, centre, xScales, flat }
}

/** What of a column of size 1 is not a sum of the axes, as an axis; undefined where that is next to nothing. */
function ownPart(column: Float64Array, axes: readonly Float64Array[]): Float64Array | undefined {
  const rest = Float64Array.from(column)
  for (const axis of axes) {
    let along = 0
    for (let t = 0; t < rest.length; t++) along += (rest[t] as number) * (axis[t] as number)
    for (let t = 0; t < rest.length; t++) rest[t] = (rest[t] as number) - along * (axis[t] as number)
  }
  return rootMeanSquare(rest) > OWN ? unit(rest) : undefined
}

function unit(column: Float64Array): Float64Array {
  const length = rootMeanSquare(column) * Math.sqrt(column.length)
  return column.map((value) => value / length)
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
