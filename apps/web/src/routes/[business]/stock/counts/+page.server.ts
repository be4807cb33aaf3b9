// SPDX-License-Identifier: Apache-2.0
import { stockCountEndpoints, stockEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [counts, { places }] = await Promise.all([
    locals.api.load(stockCountEndpoints.list, { params }),
    locals.api.load(stockEndpoints.places, { params }),
  ])
  const ended = url.searchParams.get('ended')
  return {
    counts,
    places: places.filter((place) => place.kind !== 'transit'),
    ended: ended === 'posted' || ended === 'cancelled' ? (ended as 'posted' | 'cancelled') : null,
    clientId: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  start: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const [place, category, clientId] = [textOf(form, 'place'), textOf(form, 'category'), textOf(form, 'clientId')]
      const count = await locals.api.ask(stockCountEndpoints.start, {
        params,
        body: {
          isBlind: form.has('blind'),
          ...(place ? { placeId: place } : {}),
          ...(category ? { category } : {}),
          ...(clientId ? { clientId } : {}),
        },
      })
      redirect(303, `/${params.business}/stock/counts/${count.id}`)
    })
  },
}
