// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import type { pasteEndpoints as at, RequestOf } from '@resham/contract'
import { compareNames, foldName, prepareCatalogue, readOrderText } from '@resham/matching'
import type { FindPack } from '#modules/calendar/index.ts'
import { listAllItems } from '#modules/items/index.ts'
import { listPartyNames } from '#modules/parties/index.ts'
import { dayIn } from '#platform/clock.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import type { ChatModel } from '#platform/model/chat-model.ts'
import { helpedByModel } from './model-help.service.ts'
import { toOrderable, toPastedLine } from './paste.mapping.ts'

const leastLike = 0.6
const mostParties = 5

/** What reading needs besides the books. */
export type PasteParts = { readonly findPack: FindPack; readonly model?: ChatModel }

/**
 * Reads a pasted order against the catalogue of the business. Nothing is saved: a person looks first.
 *
 * @throws paste.too-much with `reason`, `needed` (the most that is read) and `got`
 */
export async function readPasted(ctx: BusinessContext, { body }: RequestOf<typeof at.read>, parts: PasteParts) {
  const { tenantId, timeZone, currency, name, pack } = ctx.business
  const known = await withTenant(ctx.db, tenantId, async (tx) => ({
    items: (await listAllItems(tx)).filter(({ archived }) => !archived),
    parties: await listPartyNames(tx),
  }))
  const today = fromDayNumber(dayIn(timeZone, ctx.now))
  const dateOrder = parts.findPack(pack)?.dateOrder === 'mdy' ? ('month-first' as const) : ('day-first' as const)
  const options = { today, dateOrder, ownNames: [name] }
  const reading = readOrderText(body.text, prepareCatalogue(known.items.map(toOrderable)), options)
  if (reading.kind === 'declined') {
    const { reason, needed = 0, got = 0 } = reading
    throw new AppError('paste.too-much', { reason, needed, got })
  }
  const items = new Map(known.items.map((item) => [item.id, item]))
  const { model } = parts
  const helped = await helpedByModel(ctx, reading.lines, { items: known.items, options, ...(model ? { model } : {}) })
  return {
    lines: helped.lines.map((line, i) => ({
      ...toPastedLine(line, items, currency),
      by: helped.byModel.has(i) ? ('model' as const) : ('rules' as const),
    })),
    model: helped.model,
    day: reading.day && { ...reading.day, choices: [...reading.day.choices] },
    from: reading.customer,
    parties: reading.customer === null ? [] : likeParties(reading.customer, known.parties),
    cancelled: [...reading.cancelled],
    passedOver: [...reading.passedOver],
  }
}

/** Who of the books the writer may be, most alike first. */
function likeParties(written: string, parties: ReadonlyMap<string, string>) {
  const folded = foldName(written)
  const liked = [...parties].flatMap(([id, name]) => {
    const { similarity } = compareNames(folded, foldName(name))
    return similarity >= leastLike ? [{ id, name, similarity }] : []
  })
  return liked.sort((a, b) => b.similarity - a.similarity || (a.name < b.name ? -1 : 1)).slice(0, mostParties)
}
