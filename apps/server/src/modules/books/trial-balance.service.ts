// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { booksEndpoints as at, RequestOf } from '@resham/contract'
import { writeDelimited } from '@resham/formats'
import type { FindPack } from '#modules/calendar/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { balancesOf } from './balances.service.ts'
import { toAccount, toAmount, toDecimal } from './books.mapping.ts'
import { listAccounts } from './books.repository.ts'
import type { LedgerAccount, Month } from './books.types.ts'
import { todayOf } from './close.service.ts'
import { monthOf, readMonth } from './months.ts'

type Row = {
  readonly account: LedgerAccount
  readonly opening: bigint
  readonly debit: bigint
  readonly credit: bigint
  readonly closing: bigint
}

/** The month that is asked for, or the one that it is. */
export function monthAsked(ctx: BusinessContext, query: { readonly month?: string }): Month {
  return query.month === undefined ? monthOf(todayOf(ctx)) : readMonth(query.month)
}

/** The chart that the business's country begins with. @throws business.pack-unknown */
export function chartOf(ctx: BusinessContext, findPack: FindPack) {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
  return pack.chart
}

/** What every account stands at, at the end of a month. Accounts without a move are left out. */
export async function readTrialBalance(ctx: BusinessContext, { query }: RequestOf<typeof at.trialBalance>) {
  const month = monthAsked(ctx, query)
  const { rows, months, state } = await load(ctx, month)
  const { currency } = ctx.business
  return {
    month: month.slice(0, 7),
    state,
    months,
    currency,
    items: rows.map(({ account, opening, debit, credit, closing }) => ({
      ...toAccount(account),
      opening: toAmount(opening, currency),
      debit: toAmount(debit, currency),
      credit: toAmount(credit, currency),
      closing: toAmount(closing, currency),
    })),
    /** Zero, always. */
    sum: toAmount(
      rows.reduce((so, { closing }) => so + closing, 0n),
      currency,
    ),
  }
}

/** The same as a file for a spreadsheet. */
export async function writeTrialBalance(
  ctx: BusinessContext,
  { query }: RequestOf<typeof at.trialBalanceFile>,
): Promise<FileReply> {
  const month = monthAsked(ctx, query)
  const { rows } = await load(ctx, month)
  const { currency } = ctx.business
  const header = ['code', 'account', 'name in urdu', 'kind', 'opening', 'debit', 'credit', 'closing', 'currency']
  const lines = rows.map(({ account: { code, names, kind }, opening, debit, credit, closing }) => [
    ...[code, names.en, names.ur, kind],
    ...[opening, debit, credit, closing].map((minor) => toDecimal(minor, currency)),
    currency,
  ])
  return csv(`trial-balance-${month.slice(0, 7)}.csv`, [header, ...lines])
}

/** The chart of accounts as a file. */
export async function writeChart(ctx: BusinessContext, findPack: FindPack): Promise<FileReply> {
  const own = await withTenant(ctx.db, ctx.business.tenantId, listAccounts)
  const accounts = own.length > 0 ? own : chartOf(ctx, findPack).accounts
  const lines = accounts.map(({ code, names, kind, role }) => [code, names.en, names.ur, kind, role ?? ''])
  return csv('accounts.csv', [['code', 'account', 'name in urdu', 'kind', 'used for'], ...lines])
}

/** Rows as a file; the writer keeps cells from being read as formulas. */
export function csv(fileName: string, rows: readonly (readonly string[])[]): FileReply {
  return {
    kind: 'file',
    fileName,
    contentType: 'text/csv; charset=utf-8',
    content: writeDelimited(rows, { bom: true }),
  }
}

async function load(ctx: BusinessContext, month: Month) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const accounts = await listAccounts(tx)
    const at = { today: todayOf(ctx), now: ctx.now }
    const { periods, before, within } = await balancesOf(tx, { from: month, to: month }, at)
    const rows = accounts.flatMap((account): Row[] => {
      const opening = before.get(account.code) ?? 0n
      const moved = within.get(account.code)
      if (opening === 0n && moved === undefined) return []
      const { debit, credit } = moved ?? { debit: 0n, credit: 0n }
      return [{ account, opening, debit, credit, closing: opening + debit - credit }]
    })
    return {
      rows,
      months: periods.map((period) => period.month.slice(0, 7)).reverse(),
      state: periods.find((period) => period.month === month)?.state ?? ('open' as const),
    }
  })
}
