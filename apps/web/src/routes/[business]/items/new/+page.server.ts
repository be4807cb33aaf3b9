// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { priceFrom } from '#lib/features/items/price-form.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const maybe = (name: string) => textOf(form, name) || undefined
      const typed = maybe('price')
      const price = typed === undefined ? undefined : priceFrom(typed, textOf(form, 'currency'))
      if (typed !== undefined && price === undefined) {
        const fields = [{ path: '/price', rule: 'invalid' }]
        const problem = { code: 'platform.invalid-request', details: {}, requestId: '', fields }
        return fail(400, { problem, typed: typedIn(form) })
      }
      const [barcode, unit, category] = [maybe('barcode'), maybe('unit'), maybe('category')]
      const code = maybe('itemNumber')
      const made = await locals.api.ask(itemEndpoints.create, {
        params,
        body: {
          name: textOf(form, 'name'),
          ...(code ? { code } : {}),
          ...(unit ? { unit } : {}),
          ...(category ? { category } : {}),
          ...(barcode ? { barcode: toWesternDigits(barcode).replace(/[\s-]/g, '') } : {}),
          ...(price ? { price } : {}),
        },
      })
      redirect(303, `/${params.business}/items/${made.id}?saved`)
    })
  },
}
