// SPDX-License-Identifier: Apache-2.0
import { counterEndpoints } from '@resham/contract'
import { fail } from '@sveltejs/kit'
import { readPlainSale } from '#lib/features/counter/plain-sale.ts'
import { refusable, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

/** The id of the sale that the plain form would make: sent twice it is one sale. */
export const load: PageServerLoad = () => ({ clientId: crypto.randomUUID() })

export const actions: Actions = {
  /** A sale without script: lines by code or name. */
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const catalogue = await locals.api.ask(counterEndpoints.catalogue, { params })
      const read = readPlainSale(form, catalogue)
      if ('wrong' in read) return fail(422, { wrong: read.wrong, typed: typedIn(form) })
      const now = new Date().toISOString()
      const body = { sentAt: now, sales: [{ ...read.sale, soldAt: now }] }
      const { sales } = await locals.api.ask(counterEndpoints.handIn, { params, body })
      return { made: sales[0] }
    })
  },
}
