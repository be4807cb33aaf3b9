// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, plainDate } from '@resham/base'
import type { pasteEndpoints as at, RequestOf } from '@resham/contract'
import { checkHead, checkLine, type UsualOfKind } from '@resham/matching'
import { currencyDecimals } from '@resham/pack-kit'
import { findDocument, listDocuments } from '#modules/documents/index.ts'
import { type ItemRecord, listItemsById } from '#modules/items/index.ts'
import { listFactsOfItems } from '#modules/sales/index.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { contentOf, toRecent } from './entered-before.mapping.ts'
import { toDoubtReply } from './paste.mapping.ts'
import { type Usual, usualOfItems } from './usual.mapping.ts'

/** A paper entered twice is among the last of its party. */
const mostAlike = 10

/**
 * What looks wrong about an entry before it is saved, from what the business sold so far. Prices of buying are compared
 * with what the item costs, prices of selling with what it went for.
 */
export async function checkEntry(ctx: BusinessContext, { body }: RequestOf<typeof at.check>) {
  const { tenantId, timeZone, currency: home } = ctx.business
  const ids = [...new Set(body.lines.flatMap(({ itemId }) => itemId ?? []))]
  const known = await withTenant(ctx.db, tenantId, async (tx) => ({
    items: new Map((await listItemsById(tx, ids)).map((item): [string, ItemRecord] => [item.id, item])),
    facts: ids.length === 0 ? [] : await listFactsOfItems(tx, ids),
    recent: await listAlike(tx, body),
  }))
  const isHome = body.currency === home
  const usual = usualOfItems(known.facts, currencyDecimals(home))
  const today = fromDayNumber(dayIn(timeZone, ctx.now))
  const head = {
    ...{ today, day: plainDate(body.day), currency: body.currency },
    ...{ partyId: body.partyId ?? null, total: 0, content: contentOf(body.lines) },
  }
  const doubts = checkHead(head, { recent: known.recent, currencies: [], rates: {} }).map((one) =>
    toDoubtReply(null, one),
  )
  body.lines.forEach((line, i) => {
    const item = line.itemId === null ? undefined : known.items.get(line.itemId)
    const price = line.price ? Number(line.price.thousandths) / 1000 / 10 ** currencyDecimals(body.currency) : null
    const entry = { quantity: line.quantityMilli / 1000, price }
    const found = checkLine(entry, usualFor(item, usual, body.side, isHome, home))
    doubts.push(...found.map((one) => toDoubtReply(i + 1, one)))
  })
  return { doubts }
}

/** Papers of the same kind and party of the last days, as many as a busy day has. */
async function listAlike(tx: TenantTx, { kind, partyId, clientId, lines }: RequestOf<typeof at.check>['body']) {
  if (!kind || !partyId || contentOf(lines) === '') return []
  const heads = await listDocuments(tx, { kind, partyId, limit: mostAlike })
  const others = heads.filter((head) => head.state !== 'cancelled' && (!clientId || head.clientId !== clientId))
  const recent: UsualOfKind['recent'][number][] = []
  for (const { id } of others) {
    const paper = await findDocument(tx, id)
    if (paper) recent.push(toRecent(paper, lines))
  }
  return recent
}

function usualFor(
  item: ItemRecord | undefined,
  usual: ReadonlyMap<string, Usual>,
  side: 'sell' | 'buy',
  isHome: boolean,
  home: string,
) {
  const nothing: Usual = { prices: [], quantities: [] }
  const found = (item && usual.get(item.id)) ?? nothing
  const minor = item?.supply.unitCostMinor ?? null
  const cost = minor === null || !isHome ? null : Number(minor) / 10 ** currencyDecimals(home)
  // What sold a day is no measure of what is bought at once.
  if (side === 'buy') return { quantities: [], prices: cost === null ? [] : [cost, cost, cost], cost: null }
  return { quantities: found.quantities, prices: isHome ? found.prices : [], cost }
}
