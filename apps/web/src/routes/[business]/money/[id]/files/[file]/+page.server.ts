// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { tableChoiceOf } from '#lib/features/money/choice.ts'
import { refusable, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const at = { business: params.business, file: params.file }
  const file = await locals.api.load(bankingEndpoints.file, { params: at })
  const account = { business: params.business, account: params.id }
  const { account: own } = await locals.api.load(bankingEndpoints.account, { params: account })
  const mayWrite = file.state === 'asking'
  return {
    file,
    account: own,
    preview: mayWrite ? await locals.api.load(bankingEndpoints.preview, { params: at, body: {} }) : null,
  }
}

export const actions: Actions = {
  preview: async ({ request, locals, params }) => {
    const form = await request.formData()
    const at = { business: params.business, file: params.file }
    return refusable(form, async () => {
      const preview = await locals.api.ask(bankingEndpoints.preview, {
        params: at,
        body: { choice: tableChoiceOf(form) },
      })
      return { preview, typed: typedIn(form) }
    })
  },
  confirm: async ({ request, locals, params }) => {
    const form = await request.formData()
    const at = { business: params.business, file: params.file }
    return refusable(form, async () => {
      await locals.api.ask(bankingEndpoints.confirm, { params: at, body: { choice: tableChoiceOf(form) } })
      redirect(303, `/${params.business}/money/${params.id}/files/${params.file}`)
    })
  },
  discard: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(bankingEndpoints.discard, { params: { business: params.business, file: params.file } })
      redirect(303, `/${params.business}/money/${params.id}`)
    })
  },
}
