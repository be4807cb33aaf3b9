// SPDX-License-Identifier: Apache-2.0
import { partyEndpoints, roleAllows, sellingEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { readParty } from '#lib/features/deal/party-form.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const at = { business: params.business, party: params.id }
  const { business } = await parent()
  const mayRead = roleAllows(business.role, 'money.read')
  const [party, statement] = await Promise.all([
    locals.api.load(partyEndpoints.read, { params: at }),
    mayRead ? locals.api.load(sellingEndpoints.statement, { params: at, query: {} }) : null,
  ])
  return { party, statement, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  change: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const party = readParty(form)
      if (!party) {
        const fields = [{ path: '/creditLimit', rule: 'invalid' }]
        const problem = { code: 'platform.invalid-request', details: {}, requestId: '', fields }
        return fail(400, { problem, typed: typedIn(form) })
      }
      const body = { ...party, version: Number(textOf(form, 'version')) }
      await locals.api.ask(partyEndpoints.change, { params: { business: params.business, party: params.id }, body })
      redirect(303, `/${params.business}/parties/${params.id}?saved`)
    })
  },
}
