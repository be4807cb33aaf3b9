// SPDX-License-Identifier: Apache-2.0
import { type Random, seededRandom } from '@resham/base'
import { type BinnedColumn, binColumn, placeInBins } from './bins.ts'
import { type CheckedBoosting, checkBoosting, checkedRows, type NumericRows } from './door.ts'
import { type GrownTree, growTree, type Pool } from './grow.ts'
import type { BoostedTrees, BoostingOptions, BoostingRows, Tree } from './types.ts'

/**
 * Fits boosted trees: each new tree is grown to what the ones before it still get wrong.
 *
 * @param rows    At least one row and one column.
 * @param options See BoostingOptions.
 * @returns The trees as JSON; `predictBoosted` reads them.
 * @throws stats.boosting-invalid for a wrong option, columns of different lengths, a value that is not finite.
 * @source Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29, 2001;
 *         "Stochastic gradient boosting", 2002; leaf values by Newton's step: Chen and Guestrin, "XGBoost", 2016.
 */
export function fitBoosted(rows: BoostingRows, options: BoostingOptions): BoostedTrees {
  const rules = checkBoosting(options)
  const train = checkedRows(rows)
  const n = train.y.length
  const columns = rows.columns.map((column) => binColumn(column, rules.bins))
  const random = seededRandom(rules.seed)
  const start = rows.offset ? 0 : rules.loss.start(train.y, train.weight)
  const score = train.offset.map((value) => value + start)
  const watch = options.stopping && watcher(options.stopping, columns, rules, start)

  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n)
  const place = new Int32Array(n)
  const pool: Pool = []
  const trees: Tree[] = []
  for (let t = 0; t < rules.trees; t++) {
    rules.loss.derivatives(train.y, score, train.weight, gradient, hessian)
    const seen = Array.from(drawn(columns.length, rules.columnShare, random))
    const chosen = drawn(n, rules.rowShare, random)
    const grown = growTree({ columns, seen, gradient, hessian, rules, pool }, chosen)
    const leaf = leafValues(grown, train, score, rules)
    if (rules.rowShare < 1) {
      placeInLeaves(grown, columns, place)
      for (let i = 0; i < n; i++) score[i] = (score[i] as number) + (leaf[place[i] as number] as number)
    } else {
      grown.leaves.forEach(({ rows: own }, l) => {
        for (const i of own) score[i] = (score[i] as number) + (leaf[l] as number)
      })
    }
    trees.push(toTree(grown, columns, leaf))
    if (watch?.(grown, leaf, t)) break
    // Without a split no later tree can differ, unless it sees other rows or columns.
    if (grown.leaves.length === 1 && rules.rowShare === 1 && rules.columnShare === 1) break
  }
  const kept = watch ? trees.slice(0, watch.best() + 1) : trees
  const { loss, seed } = rules
  return {
    kind: 'boosted-trees',
    version: 1,
    loss: loss.name,
    link: loss.link,
    seed,
    features: columns.length,
    start,
    trees: kept,
  }
}

/**
 * Draws a share of the numbers 0 to n - 1, at least one, in ascending order.
 *
 * @source Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm S.
 */
function drawn(n: number, share: number, random: Random): Uint32Array {
  const count = share >= 1 ? n : Math.max(1, Math.round(share * n))
  const out = new Uint32Array(count)
  let taken = 0
  for (let i = 0; taken < count; i++) {
    if (count - taken === n - i || (n - i) * random.next() < count - taken) out[taken++] = i
  }
  return out
}

function leafValues(grown: GrownTree, train: NumericRows, score: Float64Array, rules: CheckedBoosting): Float64Array {
  return Float64Array.from(grown.leaves, ({ rows, sums }) => {
    if (!rules.loss.leaf) {
      const hessian = sums.hessian + rules.l2
      return hessian > 0 ? (-rules.shrinkage * sums.gradient) / hessian : 0
    }
    const residual = Float64Array.from(rows, (i) => (train.y[i] as number) - (score[i] as number))
    const weight = Float64Array.from(rows, (i) => train.weight[i] as number)
    return rules.shrinkage * rules.loss.leaf(residual, weight)
  })
}

/** The leaf of every row of binned columns, written to place, [n]. */
function placeInLeaves(grown: GrownTree, columns: readonly BinnedColumn[], place: Int32Array): void {
  const { feature, bin, unknownLeft, left, right } = grown
  if (feature.length === 0) {
    place.fill(0)
    return
  }
  const cut = feature.map((c) => (columns[c] as BinnedColumn).bins)
  for (let i = 0; i < place.length; i++) {
    let node = 0
    while (node >= 0) {
      const b = (cut[node] as Uint8Array)[i] as number
      const goesLeft = b === 0 ? unknownLeft[node] === 1 : b <= (bin[node] as number)
      node = (goesLeft ? left[node] : right[node]) as number
    }
    place[i] = ~node
  }
}

function toTree(grown: GrownTree, columns: readonly BinnedColumn[], leaf: Float64Array): Tree {
  const { feature, bin, unknownLeft, left, right } = grown
  const threshold = feature.map((c, node) => (columns[c] as BinnedColumn).edges[(bin[node] as number) - 1] as number)
  return { feature, threshold, unknownLeft, left, right, leaf: Array.from(leaf) }
}

/** Follows the loss on the rows to stop by. */
function watcher(
  stopping: NonNullable<BoostingOptions['stopping']>,
  trained: readonly BinnedColumn[],
  rules: CheckedBoosting,
  start: number,
) {
  const rows = checkedRows(stopping.rows)
  const loss = stopping.loss ?? rules.loss
  const columns = trained.map(({ edges }, c) => ({
    edges,
    bins: placeInBins(stopping.rows.columns[c] as ArrayLike<number>, edges),
  }))
  const score = rows.offset.map((value) => value + start)
  const place = new Int32Array(score.length)
  let least = loss.value(rows.y, score, rows.weight)
  let best = -1
  const next = (grown: GrownTree, leaf: Float64Array, t: number): boolean => {
    placeInLeaves(grown, columns, place)
    for (let i = 0; i < place.length; i++) score[i] = (score[i] as number) + (leaf[place[i] as number] as number)
    const value = loss.value(rows.y, score, rows.weight)
    if (value < least) {
      least = value
      best = t
    }
    return t - best >= stopping.patience
  }
  return Object.assign(next, { best: () => best })
}
