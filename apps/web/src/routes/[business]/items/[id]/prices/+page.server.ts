// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints, priceEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { pricesOf } from '#lib/features/items/price-form.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { business } = params
  const [item, { lists }] = await Promise.all([
    locals.api.load(itemEndpoints.read, { params: { business, item: params.id } }),
    locals.api.load(priceEndpoints.lists, { params: { business } }),
  ])
  const query = { search: item.code, limit: 200 }
  const found = await Promise.all(
    lists.map((list) => locals.api.load(priceEndpoints.items, { params: { business, list: list.id }, query })),
  )
  const prices = found.map(({ items }) => items.find(({ itemId }) => itemId === item.id)?.prices ?? [])
  return {
    item,
    lists: lists.map((list, n) => ({ ...list, prices: prices[n] ?? [] })),
    saved: url.searchParams.has('saved'),
  }
}

export const actions: Actions = {
  set: async ({ request, locals, params }) => {
    const form = await request.formData()
    const currency = textOf(form, 'currency')
    return refusable(form, async () => {
      const prices = pricesOf(form, currency)
      if (typeof prices === 'number') {
        const problem = { code: 'platform.invalid-request', details: {}, requestId: '' }
        return fail(400, {
          problem: { ...problem, fields: [{ path: `/price-${prices}`, rule: 'invalid' }] },
          typed: typedIn(form),
        })
      }
      const { business } = params
      // The first price of a shop brings its first list.
      const list =
        textOf(form, 'list') ||
        (
          await locals.api.ask(priceEndpoints.create, {
            params: { business },
            body: { name: textOf(form, 'listName'), currency },
          })
        ).id
      await locals.api.ask(priceEndpoints.set, {
        params: { business, list, item: params.id },
        body: { prices: [...prices] },
      })
      redirect(303, '?saved')
    })
  },
}
