// SPDX-License-Identifier: Apache-2.0
import { planEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { quantitiesOf } from '#lib/features/plan/quantities.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  list: await locals.api.load(planEndpoints.readList, { params }),
})

export const actions: Actions = {
  /** Saves the quantities as typed; none takes a line off. Undo of a cleared list is the same form. */
  save: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      for (const { item, quantityMilli } of quantitiesOf(form)) {
        await locals.api.ask(planEndpoints.putOnList, {
          params: { business: params.business, item },
          body: { quantityMilli },
        })
      }
      redirect(303, `/${params.business}/purchase-list`)
    })
  },
  clear: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const { items } = await locals.api.ask(planEndpoints.readList, { params })
      await locals.api.ask(planEndpoints.clearList, { params })
      return { cleared: items.map(({ itemId, quantityMilli }) => ({ itemId, quantityMilli })) }
    })
  },
}
