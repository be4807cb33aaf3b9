// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { safePath } from '#lib/preference.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: safePath(url.searchParams.get('next'), '/businesses') })

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const next = safePath(textOf(form, 'next'), '/businesses')
    return refusable(form, async () => {
      const password = String(form.get('password') ?? '')
      const body = { name: textOf(form, 'name'), identifier: textOf(form, 'identifier'), password }
      await locals.api.ask(accountEndpoints.signUp, { body: { ...body, language: locals.preference.language } })
      redirect(303, next)
    })
  },
}
