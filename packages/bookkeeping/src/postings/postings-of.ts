// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Entry, EntrySource, RoleAccounts } from '../types.ts'
import type { PostingFact } from './facts.ts'
import {
  postDeposit,
  postDirect,
  postMoneyMoved,
  postPayment,
  postRevalued,
  postSettled,
  postWrittenOff,
} from './money-rules.ts'
import { postPurchase, postSale } from './paper-rules.ts'
import { postGoods, postLanded, postStock } from './stock-rules.ts'

/**
 * The double entry of something that happened: its lines sum to zero, or it is refused.
 *
 * @param accounts Which account of the chart each role is; the pack gives it.
 * @returns an entry; without lines when nothing moved (a document of zero, a settlement without difference).
 * @throws bookkeeping.amount-invalid, bookkeeping.rate-invalid, bookkeeping.entry-unbalanced, bookkeeping.role-missing
 */
export function postingsOf(fact: PostingFact, accounts: RoleAccounts): Entry {
  switch (fact.event) {
    case 'invoice-issued':
    case 'credit-note-issued':
      return postSale(fact, accounts)
    case 'bill-issued':
    case 'debit-note-issued':
      return postPurchase(fact, accounts)
    case 'goods-received':
    case 'goods-shipped':
    case 'goods-returned-by-customer':
    case 'goods-returned-to-supplier':
      return postGoods(fact, accounts)
    case 'stock-adjusted':
      return postStock(fact, accounts)
    case 'landed-cost-spread':
      return postLanded(fact, accounts)
    case 'payment-in':
    case 'payment-out':
      return postPayment(fact, accounts)
    case 'deposit-used':
    case 'advance-used':
      return postDeposit(fact, accounts)
    case 'settled':
      return postSettled(fact, accounts)
    case 'written-off':
      return postWrittenOff(fact, accounts)
    case 'money-moved':
      return postMoneyMoved(fact, accounts)
    case 'opened':
    case 'by-hand':
      return postDirect(fact, accounts)
    case 'revalued':
      return postRevalued(fact, accounts)
  }
}

/** The same entry the other way round, as an entry of its own: a payment that bounced, a revaluation taken back. */
export function reversed(entry: Entry, source: EntrySource, day: PlainDate): Entry {
  const lines = entry.lines.map((line) => ({
    ...line,
    homeMinor: -line.homeMinor,
    foreign: line.foreign && { ...line.foreign, minor: -line.foreign.minor },
  }))
  return { source, event: 'reversed', day, lines }
}
