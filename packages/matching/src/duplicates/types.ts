// SPDX-License-Identifier: Apache-2.0
import type { NameReason } from '../fold/types.ts'

/** A customer or supplier as the books have it; what is not known is left out or empty. */
export type PartyRecord = {
  readonly id: string
  readonly name: string
  readonly phone?: string | null
  readonly email?: string | null
  readonly taxNumber?: string | null
}

/** An item as the books have it. */
export type ItemRecord = {
  readonly id: string
  readonly name: string
  readonly barcode?: string | null
  readonly unit?: string | null
  /** Usual price, minor units; any currency, the same for all. */
  readonly priceMinor?: number | null
}

/** Why two records are, or may not be, one. */
export type DuplicateReason =
  | { readonly code: 'name-like'; readonly share: number; readonly because: readonly NameReason[] }
  | { readonly code: 'same-phone' | 'same-email' | 'same-tax-number' | 'same-barcode' | 'price-near' | 'same-unit' }
  | { readonly code: 'other-phone' | 'other-tax-number' | 'other-barcode' | 'price-far' | 'other-unit' }
  /** A word that only one of them has. */
  | { readonly code: 'word-more' }

/** Two records that may be one; `a` stands before `b` in the order of ids. */
export type DuplicatePair = {
  readonly a: string
  readonly b: string
  /** 0 to 1. The weights behind it are judgement: it ranks and sets a bar. */
  readonly probability: number
  readonly reasons: readonly DuplicateReason[]
}
