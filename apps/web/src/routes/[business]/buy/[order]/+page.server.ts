// SPDX-License-Identifier: Apache-2.0
import { documentEndpoints, partyEndpoints } from '@resham/contract'
import { error, redirect } from '@sveltejs/kit'
import { draftOf } from '#lib/features/buy/draft.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const order = await locals.api.load(documentEndpoints.read, {
    params: { business: params.business, document: params.order },
  })
  if (order.kind === 'receipt') redirect(303, `/${params.business}/buy/arrival/${order.id}`)
  if (order.kind !== 'purchase-order') error(404)
  const suppliers =
    order.state === 'draft'
      ? await locals.api.load(partyEndpoints.list, { params, query: { side: 'supplier', limit: 200 } })
      : null
  return { order, suppliers: suppliers?.items ?? [], saved: url.searchParams.has('saved') }
}

const acts = ['send', 'cancel', 'close', 'bill'] as const

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, document: params.order }
      const before = await locals.api.ask(documentEndpoints.read, { params: at })
      await locals.api.ask(documentEndpoints.change, { params: at, body: draftOf(form, before) })
      redirect(303, `/${params.business}/buy/${params.order}?saved`)
    })
  },
  act: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const action = acts.find((one) => one === textOf(form, 'act')) ?? 'send'
      await locals.api.ask(documentEndpoints.act, {
        params: { business: params.business, document: params.order },
        body: { action, version: Number(textOf(form, 'version')) },
      })
      redirect(303, `/${params.business}/buy/${params.order}`)
    })
  },
}
