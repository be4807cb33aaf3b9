// SPDX-License-Identifier: Apache-2.0
import { divideRounded } from '@resham/base'

/** One heap that somebody counted. */
export type Heap = {
  readonly itemId: string
  readonly lotId: string | null
  readonly quantityMilli: bigint
  readonly expectedMilli: bigint
  readonly countedAt: Date
  readonly countedBy: string | null
}

/** What came of all heaps of one item, or of one lot of it. */
export type Counted = {
  readonly itemId: string
  readonly lotId: string | null
  readonly countedMilli: bigint
  readonly expectedMilli: bigint
  readonly differenceMilli: bigint
  readonly people: readonly { readonly id: string | null; readonly quantityMilli: bigint }[]
  readonly needsDecision: boolean
}

/**
 * Adds heaps up, item by item and lot by lot.
 *
 * Heaps of one person are parts of a whole. Where two people counted the same thing, they may have counted two heaps or
 * the same one: a person must say. What was counted is held against what the books had when the first heap was
 * counted; what moved since then is in both.
 *
 * @param decided What a person said holds, by the key of `keyOf`.
 */
export function countedRows(heaps: readonly Heap[], decided: ReadonlyMap<string, bigint>): Counted[] {
  return [...Map.groupBy(heaps, keyOf)].map(([key, some]) => {
    const [first] = some.toSorted((a, b) => a.countedAt.getTime() - b.countedAt.getTime())
    const people = [...Map.groupBy(some, (heap) => heap.countedBy)].map(([id, own]) => ({
      id,
      quantityMilli: own.reduce((sum, heap) => sum + heap.quantityMilli, 0n),
    }))
    const said = decided.get(key)
    const countedMilli = said ?? people.reduce((sum, one) => sum + one.quantityMilli, 0n)
    const expectedMilli = first?.expectedMilli ?? 0n
    return {
      itemId: first?.itemId ?? '',
      lotId: first?.lotId ?? null,
      countedMilli,
      expectedMilli,
      differenceMilli: countedMilli - expectedMilli,
      people,
      needsDecision: people.length > 1 && said === undefined,
    }
  })
}

/** What heaps of the same thing share. */
export function keyOf(one: { readonly itemId: string; readonly lotId: string | null }): string {
  return `${one.itemId} ${one.lotId ?? ''}`
}

/** What a difference is worth. @param worth Value and quantity of which one unit is a share; quantity above zero. */
export function worthOf(milli: bigint, worth: { quantityMilli: bigint; valueMinor: bigint } | undefined): bigint {
  return worth === undefined ? 0n : divideRounded(milli * worth.valueMinor, worth.quantityMilli)
}
