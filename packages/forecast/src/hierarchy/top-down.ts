// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { type SummingStructure, sumUp } from './structure.ts'

/**
 * Shares of the total by the mean of each leaf's past shares.
 *
 * @param history [leaves][t], all of one length; periods whose total is 0 say nothing.
 * @returns [leaves], adding to 1; equal shares where the past says nothing.
 * @source Gross and Sohl, "Disaggregation methods to expedite product line forecasting", J. of Forecasting 9, 1990,
 *         method A; Hyndman and Athanasopoulos, 3rd ed., section 11.3.
 */
export function averageProportions(history: readonly ArrayLike<number>[]): number[] {
  const periods = history[0]?.length ?? 0
  const shares = history.map(() => 0)
  let counted = 0
  for (let t = 0; t < periods; t++) {
    const total = history.reduce((sum, row) => sum + (row[t] as number), 0)
    if (total === 0) continue
    counted += 1
    history.forEach((row, i) => {
      shares[i] = (shares[i] as number) + (row[t] as number) / total
    })
  }
  return shares.map((share) => (counted > 0 ? share / counted : 1 / history.length))
}

/**
 * Cuts the total's forecast by fixed shares.
 *
 * @param total  [h]
 * @param shares [leaves], adding to 1
 * @returns All nodes, coherent, [groups + leaves][h].
 */
export function topDown(structure: SummingStructure, total: ArrayLike<number>, shares: readonly number[]): number[][] {
  return sumUp(
    structure,
    shares.map((share) => Array.from(total, (value) => value * share)),
  )
}

/**
 * Cuts the total's forecast from level to level, at each node in the ratio of its children's own forecasts; equally
 * where those add to 0.
 *
 * @param base Forecasts of all nodes, [groups + leaves][h].
 * @throws forecast.hierarchy-not-a-tree where groups cross or none holds all leaves.
 * @source Athanasopoulos, Ahmed and Hyndman, "Hierarchical forecasts for Australian domestic tourism", IJF 25, 2009;
 *         Hyndman and Athanasopoulos, 3rd ed., section 11.3.
 */
export function topDownByForecasts(structure: SummingStructure, base: readonly ArrayLike<number>[]): number[][] {
  const { root, childrenOf } = treeOf(structure)
  const groups = structure.groups.length
  const h = base[0]?.length ?? 0
  const leaves: number[][] = Array.from({ length: structure.leaves }, () => [])
  const pass = (node: number, value: number, k: number): void => {
    if (node >= groups) {
      ;(leaves[node - groups] as number[])[k] = value
      return
    }
    const children = childrenOf[node] as number[]
    const total = children.reduce((sum, child) => sum + (base[child]?.[k] as number), 0)
    for (const child of children) {
      pass(child, total === 0 ? value / children.length : (value * (base[child]?.[k] as number)) / total, k)
    }
  }
  for (let k = 0; k < h; k++) pass(root, base[root]?.[k] as number, k)
  return sumUp(structure, leaves)
}

/** Who stands right below whom; a group with the same leaves as another stands below it. */
function treeOf({ leaves, groups }: SummingStructure): { root: number; childrenOf: number[][] } {
  const bySize = groups.map((_, g) => g).sort((a, b) => (groups[b]?.length as number) - (groups[a]?.length as number))
  const root = bySize[0]
  if (root === undefined || groups[root]?.length !== leaves) throw new AppError('forecast.hierarchy-not-a-tree')
  const childrenOf: number[][] = groups.map(() => [])
  // The smallest group so far that holds each leaf: larger groups are laid first.
  const holder = new Array<number>(leaves).fill(root)
  for (const group of bySize.slice(1)) {
    const members = groups[group] as readonly number[]
    const parent = holder[members[0] as number] as number
    if (members.some((leaf) => holder[leaf] !== parent)) throw new AppError('forecast.hierarchy-not-a-tree', { group })
    childrenOf[parent]?.push(group)
    for (const leaf of members) holder[leaf] = group
  }
  holder.forEach((parent, leaf) => {
    childrenOf[parent]?.push(groups.length + leaf)
  })
  return { root, childrenOf }
}
