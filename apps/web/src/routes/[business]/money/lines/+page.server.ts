// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints, bankLineStates } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const state = bankLineStates.find((one) => one === url.searchParams.get('state'))
  const asked = url.searchParams.get('account') ?? ''
  const account = uuid.test(asked) ? asked : undefined
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = { limit: 30, ...(state && { state }), ...(account && { account }), ...(cursor && { cursor }) }
  const { items, next } = await locals.api.load(bankingEndpoints.lines, { params, query })
  const { items: accounts } = await locals.api.load(bankingEndpoints.accounts, { params })
  return { lines: items, next, state, account, accounts, later: cursor !== undefined, search: url.search }
}

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(bankingEndpoints.setLine, {
        params: { business: params.business, line: textOf(form, 'line') },
        body: { state: textOf(form, 'state') === 'open' ? 'open' : 'set-aside' },
      })
      redirect(303, `/${params.business}/money/lines${url.search}`)
    })
  },
}
