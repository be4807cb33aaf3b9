// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { EntrySource, ExchangeRate, Foreign, PostingRole } from '../types.ts'

/** An account: by what it is for, or by its code in the chart. */
export type Target = PostingRole | { readonly account: string }

/** What every fact has: where it comes from, the day it counts for. */
type Happened = { readonly source: EntrySource; readonly day: PlainDate }

/** In the document's currency; `rate` to the home currency is null when they are the same. */
type InCurrency = { readonly currency: string; readonly rate: ExchangeRate | null }

/** A share of a document: `to` when it is not the usual account. Minor units of the document, not negative. */
export type Part = { readonly minor: bigint; readonly to?: Target }

/** A sale on paper, or what is taken back of one. `party`: null for a buyer whom nobody knows, who pays at once. `taxMinor`: added taxes that are owed to the state. */
export type SalesFact = Happened &
  InCurrency & {
    readonly event: 'invoice-issued' | 'credit-note-issued'
    readonly party: string | null
    /** Net by account; the usual one is `sales`, for a credit note `sales-returns`. */
    readonly net: readonly Part[]
    readonly taxMinor: bigint
  }

/** A supplier's bill, or what they owe us less. */
export type PurchaseFact = Happened &
  InCurrency & {
    readonly event: 'bill-issued' | 'debit-note-issued'
    readonly party: string | null
    /** Net of lines of goods. */
    readonly goodsMinor: bigint
    /**
     * What these goods stand at since they came (or went back), home minor units; null: they have not moved yet.
     */
    readonly movedHomeMinor: bigint | null
    /** Of the difference between the paper and that value: what belongs to pieces that are still here. Home, signed. */
    readonly differenceOnHandHomeMinor: bigint
    /** Lines that are not goods: the usual account is `other-expenses`; freight to be spread goes to `landed-costs`. */
    readonly others: readonly Part[]
    /** Taxes that are got back; others belong to the lines. */
    readonly taxMinor: bigint
  }

/** Goods that moved, at what they stand at in stock. Home minor units, not negative. */
export type GoodsFact = Happened & {
  readonly event: 'goods-received' | 'goods-shipped' | 'goods-returned-by-customer' | 'goods-returned-to-supplier'
  readonly valueHomeMinor: bigint
  /** What goods sold before they came cost more (less: negative) than was guessed; see `receiveAtAverage`. */
  readonly correctionHomeMinor?: bigint
}

/** Stock found (positive) or lost (negative), at its value. */
export type StockFact = Happened & {
  readonly event: 'stock-adjusted'
  readonly differenceHomeMinor: bigint
  readonly because: 'count' | 'damage' | 'own-use' | 'opening'
}

/** Freight, duty and the like, spread over a purchase: what went to pieces still here, and to pieces sold. */
export type LandedFact = Happened & {
  readonly event: 'landed-cost-spread'
  readonly onHandHomeMinor: bigint
  readonly soldHomeMinor: bigint
}

/**
 * Money came in or went out. The other side gets what was meant to move, as `settlesUpTo` says:
 * in: amount + fee + withheld; out: amount + withheld, the fee on top. All in `currency`, none negative.
 */
export type PaymentFact = Happened &
  InCurrency & {
    readonly event: 'payment-in' | 'payment-out'
    readonly party: string | null
    /** The cash box, bank account or wallet. */
    readonly money: Target
    readonly amountMinor: bigint
    /** What the bank or wallet kept. */
    readonly feeMinor: bigint
    /** Tax that the payer keeps back: in, by the customer; out, by us. */
    readonly withheldMinor: bigint
    /** What it is for: `receivables`, `payables`, `deposits-held` (before an invoice), `advances-paid`, or any account. */
    readonly against: Target
  }

/** A deposit (or an advance we paid) becomes payment of a document, at what it stands at. */
export type DepositFact = Happened & {
  readonly event: 'deposit-used' | 'advance-used'
  readonly party: string | null
  readonly homeMinor: bigint
  /** Its amount in its own currency, positive; null in the home currency. */
  readonly foreign: Foreign | null
}

/** A payment, note or deposit settled (part of) a document: what each side of it stands at. */
export type SettledFact = Happened & {
  readonly event: 'settled'
  readonly side: 'receivable' | 'payable'
  readonly party: string | null
  readonly claimHomeMinor: bigint
  readonly paidHomeMinor: bigint
}

/** What is owed is given up: `receivable` is our loss, `payable` our gain. */
export type WrittenOffFact = Happened & {
  readonly event: 'written-off'
  readonly side: 'receivable' | 'payable'
  readonly party: string | null
  readonly homeMinor: bigint
  readonly foreign: Foreign | null
}

/** An amount on one account as it stands in two currencies; not negative. */
export type Worth = { readonly homeMinor: bigint; readonly foreign: Foreign | null }

/** From one of our money accounts to another. `fee` leaves the first too. */
export type MoneyMovedFact = Happened & {
  readonly event: 'money-moved'
  readonly from: Target
  readonly to: Target
  readonly out: Worth
  readonly in: Worth
  readonly feeHomeMinor: bigint
}

/** A line written directly; debit positive. */
export type DirectLine = Worth & { readonly to: Target; readonly party: string | null }

/** What stood there before the books began: what is left over is the owner's capital. */
export type OpeningFact = Happened & { readonly event: 'opened'; readonly lines: readonly DirectLine[] }

/** An entry by hand; its lines must sum to zero. */
export type ByHandFact = Happened & { readonly event: 'by-hand'; readonly lines: readonly DirectLine[] }

/** Balances in foreign currency, looked at again at the rate of the day. Debit positive. Taken back by `reversed` next day. */
export type RevaluedFact = Happened & {
  readonly event: 'revalued'
  readonly balances: readonly {
    readonly of: Target
    readonly party: string | null
    readonly bookHomeMinor: bigint
    readonly nowHomeMinor: bigint
  }[]
}

/** Whatever the ledger is told. */
export type PostingFact =
  | SalesFact
  | PurchaseFact
  | GoodsFact
  | StockFact
  | LandedFact
  | PaymentFact
  | DepositFact
  | SettledFact
  | WrittenOffFact
  | MoneyMovedFact
  | OpeningFact
  | ByHandFact
  | RevaluedFact
