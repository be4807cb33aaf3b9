// SPDX-License-Identifier: Apache-2.0
import { matchingEndpoints, type RequestOf } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await locals.api.load(matchingEndpoints.list, { params, query: { limit: 200 } })
  // "Later" leads past a line; past the last it begins anew.
  const past = found.items.findIndex(({ id }) => id === url.searchParams.get('past'))
  const line = found.items[past + 1] ?? found.items[0]
  return {
    line,
    open: found.open,
    automatic: found.automatic,
    done: (['matched', 'aside', 'opened', 'automatic'] as const).find((one) => one === url.searchParams.get('done')),
    count: Number(url.searchParams.get('count') ?? 0),
    of: url.searchParams.get('line'),
  }
}

async function say(
  event: RequestEvent,
  done: string,
  ask: (at: { business: string; line: string }, form: FormData) => Promise<unknown>,
) {
  const form = await event.request.formData()
  const line = textOf(form, 'line')
  return refusable(form, async () => {
    await ask({ business: event.params.business, line }, form)
    redirect(303, `/${event.params.business}/match?done=${done}&line=${encodeURIComponent(line)}`)
  })
}

export const actions: Actions = {
  accept: (event) =>
    say(event, 'matched', (params, form) => {
      // What the page handed out comes back as it was; the API checks it as any other request.
      const body = JSON.parse(textOf(form, 'choice')) as RequestOf<typeof matchingEndpoints.confirm>['body']
      return event.locals.api.ask(matchingEndpoints.confirm, { params, body })
    }),
  aside: (event) =>
    say(event, 'aside', (params) => event.locals.api.ask(matchingEndpoints.dismiss, { params, body: {} })),
  undo: (event) => say(event, 'opened', (params) => event.locals.api.ask(matchingEndpoints.undo, { params, body: {} })),
  automatic: async ({ request, locals, params }) =>
    refusable(await request.formData(), async () => {
      const { confirmed } = await locals.api.ask(matchingEndpoints.confirmAutomatic, { params, body: {} })
      redirect(303, `/${params.business}/match?done=automatic&count=${confirmed}`)
    }),
}
