// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { outlookEndpoints as at, RequestOf, TrendStory } from '@resham/contract'
import type { Static } from 'typebox'
import { type FindPack, listHolidays } from '#modules/calendar/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import { countCursor, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toChart, toProvenance } from './outlook.mapping.ts'
import { findProvenance, findTrend, listTrends as listKeptTrends } from './outlook.repository.ts'

/** A page of trends of one kind, and how many there are in all. @throws platform.invalid-request */
export async function listTrends(ctx: BusinessContext, { params, query }: RequestOf<typeof at.listTrends>) {
  const offset = countCursor(query)
  const { limit: _limit, cursor: _cursor, sort = 'rank', ...filters } = query
  const { count, briefs } = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    listKeptTrends(tx, params.subject, { ...filters, sort, offset, limit: pageSize(query) }),
  )
  const end = offset + briefs.length
  return { items: briefs, next: end < count ? String(end) : null, count }
}

/** The whole story of one trend. @throws platform.not-found */
export async function readTrend(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.readTrend>,
  findPack: FindPack,
): Promise<Static<typeof TrendStory>> {
  const { trend, made } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    trend: await findTrend(tx, params.subject, params.key),
    made: await findProvenance(tx),
  }))
  if (!trend || !made) throw new AppError('platform.not-found')
  const pack = findPack(ctx.business.pack)
  return {
    ...trend.story,
    brief: trend.brief,
    chart: toChart(trend.story.chart, (from, to) => listHolidays(pack, from, to)),
    provenance: toProvenance(made),
  }
}
