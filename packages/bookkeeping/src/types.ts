// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/*
 * Units everywhere in this package: quantities in thousandths (`quantityMilli`), money in whole minor units
 * (`…Minor`), unit prices in thousandths of a minor unit (`priceThousandths`: 4.75 cents = 4750), all bigint.
 * `home` is the business's own currency. Debit is positive, credit negative.
 */

/** Papers of the business, in the order in which they follow from one another: selling, then buying. */
export const documentKinds = [
  'quote',
  'order',
  'pick',
  'shipment',
  'invoice',
  'credit-note',
  'return',
  'purchase-order',
  'receipt',
  'bill',
  'supplier-return',
  'debit-note',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Whatever has a table of states: the papers, and money in or out. */
export type StatefulKind = DocumentKind | 'payment'

/** What tax a line bears, already chosen by item, party and day. */
export type LineTax = {
  readonly id: string
  /** Parts in a million of the base: 18 % is 180,000. 0 to 10,000,000. */
  readonly ratePpm: bigint
  /** A fixed tax a unit, thousandths of a minor unit; on top of the rate. Not negative. */
  readonly perUnitThousandths: bigint
  /** `net`: the line's net. `net-and-taxes`: net and the taxes before this one. `retail`: quantity times the printed price. */
  readonly base: 'net' | 'net-and-taxes' | 'retail'
  /** `added` to the total; `withheld` by the payer out of the total, which it leaves as it is. */
  readonly effect: 'added' | 'withheld'
}

/** A line as typed. */
export type LineInput = {
  readonly currency: string
  readonly quantityMilli: bigint
  readonly priceThousandths: bigint
  /** Off the whole line, minor units. */
  readonly discountMinor: bigint
  /** Printed retail price a unit, for taxes that are taken on it. */
  readonly retailThousandths?: bigint
  readonly taxes: readonly LineTax[]
}

/** One tax of one line, or of a whole document. Withheld amounts are positive too. */
export type TaxAmount = {
  readonly id: string
  readonly effect: LineTax['effect']
  readonly baseMinor: bigint
  readonly minor: bigint
}

/** A line, worked out. `totalMinor` = net + added taxes. */
export type LineAmounts = {
  readonly grossMinor: bigint
  readonly discountMinor: bigint
  readonly netMinor: bigint
  readonly taxes: readonly TaxAmount[]
  readonly taxMinor: bigint
  readonly totalMinor: bigint
}

/** A document, worked out: sums of its lines. `payableMinor` = total less what the payer withholds. */
export type Totals = {
  readonly currency: string
  readonly netMinor: bigint
  readonly discountMinor: bigint
  readonly taxMinor: bigint
  readonly totalMinor: bigint
  readonly withheldMinor: bigint
  readonly payableMinor: bigint
  /** One row a tax id and effect, in the order in which they first appear. */
  readonly taxes: readonly TaxAmount[]
}

/** Home currency for one unit of the foreign one, both in major units: `278.45`. Up to 12 decimals. */
export type ExchangeRate = {
  readonly from: string
  readonly to: string
  readonly rate: string
  /** Decimals between unit and minor unit of each currency. */
  readonly fromDecimals: number
  readonly toDecimals: number
}

/** What an account of the chart is for; the rules below post to these, the pack says which account each is. */
export const postingRoles = [
  'cash',
  'bank',
  'wallet',
  'receivables',
  'inventory',
  'tax-in',
  'withheld-by-customers',
  'advances-paid',
  'payables',
  'goods-received-not-billed',
  'tax-out',
  'withheld-from-suppliers',
  'deposits-held',
  'landed-costs',
  'capital',
  'drawings',
  'profit-kept',
  'sales',
  'sales-returns',
  'other-income',
  'exchange-gain',
  'cost-of-sales',
  'stock-difference',
  'bank-fees',
  'exchange-loss',
  'bad-debts',
  'other-expenses',
] as const
export type PostingRole = (typeof postingRoles)[number]

/** Which account each role is: the code of an account for every role. */
export type RoleAccounts = Readonly<Record<PostingRole, string>>

/** Where an entry comes from. The same event of the same source is posted once. */
export type EntrySource = { readonly kind: string; readonly id: string }

/** An amount in another currency, signed as its line is. */
export type Foreign = { readonly minor: bigint; readonly currency: string }

/** One line of an entry. `homeMinor`: debit positive, credit negative; zero only beside a foreign amount. */
export type EntryLine = {
  readonly account: string
  readonly homeMinor: bigint
  readonly foreign: Foreign | null
  readonly party: string | null
}

/** A double entry: its lines sum to zero. No lines: nothing to post (a zero document). */
export type Entry = {
  readonly source: EntrySource
  /** What happened: the event of the fact, or `reversed`. */
  readonly event: string
  readonly day: PlainDate
  readonly lines: readonly EntryLine[]
}
