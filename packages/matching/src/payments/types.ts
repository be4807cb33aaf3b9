// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { NameReason } from '../fold/types.ts'

/** Money comes in, or goes out. */
export type Direction = 'in' | 'out'

/** A line of a bank statement, as far as matching reads it. */
export type BankLine = {
  readonly id: string
  readonly day: PlainDate
  readonly direction: Direction
  /** Minor units, above zero, below 2^53. */
  readonly amountMinor: bigint
  readonly currency: string
  /** Who paid or was paid, as the bank writes it; null when it says nothing. */
  readonly payer: string | null
  /** Account, IBAN or telephone of the other side. */
  readonly account: string | null
  readonly narrative: string
}

/** An invoice (`in`) or bill (`out`) that is not settled yet. Minor units of `currency`. */
export type OpenDocument = {
  readonly id: string
  readonly direction: Direction
  readonly partyId: string
  /** Our number. */
  readonly number: string | null
  /** The other side's number: the buyer's order, the supplier's bill. */
  readonly reference: string | null
  readonly day: PlainDate
  readonly dueDay: PlainDate | null
  readonly currency: string
  readonly netMinor: bigint
  readonly taxMinor: bigint
  readonly totalMinor: bigint
  /** What is left to settle: above zero, at most the total. */
  readonly openMinor: bigint
}

/** A customer or supplier. */
export type Party = {
  readonly id: string
  readonly name: string
  readonly otherNames?: readonly string[]
  /** Accounts, IBANs, telephones known to be theirs. */
  readonly accounts?: readonly string[]
}

/** What a payer may by law keep back: so many millionths of the document's total, net or tax. From the pack. */
export type Deduction = { readonly code: string; readonly of: 'total' | 'net' | 'tax'; readonly millionths: number }

/** What a person said about a line: it teaches the next. */
export type Confirmation = {
  readonly payer: string | null
  readonly account: string | null
  readonly narrative: string
  readonly direction: Direction
  /** Null: it pays no document. */
  readonly paid: {
    readonly partyId: string
    readonly documents: number
    /** Days from the due day to the payment, of the oldest document; null when nothing was due. */
    readonly delayDays: number | null
    /** Code of the deduction, `fee` when the bank kept something, null for neither. */
    readonly deduction: string | null
    readonly isPart: boolean
  } | null
}

/** Settings of a run. */
export type MatchSettings = {
  readonly deductions: readonly Deduction[]
  /** The most that a bank keeps of a transfer, minor units. */
  readonly largestFeeMinor: bigint
  /** Minor units in one of the currency: people round what they withhold to whole ones. */
  readonly minorPerMajor: number
  /** At or above this probability, and only with two kinds of evidence, a match is `automatic`. Default 0.995. */
  readonly automaticFrom?: number
  /** Most suggestions a line. Default 4. */
  readonly most?: number
}

/** Why: each a sentence on the page. Amounts are minor units as text, as in JSON. */
export type MatchReason =
  | { readonly code: 'amount-equal' }
  | { readonly code: 'amount-less-withheld'; readonly deduction: string; readonly minor: string }
  | { readonly code: 'amount-less-fee'; readonly minor: string }
  | { readonly code: 'amounts-add-up'; readonly documents: number }
  | { readonly code: 'part-of-amount'; readonly leftMinor: string }
  | { readonly code: 'oldest-first' }
  | { readonly code: 'nothing-open-fits' }
  | { readonly code: 'reference-found'; readonly number: string }
  | { readonly code: 'name-like'; readonly share: number; readonly because: readonly NameReason[] }
  | { readonly code: 'name-other' }
  | { readonly code: 'payer-known'; readonly times: number }
  | { readonly code: 'account-known' }
  | { readonly code: 'near-usual-day'; readonly days: number }
  | { readonly code: 'usual-deduction' }
  | { readonly code: 'usually-nothing'; readonly times: number }

/** What a line may be. */
export type Suggestion = {
  /** It settles documents; it is money of a known party that no open document explains; it has to do with neither. */
  readonly kind: 'settles' | 'advance' | 'nothing'
  readonly partyId: string | null
  /** What it settles of which document: with what was withheld and kept as fee. Minor units. */
  readonly parts: readonly { readonly documentId: string; readonly minor: bigint }[]
  readonly withheldMinor: bigint
  readonly feeMinor: bigint
  /** What is left over of the payment: an advance of the party. */
  readonly restMinor: bigint
  /** Code of the deduction that explains `withheldMinor`. */
  readonly deduction: string | null
  /** Probability, 0 to 1; those of a line sum to 1 before the list is cut. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** A line with what it may be, likeliest first; never empty. */
export type LineMatch = {
  readonly lineId: string
  readonly suggestions: readonly Suggestion[]
  /** True when the first may be booked without asking. */
  readonly automatic: boolean
}
