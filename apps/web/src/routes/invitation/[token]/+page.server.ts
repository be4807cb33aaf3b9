// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  invitation: await locals.api.load(businessEndpoints.readInvitation, { params: { token: params.token } }),
})

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const { slug } = await locals.api.ask(businessEndpoints.acceptInvitation, { params: { token: params.token } })
      redirect(303, `/${slug}`)
    })
  },
}
