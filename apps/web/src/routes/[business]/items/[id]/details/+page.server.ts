// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { detailsOf } from '#lib/features/items/details-form.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  item: await locals.api.load(itemEndpoints.read, { params: { business: params.business, item: params.id } }),
})

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, item: params.id }
      const { descriptions } = await locals.api.ask(itemEndpoints.read, { params: at })
      await locals.api.ask(itemEndpoints.change, { params: at, body: detailsOf(form, descriptions) })
      redirect(303, `/${params.business}/items/${params.id}?saved`)
    })
  },
}
