// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import { planEndpoints as at, type PlanSettings } from '@resham/contract'
import { writeDelimited } from '@resham/formats'
import { currencyDecimals } from '@resham/pack-kit'
import type { Static } from 'typebox'
import { findItem } from '#modules/items/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { implement, type Route } from '#platform/http/route.ts'
import {
  clearList,
  findPlanSettings,
  listLines,
  listPurchases,
  putOnList,
  savePlanSettings,
  summarise,
} from './plan.repository.ts'
import { planBudget, planDay, replan } from './plan.service.ts'
import { firstSettings, type KeptLine } from './plan.types.ts'
import { takeStockFile } from './stock-file.ts'

/** A list of stock is small; beyond this it is another file. */
const stockFileLimit = 20 * 1024 * 1024

/** What to buy and when, and the purchase list. */
export const planRoutes: Route[] = [
  implement(at.list, async (ctx, { query }) =>
    withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      const limit = query.limit ?? 50
      const offset = readOffset(query.cursor)
      const { search, urgency } = query
      const lines = await listLines(tx, {
        offset,
        limit: limit + 1,
        ...(search === undefined ? {} : { search }),
        ...(urgency === undefined ? {} : { urgency }),
      })
      const { counts, toOrder, costMinor } = await summarise(tx)
      const today = await planDay(tx)
      return {
        items: lines.slice(0, limit),
        next: lines.length > limit ? String(offset + limit) : null,
        today: today === undefined ? null : fromDayNumber(today),
        settings: await settingsOf(tx),
        counts,
        toOrder,
        toOrderCost: { minor: costMinor, currency: ctx.business.currency },
      }
    }),
  ),

  implement(at.budget, async (ctx, { query }) =>
    withTenant(ctx.db, ctx.business.tenantId, (tx) => planBudget(tx, Number(query.minor), ctx.business.currency)),
  ),

  implement(at.changeSettings, async (ctx, { body }) =>
    withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      await savePlanSettings(tx, body)
      await replan(tx, null, ctx.business.currency)
      await recordAudit(tx, ctx, 'plan.settings-changed', { kind: 'plan', id: 'settings' }, { ...body })
      return settingsOf(tx)
    }),
  ),

  implement(at.importStock, async (ctx, { body }) => {
    const bytes = await collect(body as AsyncIterable<Uint8Array>, stockFileLimit)
    return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      const day = (await planDay(tx)) ?? dayIn(ctx.business.timeZone, ctx.now)
      const read = await takeStockFile(tx, bytes, ctx.business.currency, day)
      await replan(tx, null, ctx.business.currency)
      await recordAudit(tx, ctx, 'stock.imported', { kind: 'plan', id: 'stock' }, { matched: read.matched })
      return read
    })
  }),

  implement(at.file, async (ctx) =>
    withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
      kind: 'file' as const,
      fileName: `plan-${ctx.business.slug}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: planCsv(await listLines(tx, { offset: 0, limit: 100_000 })),
    })),
  ),

  implement(at.readList, async (ctx) =>
    withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      const { currency } = ctx.business
      const items = await listPurchases(tx)
      return {
        currency,
        items: items.map(({ quantityMilli, unitCostMinor, ...item }) => ({
          ...item,
          quantityMilli: Number(quantityMilli),
          cost: unitCostMinor === null ? null : { minor: costOf(quantityMilli, unitCostMinor), currency },
        })),
      }
    }),
  ),

  implement(at.putOnList, async (ctx, { params, body }) =>
    withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      if (!(await findItem(tx, params.item))) throw new AppError('platform.not-found')
      const by = ctx.caller.kind === 'person' ? ctx.caller.userId : null
      await putOnList(tx, params.item, body.quantityMilli, by)
      await recordAudit(tx, ctx, 'purchase-list.changed', { kind: 'item', id: params.item }, { ...body })
      return {}
    }),
  ),

  implement(at.clearList, async (ctx) =>
    withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      await clearList(tx)
      await recordAudit(tx, ctx, 'purchase-list.cleared', { kind: 'purchase-list', id: 'all' })
      return {}
    }),
  ),
]

async function collect(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new AppError('platform.too-large', { limitBytes })
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

async function settingsOf(tx: TenantTx): Promise<Static<typeof PlanSettings>> {
  return (await findPlanSettings(tx)) ?? firstSettings
}

// Thousandths of a unit times the cost of one, to the whole minor unit.
function costOf(quantityMilli: string, unitCostMinor: string): string {
  return ((BigInt(quantityMilli) * BigInt(unitCostMinor) + 500n) / 1000n).toString()
}

function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,7}$/.test(cursor)) throw new AppError('platform.invalid-request', { field: 'cursor' })
  return Number(cursor)
}

function planCsv(lines: readonly KeptLine[]): string {
  const header = [
    'code',
    'name',
    'category',
    'urgency',
    'order',
    'order by',
    'runs out',
    'on hand',
    'lead time days',
    'pack',
    'cost',
    'currency',
    'supplier',
  ]
  const rows = lines.map((line) => [
    line.code,
    line.name,
    line.category ?? '',
    line.urgency,
    String(line.orderQuantityMilli / 1000),
    line.orderBy ?? '',
    line.runsOut?.expected ?? '',
    line.onHandMilli === null ? '' : String(line.onHandMilli / 1000),
    String(line.leadTimeDays),
    String(line.packSizeMilli / 1000),
    line.cost === null ? '' : decimalText(line.cost),
    line.cost?.currency ?? '',
    line.supplier ?? '',
  ])
  return writeDelimited([header, ...rows], { bom: true })
}

function decimalText(amount: { minor: string; currency: string }): string {
  const decimals = currencyDecimals(amount.currency)
  const digits = amount.minor.padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
