// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { ApiProblem, makeApi } from '#lib/api.ts'
import { cookieNames, preferenceOf } from '#lib/preference.ts'
import { accountHeader } from './service-worker/rules.ts'

const ours = new Set<string>(Object.values(cookieNames))

/** Finds out who reads and how to speak to them, before any page is drawn. */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.api = makeApi(event, process.env.RESHAM_API ?? 'http://127.0.0.1:3000')
  event.locals.account = await accountOf(event)
  const { cookies, request, url } = event
  // The service worker fetches the offline page once in each language, for anybody.
  const offline = url.pathname === '/offline' ? (url.searchParams.get('language') ?? undefined) : undefined
  if (offline) event.locals.account = null
  event.locals.preference = preferenceOf(
    event.locals.account,
    {
      language: offline ?? cookies.get(cookieNames.language),
      digits: cookies.get(cookieNames.digits),
      theme: cookies.get(cookieNames.theme),
    },
    request.headers.get('accept-language'),
    'UTC',
  )
  const { language, theme } = event.locals.preference
  const direction = language === 'ur' ? 'rtl' : 'ltr'
  const htmlTag = `<html lang="${language}" dir="${direction}"${theme === 'system' ? '' : ` data-theme="${theme}"`}`
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('<html lang="en" dir="ltr" data-resham', htmlTag),
  })
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.set(accountHeader, event.locals.account?.id ?? 'none')
    // A page is one person's; only their own phone may keep it.
    response.headers.set('cache-control', 'private, no-cache')
    response.headers.append('vary', 'cookie, accept-language')
  }
  return response
}

/** What the error page may know: the code, its details and the request's id, never a message from inside. */
export const handleError: HandleServerError = (caught) => {
  if (caught.error instanceof ApiProblem) {
    const { code, details, requestId, status } = caught.error.problem
    return { status, message: code, code, details, requestId }
  }
  const missing = caught.kind === 'framework' && caught.error.status === 404
  // What nobody foresaw is written down where the server writes, by its kind and place.
  if (caught.kind === 'unknown') caught.event.platform?.req?.resham?.report?.(caught.error)
  const code = missing ? 'platform.not-found' : 'platform.unexpected'
  return { message: code, code }
}

async function accountOf(event: Parameters<Handle>[0]['event']): Promise<App.Locals['account']> {
  // Only our own choices in the cookies: nobody can be signed in, so nobody is asked for.
  if (event.cookies.getAll().every(({ name }) => ours.has(name))) return null
  try {
    return await event.locals.api.ask(accountEndpoints.read)
  } catch (thrown) {
    if (thrown instanceof ApiProblem) return null
    throw thrown
  }
}
