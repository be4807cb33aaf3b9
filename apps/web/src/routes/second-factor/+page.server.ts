// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { safePath } from '#lib/preference.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: safePath(url.searchParams.get('next'), '/businesses') })

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const next = safePath(textOf(form, 'next'), '/businesses')
    return refusable(form, async () => {
      // Pasted codes come with spaces, and sometimes in Urdu digits.
      const code = toWesternDigits(textOf(form, 'code')).replace(/\s/g, '')
      await locals.api.ask(accountEndpoints.answerSecondFactor, { body: { code } })
      redirect(303, next)
    })
  },
}
