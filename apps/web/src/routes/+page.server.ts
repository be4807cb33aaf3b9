// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable } from '#lib/problem.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  look: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const { language } = locals.preference
      const { slug } = await locals.api.ask(accountEndpoints.lookAround, { body: { language } })
      redirect(303, `/${slug}`)
    })
  },
}
