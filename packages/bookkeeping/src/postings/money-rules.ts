// SPDX-License-Identifier: Apache-2.0
import { convert } from '../exchange/rate.ts'
import { exchangeDifference } from '../exchange/settlement.ts'
import type { Foreign, RoleAccounts } from '../types.ts'
import { refuseNegative } from './amounts.ts'
import { draftEntry, type EntryDraft } from './entry-draft.ts'
import type {
  ByHandFact,
  DepositFact,
  MoneyMovedFact,
  OpeningFact,
  PaymentFact,
  RevaluedFact,
  SettledFact,
  WrittenOffFact,
} from './facts.ts'

/**
 * How much a payment can settle, in its own currency: money in settles what was meant to come, so what the bank and the
 * state kept too; money out settles what the other side got and what we withhold for them, our bank's fee is on top.
 */
export function settlesUpTo(
  event: PaymentFact['event'],
  { amountMinor, feeMinor, withheldMinor }: Pick<PaymentFact, 'amountMinor' | 'feeMinor' | 'withheldMinor'>,
): bigint {
  return amountMinor + withheldMinor + (event === 'payment-in' ? feeMinor : 0n)
}

/**
 * Money in or out, with what the bank kept and what was withheld as tax. What can be settled is converted as a whole,
 * as settlements take shares of the whole; the money account takes what rounding leaves.
 */
export function postPayment(fact: PaymentFact, accounts: RoleAccounts) {
  const { rate, currency, amountMinor, feeMinor, withheldMinor, party } = fact
  refuseNegative(amountMinor, feeMinor, withheldMinor)
  const draft = draftEntry(fact, accounts)
  const home = (minor: bigint) => (rate === null ? minor : convert(minor, rate))
  const foreign = (minor: bigint): Foreign | null => rate && { minor, currency }
  const isIn = fact.event === 'payment-in'
  const sign = isIn ? 1n : -1n
  const whole = settlesUpTo(fact.event, fact)
  const moved = isIn ? amountMinor : amountMinor + feeMinor
  const [fee, withheld] = [home(feeMinor), home(withheldMinor)]
  draft.add(fact.money, sign * (home(whole) - withheld) - fee, { foreign: foreign(sign * moved) })
  draft.add('bank-fees', fee)
  draft.add(isIn ? 'withheld-by-customers' : 'withheld-from-suppliers', sign * withheld)
  draft.add(fact.against, -sign * home(whole), { foreign: foreign(-sign * whole), party })
  return draft.close()
}

/** What was paid before there was a document now pays it. */
export function postDeposit(fact: DepositFact, accounts: RoleAccounts) {
  refuseNegative(fact.homeMinor, fact.foreign?.minor ?? 0n)
  const draft = draftEntry(fact, accounts)
  const { party, homeMinor, foreign } = fact
  const away = { party, foreign: opposite(foreign) }
  draft.add(fact.event === 'deposit-used' ? 'deposits-held' : 'payables', homeMinor, { party, foreign })
  draft.add(fact.event === 'deposit-used' ? 'receivables' : 'advances-paid', -homeMinor, away)
  return draft.close()
}

/** What a settlement gained or lost by exchange; nothing to post when both sides stand at the same. */
export function postSettled(fact: SettledFact, accounts: RoleAccounts) {
  refuseNegative(fact.claimHomeMinor, fact.paidHomeMinor)
  const draft = draftEntry(fact, accounts)
  const gained = exchangeDifference(fact.side, fact.claimHomeMinor, fact.paidHomeMinor)
  draft.add(fact.side === 'receivable' ? 'receivables' : 'payables', gained, { party: fact.party })
  addExchange(draft, gained)
  return draft.close()
}

/** What is given up of a claim. */
export function postWrittenOff(fact: WrittenOffFact, accounts: RoleAccounts) {
  refuseNegative(fact.homeMinor, fact.foreign?.minor ?? 0n)
  const draft = draftEntry(fact, accounts)
  const { party, homeMinor, foreign } = fact
  if (fact.side === 'receivable') {
    draft.add('bad-debts', homeMinor)
    draft.add('receivables', -homeMinor, { party, foreign: opposite(foreign) })
  } else {
    draft.add('payables', homeMinor, { party, foreign })
    draft.add('other-income', -homeMinor)
  }
  return draft.close()
}

/** Between our own money accounts; in two currencies the difference is exchange. */
export function postMoneyMoved(fact: MoneyMovedFact, accounts: RoleAccounts) {
  refuseNegative(fact.out.homeMinor, fact.in.homeMinor, fact.feeHomeMinor)
  const draft = draftEntry(fact, accounts)
  draft.add(fact.to, fact.in.homeMinor, { foreign: fact.in.foreign })
  draft.add('bank-fees', fact.feeHomeMinor)
  draft.add(fact.from, -fact.out.homeMinor - fact.feeHomeMinor, { foreign: opposite(fact.out.foreign) })
  // In one currency what went out is what came in: a difference is a mistake, and closing the entry says so.
  if (fact.out.foreign !== null || fact.in.foreign !== null) addExchange(draft, fact.in.homeMinor - fact.out.homeMinor)
  return draft.close()
}

/** Opening balances against the owner's capital, or an entry by hand. */
export function postDirect(fact: OpeningFact | ByHandFact, accounts: RoleAccounts) {
  const draft = draftEntry(fact, accounts)
  let sum = 0n
  for (const { to, homeMinor, foreign, party } of fact.lines) {
    draft.add(to, homeMinor, { foreign, party })
    sum += homeMinor
  }
  if (fact.event === 'opened') draft.add('capital', -sum)
  return draft.close()
}

/** Foreign balances at the rate of the day. */
export function postRevalued(fact: RevaluedFact, accounts: RoleAccounts) {
  const draft = draftEntry(fact, accounts)
  for (const { of, party, bookHomeMinor, nowHomeMinor } of fact.balances) {
    draft.add(of, nowHomeMinor - bookHomeMinor, { party })
    addExchange(draft, nowHomeMinor - bookHomeMinor)
  }
  return draft.close()
}

/** @param gained Home minor units: positive a gain, negative a loss. */
function addExchange(draft: EntryDraft, gained: bigint): void {
  draft.add(gained >= 0n ? 'exchange-gain' : 'exchange-loss', -gained)
}

function opposite(foreign: Foreign | null): Foreign | null {
  return foreign && { ...foreign, minor: -foreign.minor }
}
