// SPDX-License-Identifier: Apache-2.0
import { buyingEndpoints, documentEndpoints, planEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cursor = url.searchParams.get('cursor') ?? undefined
  const [orders, list] = await Promise.all([
    locals.api.load(documentEndpoints.list, {
      params,
      query: { kind: 'purchase-order', limit: 50, ...(cursor ? { cursor } : {}) },
    }),
    locals.api.load(planEndpoints.readList, { params }),
  ])
  return {
    orders,
    listed: list.items.length,
    ordered: url.searchParams.has('ordered'),
    first: cursor === undefined,
    clientId: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  /** Orders from the purchase list, one for each supplier. */
  fromList: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const clientId = textOf(form, 'clientId')
      const { orders } = await locals.api.ask(buyingEndpoints.orderFromList, {
        params,
        body: clientId ? { clientId } : {},
      })
      const [only] = orders
      redirect(303, `/${params.business}/buy${orders.length === 1 && only ? `/${only.id}` : '?ordered'}`)
    })
  },
}
