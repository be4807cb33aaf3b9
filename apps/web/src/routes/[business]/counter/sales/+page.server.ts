// SPDX-License-Identifier: Apache-2.0
import { counterEndpoints, partyEndpoints } from '@resham/contract'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

const mostCustomers = 200

export const load: PageServerLoad = async ({ locals, params }) => {
  const { sales } = await locals.api.load(counterEndpoints.list, { params })
  const isAsked = sales.some(({ problem }) => problem?.code === 'documents.party-needed')
  const query = { side: 'customer' as const, limit: mostCustomers }
  const customers = isAsked ? (await locals.api.load(partyEndpoints.list, { params, query })).items : []
  return { sales, customers: customers.map(({ id, name }) => ({ value: id, label: name })) }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const action = textOf(form, 'action') === 'drop' ? ('drop' as const) : ('try-again' as const)
      const partyId = textOf(form, 'partyId')
      const at = { business: params.business, sale: textOf(form, 'sale') }
      const body = { action, ...(partyId === '' ? {} : { partyId }) }
      return { outcome: await locals.api.ask(counterEndpoints.resolve, { params: at, body }) }
    })
  },
}
