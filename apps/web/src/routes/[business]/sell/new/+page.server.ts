// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, documentEndpoints, itemEndpoints, partyEndpoints, pasteEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { lineRefused, linesAtFirst, linesOf, newParty, partyCalled, readLines } from '#lib/features/deal/paper-form.ts'
import { dayAt } from '#lib/features/deal/today.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

const kinds = ['quote', 'order', 'invoice'] as const
const kindOf = (text: string | null) => kinds.find((one) => one === text) ?? 'order'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const party = url.searchParams.get('party') ?? ''
  const [items, parties, chosen] = await Promise.all([
    locals.api.load(itemEndpoints.list, { params, query: { limit: 200 } }),
    locals.api.load(partyEndpoints.list, { params, query: { side: 'customer', limit: 200 } }),
    /^[0-9a-f-]{36}$/.test(party)
      ? locals.api.load(partyEndpoints.read, { params: { business: params.business, party } })
      : null,
  ])
  return {
    kind: kindOf(url.searchParams.get('kind')),
    items: items.items.map(({ code, name }) => ({ code, name })),
    parties: parties.items.map(({ name }) => name),
    partyName: chosen?.name ?? '',
    lines: linesAtFirst,
    once: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  save: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    if (textOf(form, 'more') !== '') return { typed: typedIn(form), lines: linesOf(form) + linesAtFirst }
    return refusable(form, async () => {
      const { business } = params
      const currency = textOf(form, 'currency')
      const lines = await readLines(locals.api, business, form, currency)
      if (!Array.isArray(lines)) {
        return fail(400, { problem: lineRefused(lines), line: lines, typed: typedIn(form), lines: linesOf(form) })
      }
      const once = textOf(form, 'once')
      const kind = kindOf(url.searchParams.get('kind'))
      const party = textOf(form, 'party')
      const known = await partyCalled(locals.api, business, party)
      const { timeZone } = await locals.api.ask(businessEndpoints.read, { params })
      const entry = {
        ...{ day: dayAt(timeZone, new Date()), side: 'sell' as const, currency, kind, partyId: known, clientId: once },
        lines: lines.map(({ itemId = null, quantityMilli = 1000, price }) => ({
          ...{ itemId, quantityMilli },
          ...(price ? { price } : {}),
        })),
      }
      const { doubts } = await locals.api.ask(pasteEndpoints.check, { params, body: entry })
      const isSeen = textOf(form, 'seen') === JSON.stringify(doubts)
      if (doubts.length > 0 && !isSeen) return { typed: typedIn(form), lines: linesOf(form), doubts }
      const partyId = known ?? (await newParty(locals.api, business, party, once))
      const validUntil = textOf(form, 'validUntil')
      const made = await locals.api.ask(documentEndpoints.create, {
        params,
        body: {
          kind,
          partyId,
          lines,
          note: textOf(form, 'note') || null,
          ...(validUntil === '' ? {} : { details: { validUntil } }),
          clientId: once,
        },
      })
      redirect(303, `/${business}/sell/${made.id}`)
    })
  },
}
