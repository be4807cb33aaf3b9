// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import { outlookEndpoints as at, type Provenance } from '@resham/contract'
import type { Static } from 'typebox'
import { type FindPack, listHolidays } from '#modules/calendar/index.ts'
import { dayIn } from '#platform/clock.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { findOpenJobRun } from '#platform/queue/job-runs.repository.ts'
import { type HolidaysOf, withHolidays } from './outlook.mapping.ts'
import { findOutlook, findProvenance, findTrend, listTrends, type OutlookRecord } from './outlook.repository.ts'

/** Kinds of job after which Today changes: while one is open, the page says that it works. */
const kindsThatChangeToday = ['imports.load', 'imports.reclassify', 'outlook.make', 'sample.fill']

/** Today and Trends: what the books say, as it was last made. */
export function outlookRoutes(findPack: FindPack): Route[] {
  const holidaysFor =
    (pack: string): HolidaysOf =>
    (from, to) =>
      listHolidays(findPack(pack), from, to)

  return [
    implement(at.today, async (ctx) => {
      const { outlook, job } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
        outlook: await findOutlook(tx),
        job: await findOpenJobRun(tx, kindsThatChangeToday),
      }))
      const working = job && { id: job.id, kind: job.kind, done: job.done, total: job.total, unit: job.unit }
      if (!outlook)
        return { state: working ? ('working' as const) : ('empty' as const), job: working ?? null, today: null }
      const realDay = fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
      const today = {
        ...outlook.today,
        chart: withHolidays(outlook.today.chart, holidaysFor(ctx.business.pack)),
        booksEnded: outlook.throughDay < realDay,
        provenance: toProvenance(outlook),
      }
      return { state: working ? ('working' as const) : ('ready' as const), job: working ?? null, today }
    }),

    implement(at.listTrends, async (ctx, { params, query }) => {
      const limit = query.limit ?? 50
      const offset = readOffset(query.cursor)
      const { limit: _limit, cursor: _cursor, sort, ...filters } = query
      const { count, briefs } = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
        listTrends(tx, params.subject, { ...filters, sort: sort ?? 'rank', offset, limit }),
      )
      return { items: briefs, next: offset + briefs.length < count ? String(offset + briefs.length) : null, count }
    }),

    implement(at.readTrend, async (ctx, { params }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        const trend = await findTrend(tx, params.subject, params.key)
        const made = await findProvenance(tx)
        if (!trend || !made) throw new AppError('platform.not-found')
        return {
          ...trend.story,
          brief: trend.brief,
          chart: withHolidays(trend.story.chart, holidaysFor(ctx.business.pack)),
          provenance: toProvenance(made),
        }
      }),
    ),
  ]
}

function toProvenance(made: Omit<OutlookRecord, 'today'>): Static<typeof Provenance> {
  return {
    engine: made.engine,
    version: made.engineVersion,
    seed: made.seed,
    inputHash: made.inputHash,
    madeAt: made.madeAt.toISOString(),
  }
}

function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,7}$/.test(cursor)) throw new AppError('platform.invalid-request', { field: 'cursor' })
  return Number(cursor)
}
