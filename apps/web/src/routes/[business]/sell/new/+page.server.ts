// SPDX-License-Identifier: Apache-2.0
import { documentEndpoints, itemEndpoints, partyEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { lineRefused, linesAtFirst, linesOf, partyCalled, readLines } from '#lib/features/deal/paper-form.ts'
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
      const partyId = await partyCalled(locals.api, business, textOf(form, 'party'), once)
      const validUntil = textOf(form, 'validUntil')
      const made = await locals.api.ask(documentEndpoints.create, {
        params,
        body: {
          kind: kindOf(url.searchParams.get('kind')),
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
