// SPDX-License-Identifier: Apache-2.0
import { priceEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  lists: (await locals.api.load(priceEndpoints.lists, { params })).lists,
})

export const actions: Actions = {
  create: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = { name: textOf(form, 'name'), currency: textOf(form, 'currency').toUpperCase() }
      const { id } = await locals.api.ask(priceEndpoints.create, { params, body })
      redirect(303, `/${params.business}/prices/${id}?saved`)
    })
  },
}
