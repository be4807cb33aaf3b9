// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { safePath } from '#lib/preference.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const next = safePath(url.searchParams.get('next'), '/businesses')
  if (locals.account && !locals.account.guest) redirect(303, next)
  return { next }
}

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const next = safePath(textOf(form, 'next'), '/businesses')
    return refusable(form, async () => {
      const identifier = textOf(form, 'identifier')
      const password = String(form.get('password') ?? '')
      const answer = await locals.api.ask(accountEndpoints.signIn, { body: { identifier, password } })
      redirect(303, answer.next === 'second-factor' ? `/second-factor?next=${encodeURIComponent(next)}` : next)
    })
  },
}
