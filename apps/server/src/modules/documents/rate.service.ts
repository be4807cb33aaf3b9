// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import { isRate } from '@resham/bookkeeping'
import { isCurrency } from '@resham/pack-kit'
import { rateOn as knownRateOn } from '#modules/rates/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext } from './documents.types.ts'

/**
 * The rate of exchange that a document or a payment stands at: home currency for one of its own.
 *
 * @throws base.currency-invalid, bookkeeping.rate-invalid, rates.missing with the nearest day known
 */
export async function rateOn(
  tx: TenantTx,
  ctx: DocumentContext,
  wanted: { readonly currency: string; readonly day: PlainDate; readonly typed: string | undefined },
): Promise<{ rate: string; source: string | null }> {
  const { currency, day, typed } = wanted
  if (currency === ctx.business.currency) return { rate: '1', source: null }
  if (!isCurrency(currency)) throw new AppError('base.currency-invalid', { currency })
  if (typed !== undefined) {
    if (!isRate(typed)) throw new AppError('bookkeeping.rate-invalid', { rate: typed.slice(0, 40) })
    return { rate: typed, source: 'typed' }
  }
  const known = await knownRateOn(tx, currency, day)
  return { rate: known.rate, source: `${known.source} ${known.day}` }
}
