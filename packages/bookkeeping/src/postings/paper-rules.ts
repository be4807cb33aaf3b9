// SPDX-License-Identifier: Apache-2.0
import { convert } from '../exchange/rate.ts'
import type { ExchangeRate, Foreign, PostingRole, RoleAccounts } from '../types.ts'
import { refuseNegative } from './amounts.ts'
import { draftEntry, type EntryDraft } from './entry-draft.ts'
import type { PurchaseFact, SalesFact } from './facts.ts'

/** Invoice: the customer owes, we sold, the state gets its tax. A credit note is the same the other way round. */
export function postSale(fact: SalesFact, accounts: RoleAccounts) {
  const draft = draftEntry(fact, accounts)
  const isInvoice = fact.event === 'invoice-issued'
  const put = valuing(draft, fact, isInvoice ? -1n : 1n)
  let owed = none
  for (const { minor, to } of fact.net) owed = plus(owed, put(to ?? (isInvoice ? 'sales' : 'sales-returns'), minor))
  owed = plus(owed, put('tax-out', fact.taxMinor))
  settleOn('receivables', owed, fact, draft)
  return draft.close()
}

/**
 * Bill: goods that came are no longer waiting for it, tax is got back, we owe. Where bill and receipt differ, pieces
 * still here take their share of the difference, the rest is cost of sales. A debit note is the same the other way round.
 */
export function postPurchase(fact: PurchaseFact, accounts: RoleAccounts) {
  const draft = draftEntry(fact, accounts)
  const sign = fact.event === 'bill-issued' ? 1n : -1n
  const put = valuing(draft, fact, sign)
  let owed = put('goods-received-not-billed', fact.goodsMinor)
  if (fact.movedHomeMinor !== null) {
    // The paper's value first, then what it is more or less than the goods stand at.
    refuseNegative(fact.movedHomeMinor)
    const difference = home(fact.goodsMinor, fact.rate) - fact.movedHomeMinor
    draft.add('goods-received-not-billed', -sign * difference)
    draft.add('inventory', sign * fact.differenceOnHandHomeMinor)
    draft.add('cost-of-sales', sign * (difference - fact.differenceOnHandHomeMinor))
  }
  for (const { minor, to } of fact.others) owed = plus(owed, put(to ?? 'other-expenses', minor))
  owed = plus(owed, put('tax-in', fact.taxMinor))
  settleOn('payables', owed, fact, draft)
  return draft.close()
}

type Sum = { readonly homeMinor: bigint; readonly minor: bigint }
const none: Sum = { homeMinor: 0n, minor: 0n }
const plus = (a: Sum, b: Sum): Sum => ({ homeMinor: a.homeMinor + b.homeMinor, minor: a.minor + b.minor })

function home(minor: bigint, rate: ExchangeRate | null): bigint {
  return rate === null ? minor : convert(minor, rate)
}

/** Adds parts in the document's currency, each rounded on its own, and gives what was added. */
function valuing(draft: EntryDraft, fact: SalesFact | PurchaseFact, sign: 1n | -1n) {
  return (to: Parameters<EntryDraft['add']>[0], minor: bigint): Sum => {
    refuseNegative(minor)
    const homeMinor = sign * home(minor, fact.rate)
    draft.add(to, homeMinor)
    return { homeMinor, minor: sign * minor }
  }
}

/** The party's side is the sum of the rounded parts, so that the entry balances to the last minor unit. */
function settleOn(role: PostingRole, owed: Sum, fact: SalesFact | PurchaseFact, draft: EntryDraft): void {
  const foreign: Foreign | null = fact.rate && { minor: -owed.minor, currency: fact.currency }
  draft.add(role, -owed.homeMinor, { foreign, party: fact.party })
}
