// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'

type At = Pick<RequestEvent, 'request' | 'locals' | 'url'> & { readonly params: { readonly business: string } }

/** Form action: puts a series on the watch-list or takes it off, and goes back to the page the button stood on. */
export async function changeWatch({ request, locals, params, url }: At, watched: boolean) {
  const form = await request.formData()
  return refusable(form, async () => {
    const endpoint = watched ? marketEndpoints.watch : marketEndpoints.unwatch
    await locals.api.ask(endpoint, { params: { business: params.business, series: textOf(form, 'series') } })
    const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')))
    redirect(303, query.size === 0 ? url.pathname : `${url.pathname}?${query}`)
  })
}
