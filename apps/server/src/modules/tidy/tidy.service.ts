// SPDX-License-Identifier: Apache-2.0
import type { TidyMerge, TidyPair } from '@resham/contract'
import { type DuplicatePair, findDuplicateItems, findDuplicateParties } from '@resham/matching'
import type { Static } from 'typebox'
import { listItemMarks, listItemsById } from '#modules/items/index.ts'
import { listPartiesById, listPartyMarks } from '#modules/parties/index.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { listApart, listMerges } from './tidy.repository.ts'
import type { Merge } from './tidy.types.ts'

/** Pairs shown at once, of each kind; merges that can be taken back from the page. */
const mostPairs = 20
const mostMerges = 5

type Side = Static<typeof TidyPair>['a']

/** What may stand in the books twice, and the last merges. */
export async function listTidy(ctx: BusinessContext) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const parties = await listPartyMarks(tx)
    const items = await listItemMarks(tx)
    const apart = new Set((await listApart(tx)).map(({ kind, a, b }) => `${kind} ${a} ${b}`))
    const shown = (kind: 'party' | 'item', found: readonly DuplicatePair[], sides: ReadonlyMap<string, Side>) =>
      found
        .filter(({ a, b }) => !apart.has(`${kind} ${a} ${b}`))
        .slice(0, mostPairs)
        .flatMap((pair) => toPairReply(kind, pair, sides))
    const partySides = new Map(parties.map(({ id, name, phone }) => [id, { id, name, phone }]))
    const itemSides = new Map(items.map(({ id, name }) => [id, { id, name, phone: null }]))
    return {
      pairs: [
        ...shown('party', findDuplicateParties(parties), partySides),
        ...shown('item', findDuplicateItems(items), itemSides),
      ],
      merges: await toMergeReplies(tx, await listMerges(tx, mostMerges)),
    }
  })
}

function toPairReply(
  kind: 'party' | 'item',
  pair: DuplicatePair,
  sides: ReadonlyMap<string, Side>,
): Static<typeof TidyPair>[] {
  const [a, b] = [sides.get(pair.a), sides.get(pair.b)]
  if (a === undefined || b === undefined) return []
  return [{ kind, a, b, probability: pair.probability, reasons: pair.reasons.map(({ code }) => code) }]
}

/** Merges with the names of both. */
export async function toMergeReplies(tx: TenantTx, merges: readonly Merge[]): Promise<Static<typeof TidyMerge>[]> {
  const ids = merges.flatMap(({ keptId, goneId }) => [keptId, goneId])
  const found = [...(await listPartiesById(tx, ids)), ...(await listItemsById(tx, ids))]
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return merges.map(({ id, kind, keptId, goneId, madeAt }) => ({
    id,
    kind,
    keptName: names.get(keptId) ?? '',
    goneName: names.get(goneId) ?? '',
    madeAt: madeAt.toISOString(),
  }))
}
