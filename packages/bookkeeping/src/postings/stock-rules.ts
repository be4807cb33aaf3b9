// SPDX-License-Identifier: Apache-2.0
import type { PostingRole, RoleAccounts } from '../types.ts'
import { refuseNegative } from './amounts.ts'
import { draftEntry } from './entry-draft.ts'
import type { GoodsFact, LandedFact, StockFact } from './facts.ts'

/** For each move of goods: which account gets their value, and which gives it. */
const sides: Readonly<Record<GoodsFact['event'], readonly [debit: PostingRole, credit: PostingRole]>> = {
  'goods-received': ['inventory', 'goods-received-not-billed'],
  'goods-shipped': ['cost-of-sales', 'inventory'],
  'goods-returned-by-customer': ['inventory', 'cost-of-sales'],
  'goods-returned-to-supplier': ['goods-received-not-billed', 'inventory'],
}

/** Goods moved: their value moves with them. */
export function postGoods(fact: GoodsFact, accounts: RoleAccounts) {
  refuseNegative(fact.valueHomeMinor)
  const draft = draftEntry(fact, accounts)
  const [debit, credit] = sides[fact.event]
  draft.add(debit, fact.valueHomeMinor)
  draft.add(credit, -fact.valueHomeMinor)
  draft.add('cost-of-sales', fact.correctionHomeMinor ?? 0n)
  draft.add('inventory', -(fact.correctionHomeMinor ?? 0n))
  return draft.close()
}

const against: Readonly<Record<StockFact['because'], PostingRole>> = {
  count: 'stock-difference',
  damage: 'stock-difference',
  'own-use': 'drawings',
  opening: 'capital',
}

/** Stock is more or less than the books said. */
export function postStock(fact: StockFact, accounts: RoleAccounts) {
  const draft = draftEntry(fact, accounts)
  draft.add('inventory', fact.differenceHomeMinor)
  draft.add(against[fact.because], -fact.differenceHomeMinor)
  return draft.close()
}

/** Costs of getting goods here, once they are spread. */
export function postLanded(fact: LandedFact, accounts: RoleAccounts) {
  refuseNegative(fact.onHandHomeMinor, fact.soldHomeMinor)
  const draft = draftEntry(fact, accounts)
  draft.add('inventory', fact.onHandHomeMinor)
  draft.add('cost-of-sales', fact.soldHomeMinor)
  draft.add('landed-costs', -fact.onHandHomeMinor - fact.soldHomeMinor)
  return draft.close()
}
