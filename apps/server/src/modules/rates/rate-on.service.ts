// SPDX-License-Identifier: Apache-2.0
import { AppError, daysBetween, type PlainDate } from '@resham/base'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { findRateAfter, findRateBy } from './rates.repository.ts'
import type { RateOn } from './rates.types.ts'

/** Banks rest over long holidays, Eid the longest: an older rate says nothing about the day. */
const oldestDays = 10

/**
 * The rate of a currency on a day: that day's, or the last before it, at most ten days old.
 *
 * @returns Home currency for one unit, exact decimal text, with the day and the source that it is from.
 * @throws rates.missing with `currency`, `day` and `nearest`, the nearest day known (`—` when none is)
 */
export async function rateOn(tx: TenantTx, currency: string, day: PlainDate): Promise<RateOn> {
  const before = await findRateBy(tx, currency, day)
  if (before && daysBetween(before.day, day) <= oldestDays) {
    return { rate: before.rate, source: before.source, day: before.day }
  }
  const after = await findRateAfter(tx, currency, day)
  const isAfterNearer = after && (!before || daysBetween(day, after.day) < daysBetween(before.day, day))
  const nearest = (isAfterNearer ? after : before)?.day ?? '—'
  throw new AppError('rates.missing', { currency, day, nearest })
}
