// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { booksEndpoints as at, RequestOf } from '@resham/contract'
import type { AccountKind } from '@resham/pack-kit'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { balancesOf } from './balances.service.ts'
import { toAccount, toAmount } from './books.mapping.ts'
import { listAccounts } from './books.repository.ts'
import { todayOf } from './close.service.ts'
import { readMonth } from './months.ts'

/**
 * What was earned from one month to another, and what the business has and owes at the end.
 *
 * Signs as people read them: income, debts and capital are positive when they are what they should be. What was
 * earned up to the end stands with the capital, so that both sides of the balance sheet are equal.
 *
 * @throws base.date-invalid; books.span-invalid when the months are the wrong way round
 */
export async function readResult(ctx: BusinessContext, { query }: RequestOf<typeof at.result>) {
  const span = { from: readMonth(query.from), to: readMonth(query.to) }
  if (span.to < span.from) throw new AppError('books.span-invalid', { from: query.from, to: query.to })
  const { currency } = ctx.business
  const { accounts, before, within } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    accounts: await listAccounts(tx),
    ...(await balancesOf(tx, span, { today: todayOf(ctx), now: ctx.now })),
  }))
  const movedOf = (code: string) => (within.get(code)?.debit ?? 0n) - (within.get(code)?.credit ?? 0n)
  const standsAt = (code: string) => (before.get(code) ?? 0n) + movedOf(code)
  const rowsOf = (kind: AccountKind, debitOf: (code: string) => bigint) => {
    const sign = kind === 'asset' || kind === 'expense' ? 1n : -1n
    const own = accounts.filter((account) => account.kind === kind && debitOf(account.code) !== 0n)
    const sum = own.reduce((so, { code }) => so + sign * debitOf(code), 0n)
    const rows = own.map((account) => ({
      ...toAccount(account),
      amount: toAmount(sign * debitOf(account.code), currency),
    }))
    return { sum, reply: { rows, sum: toAmount(sum, currency) } }
  }
  const [income, expenses] = [rowsOf('income', movedOf), rowsOf('expense', movedOf)]
  const [assets, debts, capital] = [
    rowsOf('asset', standsAt),
    rowsOf('liability', standsAt),
    rowsOf('equity', standsAt),
  ]
  const earned = rowsOf('income', standsAt).sum - rowsOf('expense', standsAt).sum
  return {
    from: query.from,
    to: query.to,
    income: income.reply,
    expenses: expenses.reply,
    profit: toAmount(income.sum - expenses.sum, currency),
    assets: assets.reply,
    debts: debts.reply,
    capital: capital.reply,
    earned: toAmount(earned, currency),
    /** Assets less debts, capital and what was earned: zero, always. */
    difference: toAmount(assets.sum - debts.sum - capital.sum - earned, currency),
  }
}
