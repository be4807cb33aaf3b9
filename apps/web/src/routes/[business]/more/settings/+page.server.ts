// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, languages } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({
  zones: Intl.supportedValuesOf('timeZone'),
  saved: url.searchParams.has('saved'),
})

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const language = languages.find((item) => item === textOf(form, 'language'))
      const timeZone = textOf(form, 'timeZone')
      const body = { name: textOf(form, 'name'), timeZone, ...(language ? { language } : {}) }
      await locals.api.ask(businessEndpoints.change, { params, body })
      redirect(303, '?saved')
    })
  },
}
