// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { RateRecord } from './rates.types.ts'

/** Exact text without the zeros that fill the column. */
const rateText = sql`trim_scale(rate)::text`
const columns = sql`
  currency, day, ${rateText} as rate, source, reason, made_at as "madeAt", made_by as "madeBy"`

/** Keeps rates. One that a person typed stays, unless `overTyped`. @returns Rates that are new or changed. */
export async function saveRates(
  tx: TenantTx,
  rates: readonly RateRecord[],
  options: { readonly overTyped: boolean },
): Promise<number> {
  return insertMany(
    tx,
    'exchange_rates',
    rates,
    {
      currency: (rate) => rate.currency,
      day: (rate) => rate.day,
      rate: (rate) => rate.rate,
      source: (rate) => rate.source,
      reason: (rate) => rate.reason,
      made_at: (rate) => rate.madeAt,
      made_by: (rate) => rate.madeBy,
    },
    {
      onConflict: `(tenant_id, currency, day) do update set rate = excluded.rate, source = excluded.source,
        reason = excluded.reason, made_at = excluded.made_at, made_by = excluded.made_by
        where (exchange_rates.rate, exchange_rates.source) is distinct from (excluded.rate, excluded.source)
        ${options.overTyped ? '' : "and exchange_rates.source <> 'typed'"}`,
    },
  )
}

/** The rate of a day, or the last before it. */
export async function findRateBy(tx: TenantTx, currency: string, day: PlainDate): Promise<RateRecord | undefined> {
  const { rows } = await sql<RateRecord>`
    select ${columns} from exchange_rates
    where tenant_id = ${tx.tenantId} and currency = ${currency} and day <= ${day} order by day desc limit 1`.execute(tx)
  return rows[0]
}

/** The first day after a day that has a rate. */
export async function findRateAfter(tx: TenantTx, currency: string, day: PlainDate): Promise<RateRecord | undefined> {
  const { rows } = await sql<RateRecord>`
    select ${columns} from exchange_rates
    where tenant_id = ${tx.tenantId} and currency = ${currency} and day > ${day} order by day limit 1`.execute(tx)
  return rows[0]
}

/** The latest rate of each currency. */
export async function listLatestRates(tx: TenantTx): Promise<RateRecord[]> {
  const { rows } = await sql<RateRecord>`
    select distinct on (currency) ${columns} from exchange_rates
    where tenant_id = ${tx.tenantId} order by currency, day desc`.execute(tx)
  return rows
}

/** Rates of a currency, newest first. `before` is the day of the last of the page before. */
export async function listRates(
  tx: TenantTx,
  query: { readonly currency: string; readonly before?: string; readonly limit: number },
): Promise<RateRecord[]> {
  const { rows } = await sql<RateRecord>`
    select ${columns} from exchange_rates
    where tenant_id = ${tx.tenantId} and currency = ${query.currency}
      and (${query.before ?? null}::date is null or day < ${query.before ?? null}::date)
    order by day desc limit ${query.limit}`.execute(tx)
  return rows
}

/** Rates of a currency between two days, for crossing others with them. */
export async function listRatesBetween(
  tx: TenantTx,
  currency: string,
  from: PlainDate,
  to: PlainDate,
): Promise<RateRecord[]> {
  const { rows } = await sql<RateRecord>`
    select ${columns} from exchange_rates
    where tenant_id = ${tx.tenantId} and currency = ${currency} and day between ${from} and ${to} order by day`.execute(
    tx,
  )
  return rows
}
