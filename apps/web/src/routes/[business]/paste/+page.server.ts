// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, documentEndpoints, partyEndpoints, pasteEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { dayAt } from '#lib/features/deal/today.ts'
import { readDraft } from '#lib/features/paste/draft.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

const kinds = ['order', 'quote', 'bill'] as const

export const load: PageServerLoad = async ({ locals, params }) => {
  const { items } = await locals.api.load(partyEndpoints.list, { params, query: { limit: 200 } })
  return { parties: items.map(({ id, name }) => ({ value: id, label: name })), once: crypto.randomUUID() }
}

export const actions: Actions = {
  /** Reads what was pasted; nothing is saved. */
  read: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const text = String(form.get('text') ?? '')
      const reading = await locals.api.ask(pasteEndpoints.read, { params, body: { text: text === '' ? ' ' : text } })
      return { reading, text }
    })
  },
  /** Makes the draft of what a person has looked at; what looks wrong is asked about once. */
  make: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const text = String(form.get('text') ?? '')
      const { currency, timeZone } = await locals.api.ask(businessEndpoints.read, { params })
      const again = async () => {
        const reading = await locals.api.ask(pasteEndpoints.read, { params, body: { text } })
        return { reading, text, typed: typedIn(form) }
      }
      const draft = await readDraft(locals.api, params.business, form, currency)
      if ('stop' in draft) return { ...(await again()), stop: draft.stop }
      const kind = kinds.find((one) => one === textOf(form, 'kind')) ?? 'order'
      const wanted = textOf(form, 'day')
      const side = kind === 'bill' ? ('buy' as const) : ('sell' as const)
      const entry = { day: wanted || dayAt(timeZone, new Date()), side, currency, lines: draft.lines }
      const { doubts } = await locals.api.ask(pasteEndpoints.check, { params, body: entry })
      const isSeen = textOf(form, 'seen') === JSON.stringify(doubts)
      if (doubts.length > 0 && !isSeen) return { ...(await again()), doubts }
      const partyId = textOf(form, 'partyId')
      const body = {
        ...{ kind, lines: draft.lines, clientId: textOf(form, 'once'), note: text.slice(0, 2000) },
        ...(partyId === '' ? {} : { partyId }),
        ...(wanted === '' ? {} : { dueDay: wanted }),
      }
      const made = await locals.api.ask(documentEndpoints.create, { params, body })
      redirect(303, `/${params.business}/${side}/${made.id}`)
    })
  },
}
