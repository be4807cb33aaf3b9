// SPDX-License-Identifier: Apache-2.0
import type { BinnedColumn } from './bins.ts'
import {
  bestSplit,
  fillHistogram,
  type Histogram,
  type NodeSums,
  type Split,
  type SplitRules,
  subtractHistogram,
} from './split.ts'

/** What a tree may grow to. */
export type GrowthRules = SplitRules & { readonly leaves: number; readonly depth: number }

/** A grown tree over bins: the rows of each leaf, and the cuts. Children as in `Tree`. */
export type GrownTree = {
  readonly feature: number[]
  readonly bin: number[]
  readonly unknownLeft: number[]
  readonly left: number[]
  readonly right: number[]
  readonly leaves: readonly { readonly rows: Uint32Array; readonly sums: NodeSums }[]
}

/** A node that may still be cut. */
type Open = {
  readonly rows: Uint32Array
  readonly sums: NodeSums
  readonly depth: number
  readonly histogram: Histogram | undefined
  readonly split: Split | undefined
  /** Where the parent points to this node: inner node and side; none for the root. */
  readonly parent: number
  readonly side: 'left' | 'right'
}

/** Histograms given back by cut nodes, to be used again: allocating them anew would cost more than filling them. */
export type Pool = Histogram[]

/**
 * Grows one tree, the leaf that gains most first.
 *
 * @param columns  All columns, binned.
 * @param seen     Numbers of the columns that this tree may use.
 * @param rows     Numbers of the rows that it learns from; reordered.
 * @param gradient Per row of the data, [n]; so hessian.
 * @source Shi, "Best-first decision tree learning", 2007; the subtraction of histograms: Ke et al., NeurIPS 2017.
 */
export function growTree(
  columns: readonly BinnedColumn[],
  seen: readonly number[],
  rows: Uint32Array,
  gradient: Float64Array,
  hessian: Float64Array,
  rules: GrowthRules,
  pool: Pool,
): GrownTree {
  const bins = seen.map((c) => (columns[c] as BinnedColumn).bins)
  const widths = seen.map((c) => (columns[c] as BinnedColumn).edges.length + 1)
  const slots = columns.reduce((most, { edges }) => Math.max(most, edges.length + 1), 0)
  const size = seen.length * slots * 3
  const take = () => pool.pop() ?? new Float64Array(size)
  const mayCut = (depth: number, sums: NodeSums) => depth < rules.depth && sums.rows >= 2 * rules.minLeafRows
  const open = (node: Omit<Open, 'split'>): Open => ({
    ...node,
    split: node.histogram && bestSplit(node.histogram, slots, widths, node.sums, rules),
  })
  const fill = (histogram: Histogram, some: Uint32Array) => {
    const g = new Float64Array(some.length)
    const h = new Float64Array(some.length)
    for (let i = 0; i < some.length; i++) {
      g[i] = gradient[some[i] as number] as number
      h[i] = hessian[some[i] as number] as number
    }
    fillHistogram(histogram, slots, bins, some, g, h)
    return histogram
  }

  const tree = {
    feature: [] as number[],
    bin: [] as number[],
    unknownLeft: [] as number[],
    left: [] as number[],
    right: [] as number[],
  }
  const rootSums = sumsOf(rows, gradient, hessian)
  const nodes: Open[] = [
    open({
      rows,
      sums: rootSums,
      depth: 0,
      histogram: mayCut(0, rootSums) ? fill(take(), rows) : undefined,
      parent: -1,
      side: 'left',
    }),
  ]
  while (nodes.length < rules.leaves) {
    const at = mostGain(nodes)
    if (at < 0) break
    const node = nodes[at] as Open
    const split = node.split as Split
    const inner = tree.feature.length
    tree.feature.push(seen[split.column] as number)
    tree.bin.push(split.bin)
    tree.unknownLeft.push(split.unknownLeft ? 1 : 0)
    tree.left.push(0)
    tree.right.push(0)
    if (node.parent >= 0) tree[node.side][node.parent] = inner

    const edge = partition(node.rows, bins[split.column] as Uint8Array, split)
    const leftRows = node.rows.subarray(0, edge)
    const rightRows = node.rows.subarray(edge)
    const leftSums = split.left
    const rightSums = {
      gradient: node.sums.gradient - leftSums.gradient,
      hessian: node.sums.hessian - leftSums.hessian,
      rows: node.sums.rows - leftSums.rows,
    }
    const depth = node.depth + 1
    const leftCuts = mayCut(depth, leftSums)
    const rightCuts = mayCut(depth, rightSums)
    let leftHistogram: Histogram | undefined
    let rightHistogram: Histogram | undefined
    const parent = node.histogram as Histogram
    if (leftCuts || rightCuts) {
      const smallIsLeft = leftRows.length <= rightRows.length
      const small = fill(take(), smallIsLeft ? leftRows : rightRows)
      subtractHistogram(parent, small)
      leftHistogram = smallIsLeft ? small : parent
      rightHistogram = smallIsLeft ? parent : small
    } else pool.push(parent)
    if (!leftCuts && leftHistogram) {
      pool.push(leftHistogram)
      leftHistogram = undefined
    }
    if (!rightCuts && rightHistogram) {
      pool.push(rightHistogram)
      rightHistogram = undefined
    }
    nodes[at] = open({ rows: leftRows, sums: leftSums, depth, histogram: leftHistogram, parent: inner, side: 'left' })
    nodes.push(
      open({ rows: rightRows, sums: rightSums, depth, histogram: rightHistogram, parent: inner, side: 'right' }),
    )
  }
  nodes.forEach((node, leaf) => {
    if (node.parent >= 0) tree[node.side][node.parent] = ~leaf
    if (node.histogram) pool.push(node.histogram)
  })
  return { ...tree, leaves: nodes.map(({ rows: own, sums }) => ({ rows: own, sums })) }
}

function mostGain(nodes: readonly Open[]): number {
  let at = -1
  let top = 0
  nodes.forEach((node, i) => {
    if (node.split && node.split.gain > top) {
      top = node.split.gain
      at = i
    }
  })
  return at
}

function sumsOf(rows: Uint32Array, gradient: Float64Array, hessian: Float64Array): NodeSums {
  let g = 0
  let h = 0
  for (const row of rows) {
    g += gradient[row] as number
    h += hessian[row] as number
  }
  return { gradient: g, hessian: h, rows: rows.length }
}

/** Puts the rows that go left first, in their order, then the others in theirs; returns how many go left. */
function partition(rows: Uint32Array, bins: Uint8Array, split: Split): number {
  const right = new Uint32Array(rows.length)
  let l = 0
  let r = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const bin = bins[row] as number
    if (bin === 0 ? split.unknownLeft : bin <= split.bin) rows[l++] = row
    else right[r++] = row
  }
  rows.set(right.subarray(0, r), l)
  return l
}
