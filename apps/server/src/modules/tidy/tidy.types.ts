// SPDX-License-Identifier: Apache-2.0

/** Whether a party buys or sells. */
export type Sides = { readonly isCustomer: boolean; readonly isSupplier: boolean }

/** What an undo puts back of a party: ids that moved, and what the kept one was before. Of an item nothing moves. */
export type Moved = {
  readonly documents: readonly string[]
  readonly payments: readonly string[]
  readonly before: Sides
}

/** A merge as it was made. */
export type Merge = {
  readonly id: string
  readonly keptId: string
  readonly goneId: string
  readonly kind: 'party' | 'item'
  readonly moved: Moved | null
  readonly madeAt: Date
  readonly undoneAt: Date | null
}
