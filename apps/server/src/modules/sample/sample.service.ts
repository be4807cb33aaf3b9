// SPDX-License-Identifier: Apache-2.0
import { addDays, fromDayNumber } from '@resham/base'
import { holidaysBetween } from '@resham/pack-kit'
import { generateSampleShop, type SampleShop, sampleLedgerCsv, sampleStockCsv } from '@resham/sample-shop'
import type { FindPack } from '#modules/calendar/index.ts'
import { chooseHeadings } from '#modules/destinations/index.ts'
import { receiveFile, startImport } from '#modules/imports/index.ts'
import { makeInventedMarket, makeInventedTrade, watchByKeys } from '#modules/market/index.ts'
import { takeStockFile } from '#modules/plan/index.ts'
import { type BusinessRecord, findBusiness, listExpiredBusinesses } from '#platform/auth/businesses.repository.ts'
import { openBusiness } from '#platform/auth/index.ts'
import { type Clock, dayIn } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import { tenantId, withPlatform, withTenant } from '#platform/db/tenancy.ts'
import type { FileStore } from '#platform/files/files.ts'
import { enqueue } from '#platform/queue/enqueue.ts'
import type { JobContext } from '#platform/queue/job.ts'
import { fillSample as fillKind, fillMarket as marketKind, stockSample as stockKind } from './sample.jobs.ts'
import { deleteTenant } from './sample.repository.ts'

/** The same invented shop for everybody. */
const seed = 7
const lifeHours = 24
const years = 3
/** What the maker keeps an eye on. */
const sampleWatchList = ['dollar', 'cotton-yarn', 'exports-germany', 'exports-uk']

/** What the sample shop is built from. */
export type SampleParts = {
  readonly db: Database
  readonly clock: Clock
  readonly findPack: FindPack
  readonly packId: string
}

/** Opens a throw-away copy of the invented shop for a guest. @returns Its slug. */
export async function openSampleShop(
  parts: SampleParts,
  owner: { readonly userId: string; readonly language: 'en' | 'ur' },
): Promise<string> {
  const now = parts.clock()
  const pack = parts.findPack(parts.packId)
  if (!pack) throw new Error(`no pack ${parts.packId}`)
  const ctx = {
    requestId: '',
    now,
    db: parts.db,
    caller: { kind: 'person' as const, userId: owner.userId, sessionId: '', guest: true },
  }
  const { name, currency } = shopAsOf(parts.findPack, parts.packId, dayIn(pack.timeZone, now)).business
  const business = await openBusiness(ctx, {
    name: name[owner.language],
    slug: `sample-${owner.userId.slice(-12)}`,
    pack: parts.packId,
    currency,
    timeZone: pack.timeZone,
    language: owner.language,
    sample: true,
    expiresAt: new Date(now.getTime() + lifeHours * 3_600_000),
  })
  await withTenant(parts.db, tenantId(business.id), async (tx) => {
    await enqueue(tx, fillKind, {}, now)
    await enqueue(tx, marketKind, {}, now)
  })
  return business.slug
}

/** Generates the shop's ledger and hands it in, as a person would. */
export async function fillSample(ctx: JobContext, files: FileStore, findPack: FindPack): Promise<void> {
  const business = await ownBusiness(ctx)
  if (!business) return
  const shop = shopOf(ctx, business, findPack)
  const now = ctx.clock()
  const acting = { db: ctx.db, now, caller: null, business: { tenantId: ctx.tenantId, currency: business.currency } }
  const encoder = new TextEncoder()
  async function* content(): AsyncIterable<Uint8Array> {
    for await (const text of sampleLedgerCsv(shop)) yield encoder.encode(text)
  }
  const { id } = await receiveFile(acting, files, { fileName: 'sample-ledger.csv', content: content() })
  await startImport(acting, id, undefined)
  await withTenant(ctx.db, ctx.tenantId, (tx) => enqueue(tx, stockKind, {}, now))
}

/** Puts the shop's stock on its shelves. */
export async function stockSample(ctx: JobContext, findPack: FindPack): Promise<void> {
  const business = await ownBusiness(ctx)
  if (!business) return
  const shop = shopOf(ctx, business, findPack)
  const day = dayIn(business.timeZone, ctx.clock()) - 1
  await withTenant(ctx.db, ctx.tenantId, (tx) =>
    takeStockFile(tx, new TextEncoder().encode(sampleStockCsv(shop)), business.currency, day),
  )
}

/** Makes the market around the shop: series that belong to all sample shops alike. */
export async function fillMarket(ctx: JobContext, findPack: FindPack): Promise<void> {
  const business = await ownBusiness(ctx)
  const pack = business && findPack(business.pack)
  if (!business || !pack) return
  const lastDay = fromDayNumber(dayIn(business.timeZone, ctx.clock()) - 1)
  const choices = await makeInventedTrade(ctx, pack, lastDay)
  await withTenant(ctx.db, ctx.tenantId, (tx) =>
    chooseHeadings(
      tx,
      choices.map(({ category, heading }) => ({ subject: 'category', key: category, heading })),
      { userId: null, now: ctx.clock() },
    ),
  )
  await makeInventedMarket({ db: ctx.db, clock: ctx.clock }, pack, lastDay)
  await withTenant(ctx.db, ctx.tenantId, (tx) => watchByKeys(tx, 'invented', sampleWatchList, ctx.clock()))
}

/** Takes away sample shops whose day is over, with their files. @returns How many. */
export async function sweepSamples(db: Database, files: FileStore, now: Date): Promise<number> {
  const expired = await withPlatform(db, (tx) => listExpiredBusinesses(tx, now))
  for (const id of expired) {
    // Files first: a sweep cut short here finds the business again.
    await files.of(id).removeAll()
    await withTenant(db, tenantId(id), deleteTenant)
  }
  return expired.length
}

async function ownBusiness(ctx: JobContext): Promise<BusinessRecord | undefined> {
  const business = await withPlatform(ctx.db, (tx) => findBusiness(tx, ctx.tenantId))
  return business?.sample ? business : undefined
}

function shopOf(ctx: JobContext, business: BusinessRecord, findPack: FindPack): SampleShop {
  return shopAsOf(findPack, business.pack, dayIn(business.timeZone, ctx.clock()))
}

// The ledger ends yesterday: the last full day.
function shopAsOf(findPack: FindPack, packId: string, today: number): SampleShop {
  const pack = findPack(packId)
  if (!pack) throw new Error(`no pack ${packId}`)
  const lastDay = fromDayNumber(today - 1)
  const holidays = holidaysBetween(pack, addDays(lastDay, -(years * 366 + 60)), addDays(lastDay, 60))
  return generateSampleShop({ seed, lastDay, holidays, years })
}
