// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate, plainDate } from '@resham/base'
import { crossRate, isRate } from '@resham/bookkeeping'
import type { ratesEndpoints as at, RequestOf } from '@resham/contract'
import type { QuotedRate } from '@resham/formats'
import { isCurrency } from '@resham/pack-kit'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { collectBytes } from '#platform/files/collect-bytes.ts'
import { beforeCursor, pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { listLatestRates, listRates, listRatesBetween, saveRates } from './rates.repository.ts'
import type { RateRecord } from './rates.types.ts'
import { readRateFile } from './read-file.ts'

const longestFile = 20 * 1024 * 1024
const bridge = 'EUR'

/** The latest rate of each currency. */
export async function readLatest(ctx: BusinessContext) {
  const rates = await withTenant(ctx.db, ctx.business.tenantId, listLatestRates)
  return { currency: ctx.business.currency, items: rates.map(toReply) }
}

/** Rates of one currency, newest first. */
export async function readRates(ctx: BusinessContext, { params, query }: RequestOf<typeof at.list>) {
  const size = pageSize(query)
  const before = beforeCursor(query)
  if (before.before !== undefined) plainDate(before.before)
  const wanted = { currency: params.currency, ...before, limit: size + 1 }
  const rows = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listRates(tx, wanted))
  const { items, next } = pageOf(rows, size, ({ day }) => day)
  return { items: items.map(toReply), next }
}

/** A person's own rate for a day: it goes before any file's. @throws bookkeeping.rate-invalid, base.currency-invalid */
export async function typeRate(ctx: BusinessContext, { params, body }: RequestOf<typeof at.type>) {
  const { currency } = params
  const day = plainDate(params.day)
  if (!isCurrency(currency) || currency === ctx.business.currency)
    throw new AppError('base.currency-invalid', { currency })
  if (!isRate(body.rate)) throw new AppError('bookkeeping.rate-invalid', { rate: body.rate.slice(0, 40) })
  const madeBy = ctx.caller.kind === 'person' ? ctx.caller.userId : null
  const reason = body.reason ?? null
  const rate = { currency, day, rate: body.rate, source: 'typed', reason, madeAt: ctx.now, madeBy }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await saveRates(tx, [rate], { overTyped: true })
    await recordAudit(tx, ctx, 'rate.typed', { kind: 'rate', id: `${currency} ${day}` }, { rate: body.rate, reason })
    return toReply(rate)
  })
}

/**
 * Takes a file of rates in: a bank's table, or the European Central Bank's file. What a person typed stays.
 *
 * @throws platform.too-large, rates.file-unreadable, formats.*
 */
export async function importRates(ctx: BusinessContext, { query, body }: RequestOf<typeof at.importFile>) {
  const bytes = await collectBytes(body as AsyncIterable<Uint8Array>, longestFile)
  const file = await readRateFile(bytes, query.day === undefined ? null : plainDate(query.day))
  const madeBy = ctx.caller.kind === 'person' ? ctx.caller.userId : null
  const home = ctx.business.currency
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const { rates, withoutBridge } =
      file.kind === 'ecb' ? await crossed(tx, file.rates, home) : { rates: file.rates, withoutBridge: 0 }
    const usable = rates.filter(({ currency }) => currency !== home && isCurrency(currency))
    const made = { source: file.kind, reason: null, madeAt: ctx.now, madeBy }
    // Of two rows for a day the later one in the file holds.
    const records = new Map(usable.map((rate) => [`${rate.currency} ${rate.day}`, { ...rate, ...made }]))
    const kept = await saveRates(tx, [...records.values()], { overTyped: false })
    await recordAudit(tx, ctx, 'rates.imported', { kind: 'rate', id: file.kind }, { kept })
    return {
      kind: file.kind,
      read: records.size,
      kept,
      withoutBridge,
      bad: file.bad.slice(0, 50).map((one) => ({ ...one })),
    }
  })
}

/**
 * What each currency costs at home, from quotes for one euro: through the home currency's own quote, or through the
 * euro's rate that is kept already. Days for which neither is known are left out.
 */
async function crossed(
  tx: TenantTx,
  quotes: readonly QuotedRate[],
  home: string,
): Promise<{ rates: QuotedRate[]; withoutBridge: number }> {
  const days = [...new Set(quotes.map(({ day }) => day))].sort()
  const euro = new Map<PlainDate, string>()
  const [first, last] = [days[0], days.at(-1)]
  if (home === bridge) for (const day of days) euro.set(day, '1')
  else if (first !== undefined && last !== undefined) {
    for (const { day, rate } of await listRatesBetween(tx, bridge, first, last)) euro.set(day, rate)
    for (const { currency, day, rate } of quotes) if (currency === home) euro.set(day, rate)
  }
  const rates: QuotedRate[] = []
  for (const { currency, day, rate } of quotes) {
    const homeRate = euro.get(day)
    if (homeRate !== undefined && currency !== home) rates.push({ currency, day, rate: crossRate(rate, homeRate) })
  }
  for (const { currency, day, rate } of quotes) if (currency === home) rates.push({ currency: bridge, day, rate })
  return { rates, withoutBridge: days.filter((day) => !euro.has(day)).length }
}

function toReply({ currency, day, rate, source, reason, madeAt }: RateRecord) {
  return { currency, day, rate, source, reason, madeAt: new Date(madeAt).toISOString() }
}
