// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber, type PlainDate } from '@resham/base'
import type { booksEndpoints as at, RequestOf } from '@resham/contract'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { findEntrySpan, holdMonths, listPeriods, setPeriodState } from './books.repository.ts'
import type { Month, Period } from './books.types.ts'
import { monthOf, monthsBetween, readMonth } from './months.ts'
import { userIdOf } from './post.service.ts'

/** The day that it is at the business. */
export function todayOf(ctx: BusinessContext): PlainDate {
  return fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
}

/** Every month from the first entry to now (or to the last entry, when that is later), oldest first. */
export async function listMonths(tx: TenantTx, today: PlainDate): Promise<Period[]> {
  const span = await findEntrySpan(tx)
  const [first, last] = [span?.first ?? today, span?.last ?? today]
  return listPeriods(tx, monthsBetween(monthOf(first), monthOf(last > today ? last : today)))
}

/** The months of the books, newest first. */
export async function readPeriods(ctx: BusinessContext) {
  const today = todayOf(ctx)
  const periods = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listMonths(tx, today))
  const thisMonth = monthOf(today)
  return {
    items: periods.map(({ month, state }) => ({ month: month.slice(0, 7), state, over: month < thisMonth })).reverse(),
  }
}

/**
 * Closes a month and all before it, or opens one again.
 *
 * @throws books.month-not-over with `month`
 */
export async function changePeriod(ctx: BusinessContext, { params, body }: RequestOf<typeof at.changePeriod>) {
  const month = readMonth(params.month)
  if (body.state === 'closed' && month >= monthOf(todayOf(ctx))) {
    throw new AppError('books.month-not-over', { month: params.month })
  }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const months = body.state === 'open' ? [month] : await monthsToClose(tx, month)
    await holdMonths(tx, months, 'alone')
    await setPeriodState(tx, months, body.state, { now: ctx.now, userId: userIdOf(ctx.caller) })
    const action = body.state === 'closed' ? 'period.closed' : 'period.opened'
    const subject = { kind: 'period', id: params.month }
    await recordAudit(tx, ctx, action, subject, body.reason === undefined ? {} : { reason: body.reason })
    return { month: params.month, state: body.state }
  })
}

async function monthsToClose(tx: TenantTx, month: Month): Promise<Month[]> {
  const span = await findEntrySpan(tx)
  const first = span && monthOf(span.first) < month ? monthOf(span.first) : month
  return monthsBetween(first, month)
}
