// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { AccountKind, AccountRow, Names, Pack } from '@resham/pack-kit'
import type { Caller } from '#platform/http/route.ts'

/** Who posts, when, and the chart that the business begins with. */
export type PostingBy = {
  readonly now: Date
  readonly caller: Caller | null
  readonly chart: Pack['chart']
}

/** The first day of a month. */
export type Month = PlainDate

/** An account as a business has it. */
export type LedgerAccount = {
  readonly code: string
  readonly names: Names
  readonly kind: AccountKind
  readonly role: AccountRow['role']
}

/** A month of the books: whether it takes entries, and whether its sums are kept. */
export type Period = { readonly month: Month; readonly state: 'open' | 'closed'; readonly summed: boolean }

/** What moved on an account. Minor units of the home currency, neither negative. */
export type AccountSum = { readonly code: string; readonly debit: bigint; readonly credit: bigint }

/** An entry as it is written down. */
export type EntryRow = {
  readonly id: string
  readonly day: PlainDate
  readonly sourceKind: string
  readonly sourceId: string
  readonly event: string
  readonly memo: string | null
}

/** A line as it is written down. */
export type LineRow = {
  readonly entryId: string
  readonly lineNo: number
  readonly day: PlainDate
  readonly account: string
  readonly partyId: string | null
  readonly minor: bigint
  readonly currency: string | null
  readonly foreignMinor: bigint | null
}

/** A line of an account's page. */
export type AccountLine = Omit<EntryRow, 'id'> & Omit<LineRow, 'account'>
