// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const kinds = ['bank', 'wallet', 'cash'] as const
      const iban = textOf(form, 'iban')
      const body = {
        name: textOf(form, 'name'),
        kind: kinds.find((kind) => kind === textOf(form, 'kind')) ?? 'bank',
        ...(iban !== '' && { iban }),
      }
      const { id } = await locals.api.ask(bankingEndpoints.openAccount, { params, body })
      redirect(303, `/${params.business}/money/${id}`)
    })
  },
}
