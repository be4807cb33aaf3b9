// SPDX-License-Identifier: Apache-2.0
import { placeKinds, stockEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await locals.api.load(stockEndpoints.places, { params })),
  saved: url.searchParams.has('saved'),
})

export const actions: Actions = {
  add: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const kind = placeKinds.find((one) => one === textOf(form, 'kind')) ?? 'store'
      await locals.api.ask(stockEndpoints.addPlace, { params, body: { name: textOf(form, 'name'), kind } })
      redirect(303, `/${params.business}/stock/places?saved`)
    })
  },
  change: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const name = textOf(form, 'name')
      await locals.api.ask(stockEndpoints.changePlace, {
        params: { business: params.business, place: textOf(form, 'place') },
        body: {
          version: Number(textOf(form, 'version')),
          ...(name ? { name } : {}),
          ...(form.has('usual') ? { isDefault: true as const } : {}),
        },
      })
      redirect(303, `/${params.business}/stock/places?saved`)
    })
  },
  rules: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockEndpoints.changeSettings, {
        params,
        body: {
          allowBelowZero: textOf(form, 'belowZero') === 'yes',
          overReceiptPercent: Number(toWesternDigits(textOf(form, 'over'))),
          version: Number(textOf(form, 'version')),
        },
      })
      redirect(303, `/${params.business}/stock/places?saved`)
    })
  },
}
