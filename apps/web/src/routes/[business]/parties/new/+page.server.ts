// SPDX-License-Identifier: Apache-2.0
import { partyEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { readParty } from '#lib/features/deal/party-form.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({ once: crypto.randomUUID() })

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const party = readParty(form)
      if (!party) {
        const fields = [{ path: '/creditLimit', rule: 'invalid' }]
        const problem = { code: 'platform.invalid-request', details: {}, requestId: '', fields }
        return fail(400, { problem, typed: typedIn(form) })
      }
      const body = { ...party, clientId: textOf(form, 'once') }
      const made = await locals.api.ask(partyEndpoints.create, { params, body })
      redirect(303, `/${params.business}/parties/${made.id}?saved`)
    })
  },
}
