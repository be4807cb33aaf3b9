// SPDX-License-Identifier: Apache-2.0
import { buyingEndpoints, stockEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { adjustmentOf, openingOf, transferOf } from '#lib/features/stock/stock-forms.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, item: params.id }
  const cursor = url.searchParams.get('cursor')
  const [stock, { places }, lead] = await Promise.all([
    locals.api.load(stockEndpoints.item, { params: at, query: cursor ? { cursor } : {} }),
    locals.api.load(stockEndpoints.places, { params: at }),
    locals.api.load(buyingEndpoints.leadTime, { params: at }),
  ])
  // A page sent twice from the same showing of it is one paper.
  return {
    stock,
    places: places.filter((place) => place.kind !== 'transit'),
    lead,
    saved: url.searchParams.has('saved'),
    first: cursor === null,
    clientIds: { adjust: crypto.randomUUID(), open: crypto.randomUUID(), transfer: crypto.randomUUID() },
  }
}

export const actions: Actions = {
  adjust: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockEndpoints.adjust, { params, body: adjustmentOf(form, params.id) })
      redirect(303, `/${params.business}/stock/${params.id}?saved`)
    })
  },
  open: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockEndpoints.open, { params, body: openingOf(form, params.id) })
      redirect(303, `/${params.business}/stock/${params.id}?saved`)
    })
  },
  transfer: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockEndpoints.transfer, { params, body: transferOf(form, params.id) })
      redirect(303, `/${params.business}/stock/${params.id}?saved`)
    })
  },
  lots: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockEndpoints.wantLots, {
        params: { business: params.business, item: params.id },
        body: { wanted: textOf(form, 'wanted') === 'yes' },
      })
      redirect(303, `/${params.business}/stock/${params.id}?saved`)
    })
  },
}
