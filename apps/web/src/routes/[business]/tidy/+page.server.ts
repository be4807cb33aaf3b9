// SPDX-License-Identifier: Apache-2.0
import { tidyEndpoints, tidyKinds } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await locals.api.load(tidyEndpoints.list, { params })),
  done: (['merged', 'apart', 'undone'] as const).find((one) => one === url.searchParams.get('done')),
})

const kindOf = (form: FormData) => tidyKinds.find((kind) => kind === textOf(form, 'kind')) ?? 'party'

export const actions: Actions = {
  merge: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const [a, b, keepId] = ['a', 'b', 'keep'].map((name) => textOf(form, name)) as [string, string, string]
      const goneId = keepId === a ? b : a
      await locals.api.ask(tidyEndpoints.merge, { params, body: { kind: kindOf(form), keepId, goneId } })
      redirect(303, `/${params.business}/tidy?done=merged`)
    })
  },
  apart: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = { kind: kindOf(form), a: textOf(form, 'a'), b: textOf(form, 'b') }
      await locals.api.ask(tidyEndpoints.keepApart, { params, body })
      redirect(303, `/${params.business}/tidy?done=apart`)
    })
  },
  undo: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, merge: textOf(form, 'merge') }
      await locals.api.ask(tidyEndpoints.undo, { params: at, body: {} })
      redirect(303, `/${params.business}/tidy?done=undone`)
    })
  },
}
