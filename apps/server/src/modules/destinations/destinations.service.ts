// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { AppError, fromDayNumber, isDeclined } from '@resham/base'
import type { destinationEndpoints as at, RequestOf } from '@resham/contract'
import { destinations } from '@resham/planning'
import type { FindPack } from '#modules/calendar/index.ts'
import { findItemIds, type ItemRecord, listAllItems } from '#modules/items/index.ts'
import { findHeadings, listFlows, listTradedHeadings, searchHeadings } from '#modules/market/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { homeCodes, toDestinations, toHeading, toRankingReply, worldCodes } from './destinations.mapping.ts'
import {
  chooseHeadings,
  type HeadingChoice,
  listHeadingChoices,
  removeHeadingChoice,
} from './destinations.repository.ts'

/** Trade data count in this. */
const currency = 'USD'
const headingsShown = 30

/** The categories and single items of the business with their headings, and the headings that there is trade of. */
export async function readSubjects(ctx: BusinessContext) {
  const invented = ctx.business.sample
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const [items, choices, traded] = [
      await listAllItems(tx),
      await listHeadingChoices(tx),
      await listTradedHeadings(tx, invented),
    ]
    const codes = [...choices.map(({ heading }) => heading), ...traded.map(({ heading }) => heading)]
    const names = await findHeadings(tx, codes, invented)
    const headingOf = (choice: HeadingChoice | undefined) => (choice ? toHeading(choice.heading, names) : null)
    return {
      items: subjectsOf(items, choices).map(({ choice, ...one }) => ({ ...one, heading: headingOf(choice) })),
      traded: traded.map(({ heading, countries }) => ({ heading: toHeading(heading, names), countries })),
      named: (await searchHeadings(tx, { search: '', invented, limit: 1 })).length > 0,
    }
  })
}

type Subject = Pick<HeadingChoice, 'subject' | 'key'> & {
  readonly name: string
  readonly count: number
  readonly choice: HeadingChoice | undefined
}

/** Categories by how many items they have, then items that have a heading of their own. */
function subjectsOf(items: readonly ItemRecord[], choices: readonly HeadingChoice[]): Subject[] {
  const find = (subject: HeadingChoice['subject'], key: string) =>
    choices.find((one) => one.subject === subject && one.key === key)
  const byCategory = Map.groupBy(
    items.filter(({ category }) => category !== null),
    ({ category }) => category as string,
  )
  const categories = [...byCategory].map(([key, some]) => ({
    ...{ subject: 'category' as const, key, name: key },
    count: some.length,
    choice: find('category', key),
  }))
  categories.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  const single = items.flatMap(({ code, name }) => {
    const choice = find('item', code)
    return choice ? [{ subject: 'item' as const, key: code, name, count: 1, choice }] : []
  })
  return [...categories, ...single]
}

/** Says under which heading goods fall. @throws platform.not-found for a category, destinations.item-unknown for an item that is not there */
export async function chooseHeading(ctx: BusinessContext, { body }: Pick<RequestOf<typeof at.choose>, 'body'>) {
  const { subject, key, heading } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await mustHave(tx, subject, key)
    const userId = ctx.caller.kind === 'person' ? ctx.caller.userId : null
    if (heading === null) await removeHeadingChoice(tx, { subject, key })
    else await chooseHeadings(tx, [{ subject, key, heading }], { userId, now: ctx.now })
    await recordAudit(tx, ctx, 'destinations.heading-chosen', { kind: subject, id: key }, { heading })
    const names = heading === null ? [] : await findHeadings(tx, [heading], ctx.business.sample)
    return { subject, key, heading: heading === null ? null : toHeading(heading, names) }
  })
}

async function mustHave(tx: TenantTx, subject: HeadingChoice['subject'], key: string): Promise<void> {
  if (subject === 'item') {
    if (!(await findItemIds(tx, [key])).has(key)) throw new AppError('destinations.item-unknown', { code: key })
    return
  }
  const items = await listAllItems(tx)
  if (!items.some(({ category }) => category === key)) throw new AppError('platform.not-found')
}

/** Headings by words or digits. */
export async function readHeadings(ctx: BusinessContext, { query }: RequestOf<typeof at.headings>) {
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    searchHeadings(tx, { search: query.search, invented: ctx.business.sample, limit: headingsShown }),
  )
  return { items: found.map(({ code }) => toHeading(code, found)) }
}

/** Where to sell goods of a heading. @throws platform.not-found for a country without a pack */
export async function rankHeading(
  ctx: BusinessContext,
  { params }: Pick<RequestOf<typeof at.rank>, 'params'>,
  findPack: FindPack,
) {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('platform.not-found')
  const invented = ctx.business.sample
  const { heading } = params
  const query = { heading, invented, home: homeCodes(pack), world: worldCodes }
  const { flows, names, goods } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    flows: await listFlows(tx, query),
    names: await findHeadings(tx, [heading], invented),
    goods: subjectsOf(await listAllItems(tx), await listHeadingChoices(tx)),
  }))
  const today = fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
  const input = toDestinations(flows, pack, today)
  const ranking = destinations.rankDestinations(input)
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16)
  return {
    heading: toHeading(heading, names),
    goods: goods.filter(({ choice }) => choice?.heading === heading).map(({ name }) => name),
    invented,
    ranking: isDeclined(ranking) ? { ...ranking } : toRankingReply(ranking, pack, { today, inputHash, currency }),
  }
}
