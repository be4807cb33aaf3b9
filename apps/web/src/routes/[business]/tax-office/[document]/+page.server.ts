// SPDX-License-Identifier: Apache-2.0
import { fiscalEndpoints as at, documentEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const [document, standing] = await Promise.all([
    locals.api.load(documentEndpoints.read, { params }),
    locals.api.load(at.standing, { params }),
  ])
  return { document, standing }
}

export const actions: Actions = {
  submit: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(at.submit, { params })
      redirect(303, '?')
    })
  },
  resolve: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const answers = ['there', 'not-there', 'cancelled'] as const
      const answer = answers.find((one) => one === textOf(form, 'answer')) ?? 'there'
      const officeNumber = textOf(form, 'officeNumber')
      const body = {
        answer,
        version: Number(textOf(form, 'version')),
        ...(officeNumber === '' ? {} : { officeNumber }),
      }
      await locals.api.ask(at.resolve, { params, body })
      redirect(303, '?')
    })
  },
}
