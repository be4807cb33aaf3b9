// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { BoostingOptions, BoostingRows } from './types.ts'

/** The options after the defaults, checked. */
export type CheckedBoosting = Required<Omit<BoostingOptions, 'stopping'>>

/** Rows as arrays of one kind, checked. */
export type NumericRows = { readonly y: Float64Array; readonly weight: Float64Array; readonly offset: Float64Array }

/** @throws stats.boosting-invalid, with the part that is wrong. */
export function checkBoosting(options: BoostingOptions): CheckedBoosting {
  const checked = {
    loss: options.loss,
    trees: options.trees ?? 200,
    shrinkage: options.shrinkage ?? 0.1,
    leaves: options.leaves ?? 31,
    depth: options.depth ?? 64,
    minLeafRows: options.minLeafRows ?? 20,
    minLeafHessian: options.minLeafHessian ?? 1e-3,
    l2: options.l2 ?? 1,
    rowShare: options.rowShare ?? 1,
    columnShare: options.columnShare ?? 1,
    bins: options.bins ?? 254,
    seed: options.seed ?? 1,
  }
  const whole = (value: number, from: number, to: number) => Number.isInteger(value) && value >= from && value <= to
  const share = (value: number) => value > 0 && value <= 1
  const right: Record<Exclude<keyof CheckedBoosting, 'loss'>, boolean> = {
    trees: whole(checked.trees, 1, 10_000),
    shrinkage: share(checked.shrinkage),
    leaves: whole(checked.leaves, 2, 4096),
    depth: whole(checked.depth, 1, 64),
    minLeafRows: whole(checked.minLeafRows, 1, Number.MAX_SAFE_INTEGER),
    minLeafHessian: checked.minLeafHessian >= 0,
    l2: checked.l2 >= 0 && Number.isFinite(checked.l2),
    rowShare: share(checked.rowShare),
    columnShare: share(checked.columnShare),
    bins: whole(checked.bins, 2, 254),
    seed: whole(checked.seed, 0, 4_294_967_295),
  }
  for (const [part, fine] of Object.entries(right)) {
    if (!fine) throw new AppError('stats.boosting-invalid', { part, value: checked[part as keyof typeof right] })
  }
  return checked
}

/** @throws stats.boosting-invalid, with the part that is wrong. */
export function checkedRows({ columns, y, weight, offset }: BoostingRows): NumericRows {
  const n = y.length
  if (n === 0) throw new AppError('stats.boosting-invalid', { part: 'rows', value: 0 })
  if (columns.length === 0) throw new AppError('stats.boosting-invalid', { part: 'columns', value: 0 })
  columns.forEach((column, index) => {
    if (column.length !== n)
      throw new AppError('stats.boosting-invalid', { part: 'column', index, needed: n, got: column.length })
  })
  return {
    y: finite('y', y, n),
    weight: weight ? finite('weight', weight, n, 0) : new Float64Array(n).fill(1),
    offset: offset ? finite('offset', offset, n) : new Float64Array(n),
  }
}

function finite(part: string, values: ArrayLike<number>, n: number, least = Number.NEGATIVE_INFINITY): Float64Array {
  if (values.length !== n) throw new AppError('stats.boosting-invalid', { part, needed: n, got: values.length })
  const out = Float64Array.from(values)
  const index = out.findIndex((value) => !Number.isFinite(value) || value < least)
  if (index >= 0) throw new AppError('stats.boosting-invalid', { part, index })
  return out
}
