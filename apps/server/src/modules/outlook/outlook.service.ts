// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { addDays, fromDayNumber } from '@resham/base'
import { holidayWindows } from '@resham/pack-kit'
import { analyse, type Books, holidayPriors, type ItemOutlook, type Settings } from '@resham/planning'
import type { FindPack } from '#modules/calendar/index.ts'
import { type ItemRecord, listAllItems } from '#modules/items/index.ts'
import { listPartyNames } from '#modules/parties/index.ts'
import { defaultsOf, findPlanSettings, savePlan, suppliesOf } from '#modules/plan/index.ts'
import { type FactSeries, findBooksSpan, listGroupFacts, listItemFacts } from '#modules/sales/index.ts'
import { type BusinessRecord, findBusiness } from '#platform/auth/businesses.repository.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withPlatform, withTenant } from '#platform/db/tenancy.ts'
import { enqueue } from '#platform/queue/enqueue.ts'
import type { JobContext } from '#platform/queue/job.ts'
import { findOpenJobRun } from '#platform/queue/job-runs.repository.ts'
import { makeOutlook as makeOutlookKind } from './outlook.jobs.ts'
import { toBrief, toKeptStory, toKeptToday, toSeries } from './outlook.mapping.ts'
import { replaceTrends, saveOutlook, type TrendRecord } from './outlook.repository.ts'
import { type OutlookThreads, startOutlookThreads } from './outlook.threads.ts'

/** The engine's seed: results are the same for the same books. */
const seed = 20_261_124

/** Asks for the outlook to be made anew; once is enough while one waits. */
export async function requestOutlook(tx: TenantTx, now: Date): Promise<void> {
  const open = await findOpenJobRun(tx, [makeOutlookKind.name])
  if (open?.state !== 'waiting') await enqueue(tx, makeOutlookKind, {}, now)
}

/** Makes what the books say anew: load, map, compute, map, save. */
export async function makeOutlook(ctx: JobContext, findPack: FindPack): Promise<void> {
  const business = await withPlatform(ctx.db, (tx) => findBusiness(tx, ctx.tenantId))
  if (!business) return
  const threads = startOutlookThreads()
  try {
    await makeWith(threads, ctx, business, findPack)
  } finally {
    await threads.end()
  }
}

async function makeWith(
  threads: OutlookThreads,
  ctx: JobContext,
  business: BusinessRecord,
  findPack: FindPack,
): Promise<void> {
  const loaded = await withTenant(ctx.db, ctx.tenantId, load)
  if (!loaded) return
  const { books, items, facts } = loaded
  const settings = settingsOf(ctx, business, loaded, findPack)

  const outlooks = await threads.outlooksOf(books.items, settings, (done) => ctx.report(done, books.items.length))
  const supplies = await withTenant(ctx.db, ctx.tenantId, (tx) => suppliesOf(tx, items, settings.today))
  const analysis = analyse(books, outlooks, supplies, settings)

  const { currency } = business
  const trends: TrendRecord[] = Object.values(analysis.trends).flatMap((stories) =>
    stories.map((story) => ({
      subject: story.subject,
      brief: toBrief(story.brief, currency),
      story: toKeptStory(story, currency),
    })),
  )
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await replaceTrends(tx, trends)
    await savePlan(tx, analysis.plan, demandsOf(outlooks), { today: settings.today, currency })
    await saveOutlook(tx, {
      throughDay: fromDayNumber(settings.today),
      madeAt: ctx.clock(),
      engine: analysis.engine,
      engineVersion: analysis.version,
      seed: analysis.seed,
      inputHash: hashOf(facts, settings),
      today: toKeptToday(analysis.today, currency),
    })
  })
}

type Loaded = {
  readonly books: Books
  readonly items: readonly ItemRecord[]
  readonly facts: readonly FactSeries[]
  readonly supply: ReturnType<typeof defaultsOf>
}

async function load(tx: TenantTx): Promise<Loaded | undefined> {
  const span = await findBooksSpan(tx)
  if (!span) return undefined
  const facts = await listItemFacts(tx)
  const [total] = await listGroupFacts(tx, 'business')
  if (!total) return undefined
  const items = await listAllItems(tx)
  const byId = new Map(items.map((item) => [item.id, item]))
  const customerNames = await listPartyNames(tx)
  const named = (series: FactSeries) => toSeries(series, series.key)
  const books: Books = {
    ...span,
    total: toSeries(total, ''),
    items: facts.map((series) => {
      const item = byId.get(series.key)
      return { ...toSeries(series, item?.name ?? ''), code: item?.code ?? '', category: item?.category ?? null }
    }),
    customers: (await listGroupFacts(tx, 'customer')).map((series) =>
      toSeries(series, customerNames.get(series.key) ?? ''),
    ),
    countries: (await listGroupFacts(tx, 'country')).map(named),
    channels: (await listGroupFacts(tx, 'channel')).map(named),
  }
  return { books, items, facts, supply: defaultsOf(await findPlanSettings(tx)) }
}

/** Days ahead for which holidays are looked up: as far as any forecast reaches. */
const daysAhead = 130

function settingsOf(ctx: JobContext, business: BusinessRecord, loaded: Loaded, findPack: FindPack): Settings {
  const { books } = loaded
  const today = Math.min(books.lastDay, dayIn(business.timeZone, ctx.clock()))
  const pack = findPack(business.pack)
  const end = addDays(fromDayNumber(today), daysAhead)
  const holidays = pack ? holidayWindows(pack, fromDayNumber(books.firstDay), end) : []
  const settings = { today, holidays, seed, supply: loaded.supply }
  return { ...settings, holidayPriors: holidayPriors(books.items, settings) }
}

function demandsOf(outlooks: readonly ItemOutlook[]): Map<string, ItemOutlook['demand']> {
  return new Map(outlooks.map((outlook) => [outlook.key, outlook.demand]))
}

// What went in, in 16 hexadecimal digits: equal books and settings give equal results.
function hashOf(facts: readonly FactSeries[], settings: Settings): string {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const series of facts) {
    hash.update(series.key)
    for (const part of [series.days, series.quantityMilli, series.netMinor]) hash.update(new Uint8Array(part.buffer))
  }
  return hash.digest('hex').slice(0, 16)
}
