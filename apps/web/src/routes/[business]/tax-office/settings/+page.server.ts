// SPDX-License-Identifier: Apache-2.0
import { fiscalEndpoints as at, fiscalUses } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  fiscal: await locals.api.load(at.read, { params }),
  saved: url.searchParams.has('saved'),
})

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const token = textOf(form, 'secretToken')
      const body = {
        use: fiscalUses.find((use) => use === textOf(form, 'use')) ?? ('off' as const),
        place: textOf(form, 'place'),
        scenario: textOf(form, 'scenario') || null,
        version: Number(textOf(form, 'version')),
        ...(token === '' ? {} : { token }),
      }
      await locals.api.ask(at.change, { params, body })
      redirect(303, '?saved')
    })
  },
}
