// SPDX-License-Identifier: Apache-2.0

/** Sums per bin of every column: gradient, hessian and rows side by side, [columns * slots * 3]. */
export type Histogram = Float64Array

/** Sums over the rows of a node. */
export type NodeSums = { readonly gradient: number; readonly hessian: number; readonly rows: number }

/** Where to cut a node, and what that is worth. */
export type Split = {
  /** Position of the column among those the tree sees. */
  readonly column: number
  /** Last bin that goes left. */
  readonly bin: number
  readonly unknownLeft: boolean
  readonly gain: number
  readonly left: NodeSums
}

/** What a split must respect. */
export type SplitRules = { readonly l2: number; readonly minLeafRows: number; readonly minLeafHessian: number }

/**
 * Adds up gradient, hessian and count per bin, over some rows.
 *
 * @param slots    Bins kept for each column: the most that any has.
 * @param gradient Of the rows in the order of `rows`, so that memory is read straight through.
 */
export function fillHistogram(
  histogram: Histogram,
  slots: number,
  columns: readonly Uint8Array[],
  rows: Uint32Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  histogram.fill(0)
  for (let c = 0; c < columns.length; c++) {
    const bins = columns[c] as Uint8Array
    const part = histogram.subarray(c * slots * 3, (c + 1) * slots * 3)
    for (let i = 0; i < rows.length; i++) {
      const at = 3 * (bins[rows[i] as number] as number)
      part[at] = (part[at] as number) + (gradient[i] as number)
      part[at + 1] = (part[at + 1] as number) + (hessian[i] as number)
      part[at + 2] = (part[at + 2] as number) + 1
    }
  }
}

/** The sibling's histogram is the parent's less this one's: `from` becomes it. */
export function subtractHistogram(from: Histogram, less: Histogram): void {
  for (let i = 0; i < from.length; i++) from[i] = (from[i] as number) - (less[i] as number)
}

/**
 * The best cut of a node over all columns, unknown values tried on both sides.
 *
 * @param widths Bins of each column, "not known" included.
 * @returns undefined where no cut gains anything within the rules.
 * @source Chen and Guestrin, "XGBoost", KDD 2016, equation 7 and algorithm 3 (the side of unknown values).
 */
export function bestSplit(
  histogram: Histogram,
  slots: number,
  widths: readonly number[],
  sums: NodeSums,
  rules: SplitRules,
): Split | undefined {
  let best: Split | undefined
  for (let c = 0; c < widths.length; c++) {
    const from = c * slots * 3
    const unknown = histogram[from + 2] as number
    const before = best?.gain ?? 0
    const right = scan(histogram, from, widths[c] as number, sums, rules, false, before)
    if (right) best = { ...right, column: c }
    if (unknown === 0) continue
    const left = scan(histogram, from, widths[c] as number, sums, rules, true, best?.gain ?? 0)
    if (left) best = { ...left, column: c }
  }
  return best
}

function scan(
  histogram: Histogram,
  from: number,
  width: number,
  sums: NodeSums,
  rules: SplitRules,
  unknownLeft: boolean,
  toBeat: number,
): Omit<Split, 'column'> | undefined {
  const { l2, minLeafRows, minLeafHessian } = rules
  const whole = (sums.gradient * sums.gradient) / (sums.hessian + l2 || 1)
  // A gain must stand out from the rounding of the sums it is a difference of.
  let top = toBeat > 0 ? toBeat : 1e-10 * Math.abs(whole) + 1e-300
  let g = unknownLeft ? (histogram[from] as number) : 0
  let h = unknownLeft ? (histogram[from + 1] as number) : 0
  let n = unknownLeft ? (histogram[from + 2] as number) : 0
  let found: Omit<Split, 'column'> | undefined
  // The last bin may close the left side only when unknown values stand on the right alone.
  const last = unknownLeft || (histogram[from + 2] as number) === 0 ? width - 2 : width - 1
  for (let bin = 1; bin <= last; bin++) {
    const at = from + 3 * bin
    const rows = histogram[at + 2] as number
    if (rows === 0) continue
    g += histogram[at] as number
    h += histogram[at + 1] as number
    n += rows
    if (n < minLeafRows || h < minLeafHessian) continue
    const restRows = sums.rows - n
    const restHessian = sums.hessian - h
    if (restRows < minLeafRows || restHessian < minLeafHessian) break
    const rest = sums.gradient - g
    const gain = (g * g) / (h + l2) + (rest * rest) / (restHessian + l2) - whole
    if (gain > top) {
      top = gain
      found = { bin, unknownLeft, gain, left: { gradient: g, hessian: h, rows: n } }
    }
  }
  return found
}
