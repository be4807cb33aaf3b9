// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = { limit: 30, ...(cursor ? { cursor } : {}) }
  const page = await locals.api.load(businessEndpoints.listJobs, { params, query })
  return { jobs: page.items, next: page.next, cursor, done: url.searchParams.get('done') }
}

export const actions: Actions = {
  retry: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(businessEndpoints.retryJob, { params: { ...params, job: textOf(form, 'job') } })
      redirect(303, '?done=retry')
    })
  },
}
