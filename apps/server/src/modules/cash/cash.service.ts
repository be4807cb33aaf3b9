// SPDX-License-Identifier: Apache-2.0
import { addDays, fromDayNumber, isDeclined } from '@resham/base'
import type { cashEndpoints as at, RequestOf } from '@resham/contract'
import { cash } from '@resham/planning'
import { listAccountStandings, listMoneyAccounts } from '#modules/banking/index.ts'
import { listDueMoney, listPaidDays, sumCreditSales, sumPaymentsAfter } from '#modules/documents/index.ts'
import { findSalesAhead } from '#modules/outlook/index.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toHistory, toOutlookReply, toPayables, toReceivables, toTakings } from './cash.mapping.ts'

const mostPapers = 5000
/** Habits change: older invoices say little of the next. */
const habitDays = 730
const creditDays = 90
const seed = 20_261_125

/** Expected money by week, from what is there, what is due, and the sales forecast. */
export async function readOutlook(ctx: BusinessContext, { query }: Pick<RequestOf<typeof at.outlook>, 'query'>) {
  const { currency, timeZone, tenantId } = ctx.business
  const today = dayIn(timeZone, ctx.now)
  const since = (days: number) => addDays(fromDayNumber(today), -days)
  const known = await withTenant(ctx.db, tenantId, async (tx) => ({
    opening: query.openingMinor === undefined ? await openingOf(tx, currency) : BigInt(query.openingMinor),
    due: await listDueMoney(tx, mostPapers),
    paid: await listPaidDays(tx, since(habitDays)),
    credit: await sumCreditSales(tx, since(creditDays)),
    ahead: await findSalesAhead(tx),
  }))
  const { due, credit } = known
  const history = toHistory(known.paid, today)
  const lagWeeks = Math.max(1, Math.round(credit.termsDays / 7))
  const share = credit.allMinor > 0 ? Math.min(1, credit.creditMinor / credit.allMinor) : 0
  const takings = toTakings(known.ahead, today, { share, lagWeeks })
  const made = cash.cashOutlook({
    ...{ today, history, takings, seed },
    openingMinor: Number(known.opening),
    floorMinor: Number(query.floorMinor ?? 0),
    receivables: toReceivables(due),
    payables: toPayables(due),
  })
  return {
    today: fromDayNumber(today),
    opening: { minor: String(known.opening), currency },
    openingTyped: query.openingMinor !== undefined,
    withSales: takings !== null,
    outlook: isDeclined(made) ? { ...made } : toOutlookReply(made, due, currency),
  }
}

/** What is there now, in accounts of the home currency: each account's last statement and the payments since. */
async function openingOf(tx: TenantTx, currency: string): Promise<bigint> {
  const standings = new Map((await listAccountStandings(tx)).map((one) => [one.moneyAccountId, one]))
  const own = (await listMoneyAccounts(tx)).filter((account) => account.currency === currency)
  const told = own.map(({ id }) => ({ id, standing: standings.get(id) }))
  const known = (one: (typeof told)[number]) => one.standing !== undefined && one.standing.balanceMinor !== null
  const since = await sumPaymentsAfter(
    tx,
    told.map((one) => ({ id: one.id, after: known(one) ? (one.standing?.day ?? null) : null })),
  )
  return told.reduce((sum, one) => sum + (one.standing?.balanceMinor ?? 0n) + (since.get(one.id) ?? 0n), 0n)
}
