// SPDX-License-Identifier: Apache-2.0
import { planEndpoints } from '@resham/contract'
import { stockBytes } from '#lib/features/plan/stock-form.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = await stockBytes(form)
      if (body === undefined) return { nothing: true as const }
      const done = await locals.api.ask(planEndpoints.importStock, { params, body })
      return { done }
    })
  },
}
