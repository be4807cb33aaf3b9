// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import type { marketEndpoints as at, MarketBrief, MarketStory, RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import { type FindPack, listHolidays } from '#modules/calendar/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { countCursor, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { pastOf, toBrief, toGroup, toProvenance, toRunReply } from './market.mapping.ts'
import { findSeries, listSeries, listSeriesByGroup, removeWatch, watchSeries } from './market.repository.ts'
import type { MarketOutlookRecord, Points, RunRecord, SeenSeries } from './market.types.ts'
import { countSeries, findMarketOutlook, listPoints, sumAccuracy } from './market-data.repository.ts'
import { seriesCsv } from './market-file.ts'
import { findLastRun, findRun, listRuns } from './market-runs.repository.ts'

const noPoints: Points = { days: [], values: [] }
const runsShown = 50

/** A page of the catalogue and what there is to choose from. @throws platform.invalid-request */
export async function listMarket(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const offset = countCursor(query)
  const { limit: _limit, cursor: _cursor, sort = 'name', ...filters } = query
  const invented = ctx.business.sample
  const today = dayIn(ctx.business.timeZone, ctx.now)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const { count, series } = await listSeries(tx, { ...filters, invented, sort, offset, limit: pageSize(query) })
    const end = offset + series.length
    return {
      items: series.map((one) => toBrief(one, today)),
      next: end < count ? String(end) : null,
      count,
      ...(await choicesOf(tx, invented)),
    }
  })
}

/** A page of the catalogue by groups. @throws platform.invalid-request */
export async function listMarketGroups(ctx: BusinessContext, { query }: RequestOf<typeof at.groups>) {
  const offset = countCursor(query)
  const { limit: _limit, cursor: _cursor, sort = 'name', ...filters } = query
  const invented = ctx.business.sample
  const today = dayIn(ctx.business.timeZone, ctx.now)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const asked = { ...filters, invented, sort, offset, limit: pageSize(query) }
    const { count, seriesCount, groups } = await listSeriesByGroup(tx, asked)
    const end = offset + groups.length
    return {
      items: groups.map((group) => toGroup(group, today)),
      next: end < count ? String(end) : null,
      count,
      seriesCount,
      ...(await choicesOf(tx, invented)),
    }
  })
}

async function choicesOf(tx: TenantTx, invented: boolean) {
  const counts = await countSeries(tx, invented)
  const of = (by: 'kind' | 'place' | 'source') => counts.filter((one) => one.by === by)
  return {
    kinds: of('kind').map(({ name, count }) => ({ kind: name as SeenSeries['kind'], count })),
    places: of('place').map(({ name, count }) => ({ place: name, count })),
    sources: of('source').map(({ name, count }) => ({ source: name as SeenSeries['source'], count })),
  }
}

/** One series with all that is said of it. @throws platform.not-found */
export async function readMarketSeries(
  ctx: BusinessContext,
  { params, query }: RequestOf<typeof at.read>,
  findPack: FindPack,
): Promise<Static<typeof MarketStory>> {
  const { series, points, outlook, run, last } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const seen = await seriesWithPoints(tx, params.series, ctx.business.sample)
    const run = await findRun(tx, seen.series.runId)
    return { ...seen, run, last: run && (await findLastRun(tx, run.origin)) }
  })
  const { past, everyNth, span } = pastOf(points, series.frequency, query.span)
  const next = outlook?.story.chart.next ?? []
  const pack = findPack(ctx.business.pack)
  const [from, to] = [past[0]?.day, (next.at(-1) ?? past.at(-1))?.day]
  return {
    brief: toBrief(series, dayIn(ctx.business.timeZone, ctx.now)),
    chart: {
      past,
      span,
      everyNth,
      ...(outlook?.story.chart ?? {
        next: [],
        declined: { kind: 'declined', reason: 'not-made-yet' },
        model: null,
        shifts: [],
        turns: [],
        unusual: [],
      }),
      holidays: from && to && areFew(from, to) ? listHolidays(pack, from as PlainDate, to as PlainDate) : [],
    },
    sentences: outlook?.story.sentences ?? [],
    trend: outlook?.story.trend ?? null,
    changed: outlook?.story.changed ?? null,
    season: outlook?.story.season ?? { kind: 'declined', reason: 'not-made-yet' },
    accuracy: outlook?.story.accuracy ?? null,
    notes: series.notes,
    sourceName: series.sourceName,
    licence: series.licence,
    sourceUrl: series.sourceUrl,
    run: run ? toRunReply(run) : null,
    failedSince: failedAfter(run, last),
    provenance: outlook ? toProvenance(outlook) : null,
  }
}

/** Beyond four years the columns of holidays hide the line. */
function areFew(from: string, to: string): boolean {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 4
}

function failedAfter(run: RunRecord | undefined, last: RunRecord | undefined) {
  const isLater = run && last && last.id !== run.id && last.outcome === 'failed'
  return isLater ? toRunReply(last) : null
}

type WithPoints = {
  readonly series: SeenSeries
  readonly points: Points
  readonly outlook: MarketOutlookRecord | undefined
}

async function seriesWithPoints(tx: TenantTx, slug: string, invented: boolean): Promise<WithPoints> {
  const series = await findSeries(tx, slug, invented)
  if (!series) throw new AppError('platform.not-found')
  const points = (await listPoints(tx, [series.id])).get(series.id) ?? noPoints
  return { series, points, outlook: await findMarketOutlook(tx, series.id) }
}

/** A series as a file. @throws platform.not-found */
export async function writeSeriesFile(ctx: BusinessContext, { params }: RequestOf<typeof at.file>): Promise<FileReply> {
  const { series, points, outlook } = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    seriesWithPoints(tx, params.series, ctx.business.sample),
  )
  return {
    kind: 'file',
    fileName: `${series.slug}.csv`,
    contentType: 'text/csv; charset=utf-8',
    content: seriesCsv(series, points, outlook),
  }
}

/** Puts a series on the watch-list, or takes it off. @throws platform.not-found */
export async function setWatched(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.watch>,
  watched: boolean,
): Promise<Static<typeof MarketBrief>> {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const series = await findSeries(tx, params.series, ctx.business.sample)
    if (!series) throw new AppError('platform.not-found')
    const by = ctx.caller.kind === 'person' ? ctx.caller.userId : null
    if (watched) await watchSeries(tx, series.id, by, ctx.now)
    else await removeWatch(tx, series.id)
    const action = watched ? 'market.watched' : 'market.unwatched'
    if (series.watched !== watched) await recordAudit(tx, ctx, action, { kind: 'series', id: series.slug })
    return toBrief({ ...series, watched }, dayIn(ctx.business.timeZone, ctx.now))
  })
}

/** How often the forecasts of the series here came true. */
export async function readAccuracy(ctx: BusinessContext) {
  const sums = await withTenant(ctx.db, ctx.business.tenantId, (tx) => sumAccuracy(tx, ctx.business.sample))
  return { items: sums.map(({ frequency, series, ...accuracy }) => ({ frequency, series, accuracy })) }
}

/** The newest loads. */
export async function readRuns(ctx: BusinessContext) {
  const runs = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    listRuns(tx, { invented: ctx.business.sample, limit: runsShown }),
  )
  return { items: runs.map(toRunReply) }
}
