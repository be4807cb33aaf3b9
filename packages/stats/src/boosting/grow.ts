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

/** The cuts of a tree over bins. Children as in `Tree`. */
type Cuts = {
  readonly feature: number[]
  readonly bin: number[]
  readonly unknownLeft: number[]
  readonly left: number[]
  readonly right: number[]
}

/** A grown tree: its cuts, and the rows of each leaf. */
export type GrownTree = Cuts & {
  readonly leaves: readonly { readonly rows: Uint32Array; readonly sums: NodeSums }[]
}

/** A node that may still be cut. */
type Open = {
  readonly rows: Uint32Array
  readonly sums: NodeSums
  readonly depth: number
  /** None where the rules forbid to cut further. */
  readonly histogram: Histogram | undefined
  readonly split: Split | undefined
  /** Where the parent points to this node: inner node and side; none for the root. */
  readonly parent: number
  readonly side: 'left' | 'right'
}

/** Histograms given back by cut nodes, to be used again: allocating them anew would cost more than filling them. */
export type Pool = Histogram[]

/** What one tree is grown from. */
export type Ground = {
  /** All columns, binned. */
  readonly columns: readonly BinnedColumn[]
  /** Numbers of the columns that this tree may use. */
  readonly seen: readonly number[]
  /** Per row of the data, [n]. */
  readonly gradient: Float64Array
  readonly hessian: Float64Array
  readonly rules: GrowthRules
  readonly pool: Pool
}

/** The ground, with what all nodes need already looked up. */
type Bed = Ground & {
  readonly bins: readonly Uint8Array[]
  readonly widths: readonly number[]
  readonly slots: number
}

/**
 * Grows one tree, the leaf that gains most first.
 *
 * @param rows Numbers of the rows that it learns from; reordered.
 * @source Shi, "Best-first decision tree learning", 2007; the subtraction of histograms: Ke et al., NeurIPS 2017.
 */
export function growTree(ground: Ground, rows: Uint32Array): GrownTree {
  const { columns, seen, rules, pool } = ground
  const bed: Bed = {
    ...ground,
    bins: seen.map((c) => (columns[c] as BinnedColumn).bins),
    widths: seen.map((c) => (columns[c] as BinnedColumn).edges.length + 1),
    slots: columns.reduce((most, { edges }) => Math.max(most, edges.length + 1), 0),
  }
  const tree: Cuts = { feature: [], bin: [], unknownLeft: [], left: [], right: [] }
  const nodes = [openRoot(bed, rows)]
  while (nodes.length < rules.leaves) {
    const at = mostGain(nodes)
    if (at < 0) break
    const [left, right] = cutNode(bed, nodes[at] as Open, tree)
    nodes[at] = left
    nodes.push(right)
  }
  nodes.forEach((node, leaf) => {
    if (node.parent >= 0) tree[node.side][node.parent] = ~leaf
    if (node.histogram) pool.push(node.histogram)
  })
  return { ...tree, leaves: nodes.map(({ rows: own, sums }) => ({ rows: own, sums })) }
}

function openRoot(bed: Bed, rows: Uint32Array): Open {
  const sums = sumsOf(rows, bed.gradient, bed.hessian)
  const histogram = mayCut(bed.rules, 0, sums) ? histogramOf(bed, rows) : undefined
  return withSplit(bed, { rows, sums, depth: 0, histogram, parent: -1, side: 'left' })
}

function mayCut(rules: GrowthRules, depth: number, sums: NodeSums): boolean {
  return depth < rules.depth && sums.rows >= 2 * rules.minLeafRows
}

function withSplit(bed: Bed, node: Omit<Open, 'split'>): Open {
  const { slots, widths, rules } = bed
  return { ...node, split: node.histogram && bestSplit(node.histogram, slots, widths, node.sums, rules) }
}

function histogramOf(bed: Bed, rows: Uint32Array): Histogram {
  const histogram = bed.pool.pop() ?? new Float64Array(bed.seen.length * bed.slots * 3)
  const g = new Float64Array(rows.length)
  const h = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    g[i] = bed.gradient[rows[i] as number] as number
    h[i] = bed.hessian[rows[i] as number] as number
  }
  fillHistogram(histogram, bed.slots, bed.bins, rows, g, h)
  return histogram
}

/** Cuts a node where it gains most, enters the cut in the tree, and opens both sides. */
function cutNode(bed: Bed, node: Open, tree: Cuts): [Open, Open] {
  const split = node.split as Split
  const parent = tree.feature.length
  tree.feature.push(bed.seen[split.column] as number)
  tree.bin.push(split.bin)
  tree.unknownLeft.push(split.unknownLeft ? 1 : 0)
  // Filled in when the sides turn out to be nodes or leaves.
  tree.left.push(0)
  tree.right.push(0)
  if (node.parent >= 0) tree[node.side][node.parent] = parent

  const edge = partition(node.rows, bed.bins[split.column] as Uint8Array, split)
  const depth = node.depth + 1
  const left = { rows: node.rows.subarray(0, edge), sums: split.left, depth, parent, side: 'left' as const }
  const sums = {
    gradient: node.sums.gradient - split.left.gradient,
    hessian: node.sums.hessian - split.left.hessian,
    rows: node.sums.rows - split.left.rows,
  }
  const right = { rows: node.rows.subarray(edge), sums, depth, parent, side: 'right' as const }
  const [leftHistogram, rightHistogram] = histogramsOfSides(bed, node.histogram as Histogram, left, right)
  return [
    withSplit(bed, { ...left, histogram: leftHistogram }),
    withSplit(bed, { ...right, histogram: rightHistogram }),
  ]
}

/** Adds up the smaller side, and gets the larger as what is left of the parent; gives back what is not needed. */
function histogramsOfSides(
  bed: Bed,
  parent: Histogram,
  left: Pick<Open, 'rows' | 'sums' | 'depth'>,
  right: Pick<Open, 'rows' | 'sums' | 'depth'>,
): [Histogram | undefined, Histogram | undefined] {
  const cuts = [left, right].map(({ depth, sums }) => mayCut(bed.rules, depth, sums))
  if (!cuts.includes(true)) {
    bed.pool.push(parent)
    return [undefined, undefined]
  }
  const smallIsLeft = left.rows.length <= right.rows.length
  const small = histogramOf(bed, smallIsLeft ? left.rows : right.rows)
  subtractHistogram(parent, small)
  const both = smallIsLeft ? [small, parent] : [parent, small]
  const [l, r] = both.map((histogram, side) => {
    if (cuts[side]) return histogram
    bed.pool.push(histogram)
    return undefined
  })
  return [l, r]
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
