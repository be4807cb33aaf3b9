// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { BoostedTrees, Tree } from './types.ts'

/**
 * What boosted trees say of new rows.
 *
 * @param model   From fitBoosted, or its JSON read back.
 * @param columns [features][n]; NaN where not known.
 * @param offset  Score that each row starts from, [n]; given where the model was fitted with offsets.
 * @returns One prediction a row, [n]: the score, or its exponential where the loss has a logarithm.
 * @throws stats.boosting-invalid when the number of columns is another than the model's.
 */
export function predictBoosted(
  model: BoostedTrees,
  columns: readonly ArrayLike<number>[],
  offset?: ArrayLike<number>,
): Float64Array {
  if (columns.length !== model.features) {
    throw new AppError('stats.boosting-invalid', { part: 'columns', needed: model.features, got: columns.length })
  }
  const n = columns[0]?.length ?? 0
  const score = new Float64Array(n).fill(model.start)
  if (offset) for (let i = 0; i < n; i++) score[i] = (score[i] as number) + (offset[i] as number)
  for (const tree of model.trees) addTree(tree, columns, score)
  return model.link === 'log' ? score.map((value) => Math.exp(Math.min(value, 700))) : score
}

function addTree(tree: Tree, columns: readonly ArrayLike<number>[], score: Float64Array): void {
  const { feature, threshold, unknownLeft, left, right, leaf } = tree
  if (feature.length === 0) {
    for (let i = 0; i < score.length; i++) score[i] = (score[i] as number) + (leaf[0] as number)
    return
  }
  const cut = feature.map((c) => columns[c] as ArrayLike<number>)
  for (let i = 0; i < score.length; i++) {
    let node = 0
    while (node >= 0) {
      const value = (cut[node] as ArrayLike<number>)[i] as number
      const goesLeft = Number.isNaN(value) ? unknownLeft[node] === 1 : value <= (threshold[node] as number)
      node = (goesLeft ? left[node] : right[node]) as number
    }
    score[i] = (score[i] as number) + (leaf[~node] as number)
  }
}
