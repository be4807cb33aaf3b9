// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusedFile } from '#lib/features/money/file-problem.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, account: params.id }
  const found = await locals.api.load(bankingEndpoints.account, { params: at })
  return { ...found, refused: refusedFile(url), saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(bankingEndpoints.changeAccount, {
        params: { business: params.business, account: params.id },
        body: {
          name: textOf(form, 'name'),
          iban: textOf(form, 'iban'),
          holder: textOf(form, 'holder'),
          walletId: textOf(form, 'walletId'),
          codeText: textOf(form, 'qrText'),
          codeWithAmount: form.get('withAmount') === 'yes',
          version: Number(textOf(form, 'version')),
        },
      })
      redirect(303, `/${params.business}/money/${params.id}?saved`)
    })
  },
}
