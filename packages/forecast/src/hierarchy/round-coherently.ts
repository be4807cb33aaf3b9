// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { checkStructure, type SummingStructure } from './structure.ts'

/** Beyond this a double no longer holds every whole number. */
const LARGEST = Number.MAX_SAFE_INTEGER

/**
 * Whole numbers (pieces, minor units of money) whose sums are exact: what is printed adds up.
 *
 * The total is rounded; cells (the leaves that share all their groups) share it out by the largest remainder, and so
 * do the leaves within each cell. The groups are then the sums of their leaves. A cell and the total are within one
 * of their values, and so is each leaf; a group of several cells within as many as it has cells.
 *
 * @param leaves Values of the leaves in the unit to be counted in, [leaves][h], finite.
 * @returns All nodes, whole, [groups + leaves][h].
 * @throws forecast.hierarchy-invalid, also where the sizes of the leaves add to more than 2^53 - 1.
 * @source The method of largest remainders (Hamilton); ties go to the earlier leaf.
 */
export function roundCoherently(structure: SummingStructure, leaves: readonly ArrayLike<number>[]): number[][] {
  checkStructure(structure)
  if (leaves.length !== structure.leaves) {
    throw new AppError('forecast.hierarchy-invalid', { part: 'leaves', needed: structure.leaves, got: leaves.length })
  }
  const cells = cellsOf(structure)
  const h = leaves[0]?.length ?? 0
  const out = Array.from({ length: structure.groups.length + structure.leaves }, () => new Array<number>(h).fill(0))
  for (let k = 0; k < h; k++) {
    const values = leaves.map((row) => row[k] as number)
    if (!(values.reduce((total, value) => total + Math.abs(value), 0) <= LARGEST)) {
      throw new AppError('forecast.hierarchy-invalid', { part: 'leaves', step: k })
    }
    const sums = cells.map((cell) => cell.reduce((total, leaf) => total + (values[leaf] as number), 0))
    const whole = shareOut(sums, Math.round(sums.reduce((a, b) => a + b, 0)))
    cells.forEach((cell, c) => {
      const parts = shareOut(
        cell.map((leaf) => values[leaf] as number),
        whole[c] as number,
      )
      cell.forEach((leaf, i) => {
        ;(out[structure.groups.length + leaf] as number[])[k] = parts[i] as number
      })
    })
    structure.groups.forEach((members, g) => {
      let total = 0
      for (const leaf of members) total += out[structure.groups.length + leaf]?.[k] as number
      ;(out[g] as number[])[k] = total
    })
  }
  return out
}

/** Leaves by the groups they are in. */
function cellsOf({ leaves, groups }: SummingStructure): number[][] {
  const keys = Array.from({ length: leaves }, () => '')
  groups.forEach((members, g) => {
    for (const leaf of members) keys[leaf] += ` ${g}`
  })
  const cells = new Map<string, number[]>()
  keys.forEach((key, leaf) => {
    const cell = cells.get(key)
    if (cell) cell.push(leaf)
    else cells.set(key, [leaf])
  })
  return [...cells.values()]
}

/** Rounds each value down, then gives what the total still lacks to the largest remainders, one each. */
function shareOut(values: readonly number[], total: number): number[] {
  const out = values.map(Math.floor)
  const lacking = total - out.reduce((a, b) => a + b, 0)
  const order = values.map((_, i) => i).sort((a, b) => remainder(values, b) - remainder(values, a))
  for (let i = 0; i < lacking; i++) {
    const at = order[i % order.length] as number
    out[at] = (out[at] as number) + 1
  }
  return out.map((value) => value + 0)
}

function remainder(values: readonly number[], i: number): number {
  return (values[i] as number) - Math.floor(values[i] as number)
}
