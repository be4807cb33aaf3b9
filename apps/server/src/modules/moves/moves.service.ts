// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, declined, isDeclined } from '@resham/base'
import type { moveEndpoints as at, ReplyOf } from '@resham/contract'
import { association } from '@resham/planning'
import { listAllItems } from '#modules/items/index.ts'
import { listPoints, listWatchedSeries, type Points, type SeriesRecord } from '#modules/market/index.ts'
import { type FactSeries, findBooksSpan, listGroupFacts, listItemFacts } from '#modules/sales/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { categoryFacts, toMoveReply } from './moves.mapping.ts'

type Reply = ReplyOf<typeof at.list>
/** More pairs make every single one weaker, and the page longer. */
const mostSeries = 12
const mostCategories = 6

type Subject = Reply['items'][number]['subject'] & { readonly sales: association.MonthlySeries }

/** What moves with the sales of the business among the series that it watches. */
export async function readMoves(ctx: BusinessContext): Promise<Reply> {
  const { sample, tenantId } = ctx.business
  const { watched, points, span, business, items, names } = await withTenant(ctx.db, tenantId, async (tx) => {
    const watched = await listWatchedSeries(tx, sample)
    return {
      watched,
      points: await listPoints(
        tx,
        watched.map(({ id }) => id),
      ),
      span: await findBooksSpan(tx),
      business: await listGroupFacts(tx, 'business'),
      items: watched.length === 0 ? [] : await listItemFacts(tx),
      names: watched.length === 0 ? [] : await listAllItems(tx),
    }
  })
  const monthly = (facts: Pick<FactSeries, 'days' | 'netMinor'>) =>
    association.byMonth({ days: facts.days, values: facts.netMinor }, 'sum', span)
  const whole = business[0] && span ? monthly(business[0]) : { days: [], values: [] }
  const months = whole.days.length
  const none = { items: [], tried: 0, leftOut: [], watched: watched.length, months }
  if (months === 0) return { ...none, declined: { ...declined('no-sales') } }
  if (watched.length === 0) return { ...none, declined: { ...declined('nothing-watched') } }
  const subjects: Subject[] = [
    { kind: 'business', name: '', sales: whole },
    ...categoryFacts(items, names, mostCategories).map(({ name, facts }) => ({
      ...{ kind: 'category' as const, name },
      sales: monthly(facts),
    })),
  ]
  return { ...none, ...together(subjects, watched.slice(0, mostSeries), points), declined: null }
}

function together(
  subjects: readonly Subject[],
  watched: readonly SeriesRecord[],
  points: ReadonlyMap<string, Points>,
): Pick<Reply, 'items' | 'tried' | 'leftOut'> {
  const leftOut: Reply['leftOut'] = []
  const markets = watched.flatMap((record) => {
    const series = { slug: record.slug, name: { en: record.nameEn, ur: record.nameUr } }
    const found = points.get(record.id)
    if (!found || record.frequency === 'year' || record.frequency === 'quarter') {
      leftOut.push({ series, why: { ...declined('too-slow') } })
      return []
    }
    return [{ series, values: association.byMonth(marketDays(found), 'mean') }]
  })
  const tried = Math.max(1, markets.length * subjects.length)
  const items: Reply['items'] = []
  for (const { series, values } of markets) {
    for (const { sales, ...subject } of subjects) {
      const result = association.associate(sales, values, tried)
      if (!isDeclined(result)) items.push(toMoveReply(subject, series, result))
      else if (subject.kind === 'business') leftOut.push({ series, why: { ...result } })
    }
  }
  items.sort((a, b) => a.chance - b.chance || (a.series.slug < b.series.slug ? -1 : 1))
  return { items, tried, leftOut }
}

function marketDays({ days, values }: Points): { days: readonly DayNumber[]; values: readonly number[] } {
  return { days, values }
}
