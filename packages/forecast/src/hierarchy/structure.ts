// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/**
 * Which sums must hold: leaves (an item in a country by a channel), and groups of leaves whose values are the sums of
 * theirs. Groups may nest (item, category, all) or cross (category by country).
 *
 * Wherever values of all nodes are given or returned, the groups come first, in their order, then the leaves.
 */
export type SummingStructure = {
  /** Number of leaves, 1 or more. */
  readonly leaves: number
  /** Numbers of the leaves of each group, each at least one, none twice. */
  readonly groups: readonly (readonly number[])[]
}

/** A structure with a name for each node. */
export type NamedStructure = SummingStructure & { readonly names: readonly string[] }

/**
 * Makes groups from what is said of each leaf.
 *
 * @param leaves Attributes of each leaf: { item: 'mug', category: 'kitchen', country: 'PK' }; `id` names it.
 * @param by     One entry a family of groups, each the attributes that its groups share; [] is the total.
 * @throws forecast.hierarchy-invalid where an attribute is missing.
 * @example structureBy(leaves, [[], ['category'], ['country'], ['category', 'country']])
 */
export function structureBy(
  leaves: readonly (Readonly<Record<string, string>> & { readonly id: string })[],
  by: readonly (readonly string[])[],
): NamedStructure {
  const names: string[] = []
  const groups: number[][] = []
  for (const attributes of by) {
    const found = new Map<string, number[]>()
    leaves.forEach((leaf, i) => {
      const name = attributes.map((attribute) => nameOf(leaf, attribute)).join(' × ') || 'total'
      const members = found.get(name)
      if (members) members.push(i)
      else found.set(name, [i])
    })
    for (const [name, members] of found) {
      names.push(name)
      groups.push(members)
    }
  }
  return { leaves: leaves.length, groups, names: [...names, ...leaves.map(({ id }) => id)] }
}

function nameOf(leaf: Readonly<Record<string, string>>, attribute: string): string {
  const value = leaf[attribute]
  if (value === undefined) throw new AppError('forecast.hierarchy-invalid', { part: attribute })
  return `${attribute} ${value}`
}

/** @throws forecast.hierarchy-invalid for a group that is empty or names a leaf twice or one that is not there. */
export function checkStructure({ leaves, groups }: SummingStructure): void {
  if (!(Number.isInteger(leaves) && leaves >= 1)) {
    throw new AppError('forecast.hierarchy-invalid', { part: 'leaves', value: leaves })
  }
  groups.forEach((members, group) => {
    const fine = members.every((leaf) => Number.isInteger(leaf) && leaf >= 0 && leaf < leaves)
    if (!fine || members.length === 0 || new Set(members).size !== members.length) {
      throw new AppError('forecast.hierarchy-invalid', { part: 'group', group })
    }
  })
}

/**
 * The values of all nodes from those of the leaves.
 *
 * @param leaves [leaves][h]
 * @returns [groups + leaves][h]
 */
export function sumUp(structure: SummingStructure, leaves: readonly ArrayLike<number>[]): number[][] {
  const h = leaves[0]?.length ?? 0
  const sums = structure.groups.map((members) =>
    Array.from({ length: h }, (_, k) => members.reduce((total, leaf) => total + (leaves[leaf]?.[k] as number), 0)),
  )
  return [...sums, ...leaves.map((row) => Array.from(row))]
}
