// SPDX-License-Identifier: Apache-2.0
import { buyingEndpoints, documentEndpoints, stockEndpoints } from '@resham/contract'
import { error, redirect } from '@sveltejs/kit'
import { milliOf } from '#lib/features/plan/typed-number.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const at = { business: params.business, document: params.order }
  const [order, { places }] = await Promise.all([
    locals.api.load(documentEndpoints.read, { params: at }),
    locals.api.load(stockEndpoints.places, { params }),
  ])
  if (order.kind !== 'purchase-order') error(404)
  return { order, places: places.filter((place) => place.kind !== 'transit'), clientId: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const lines = [...form.keys()].flatMap((name) => {
        const lineId = /^quantity-(.+)$/.exec(name)?.[1]
        if (!lineId) return []
        const quantityMilli = milliOf(textOf(form, name) || '0') ?? -1
        const [lotCode, expiresOn] = [textOf(form, `lot-${lineId}`), textOf(form, `expires-${lineId}`)]
        const lot = { ...(lotCode ? { lotCode } : {}), ...(expiresOn ? { expiresOn } : {}) }
        return quantityMilli === 0 ? [] : [{ lineId, quantityMilli, ...lot }]
      })
      const [clientId, placeId] = [textOf(form, 'clientId'), textOf(form, 'place')]
      const { receipt } = await locals.api.ask(buyingEndpoints.receive, {
        params,
        body: {
          version: Number(textOf(form, 'version')),
          lines,
          isConfirmed: form.has('sure'),
          ...(clientId ? { clientId } : {}),
          ...(placeId ? { placeId } : {}),
        },
      })
      redirect(303, `/${params.business}/buy/arrival/${receipt.id}?received`)
    })
  },
}
