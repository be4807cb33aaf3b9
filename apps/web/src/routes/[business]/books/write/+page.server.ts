// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { items } = await locals.api.load(booksEndpoints.chart, { params })
  return { accounts: items, clientId: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    const currency = textOf(form, 'currency')
    const minor = minorOf(textOf(form, 'amount'), decimalsOf(currency))
    if (minor === undefined || minor === '0') {
      const field = { path: '/amount', rule: 'pattern' }
      const problem = { code: 'platform.invalid-request', details: {}, requestId: '', fields: [field] }
      return fail(422, { problem, typed: typedIn(form) })
    }
    return refusable(form, async () => {
      const [memo, clientId] = [textOf(form, 'memo'), textOf(form, 'clientId')]
      const body = {
        day: textOf(form, 'day'),
        ...(memo ? { memo } : {}),
        ...(clientId ? { clientId } : {}),
        lines: [
          { account: textOf(form, 'to'), amount: { minor, currency } },
          { account: textOf(form, 'from'), amount: { minor: `-${minor}`, currency } },
        ],
      }
      await locals.api.ask(booksEndpoints.recordEntry, { params, body })
      redirect(303, `/${params.business}/books?done=entry`)
    })
  },
}
