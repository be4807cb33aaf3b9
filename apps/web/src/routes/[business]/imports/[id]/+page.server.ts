// SPDX-License-Identifier: Apache-2.0
import { importEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { ApiProblem } from '#lib/api.ts'
import { choiceOfForm, rolesTwice } from '#lib/features/imports/choice.ts'
import { refusable, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const at = { business: params.business, import: params.id }
  const job = await locals.api.load(importEndpoints.read, { params: at })
  if (job.state !== 'ready') return { job, preview: null, refused: null }
  try {
    return { job, preview: await locals.api.ask(importEndpoints.preview, { params: at, body: {} }), refused: null }
  } catch (thrown) {
    // The file itself cannot be read: the page says why instead of showing rows.
    if (!(thrown instanceof ApiProblem) || thrown.problem.status >= 500) throw thrown
    return { job, preview: null, refused: thrown.problem }
  }
}

export const actions: Actions = {
  preview: async ({ request, locals, params }) => {
    const form = await request.formData()
    const choice = choiceOfForm(form)
    return refusable(form, async () => {
      refuseTwice(form)
      const at = { business: params.business, import: params.id }
      const preview = await locals.api.ask(importEndpoints.preview, { params: at, body: { choice } })
      return { preview, typed: typedIn(form) }
    })
  },
  start: async ({ request, locals, params }) => {
    const form = await request.formData()
    const choice = choiceOfForm(form)
    return refusable(form, async () => {
      refuseTwice(form)
      const at = { business: params.business, import: params.id }
      await locals.api.ask(importEndpoints.start, { params: at, body: { choice } })
      redirect(303, `/${params.business}/imports/${params.id}`)
    })
  },
  cancel: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, import: params.id }
      await locals.api.ask(importEndpoints.cancel, { params: at })
      redirect(303, `/${params.business}/imports/${params.id}`)
    })
  },
}

// The contract has one column for each role, so only the form can tell that two were chosen.
function refuseTwice(form: FormData): void {
  if (rolesTwice(form).length === 0) return
  throw new ApiProblem({
    code: 'imports.column-twice',
    status: 422,
    details: { columns: rolesTwice(form) },
    requestId: '',
    fields: [],
  })
}
