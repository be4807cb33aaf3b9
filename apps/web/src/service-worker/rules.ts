// SPDX-License-Identifier: Apache-2.0

/** The header in which a page names whose it is: an account's id, or `none`. */
export const accountHeader = 'x-resham-account'

/** Whose page an answer is; null when it is not one of our pages. */
export function accountOf(headers: Headers): string | null {
  return headers.get(accountHeader)
}

/** Built files with a hash in their name: they never change. */
export function isAsset(url: URL): boolean {
  return url.pathname.startsWith('/_app/immutable/') || /^\/icon[\w-]*\.(svg|png)$/.test(url.pathname)
}

/** The Urdu face: large, and the same from build to build. */
export function isFace(url: URL): boolean {
  return url.pathname.endsWith('.woff2')
}

/** An address that a reader opens, as against the API and files. */
export function isPage(url: URL): boolean {
  return !/^\/(api|healthz|readyz|metrics)(\/|$)/.test(url.pathname) && !/\.\w{1,5}$/.test(url.pathname)
}

/** Pages that succeeded and belong to a signed-in person; the account page holds secrets while it sets them up. */
export function mayKeep(answer: Response): boolean {
  const type = answer.headers.get('content-type') ?? ''
  const { pathname } = new URL(answer.url || 'http://here.invalid/account')
  const own = accountOf(answer.headers)
  return answer.ok && !answer.redirected && type.startsWith('text/html') && own !== 'none' && pathname !== '/account'
}

/** The same page, marked with the instant it was kept. */
export async function stamped(answer: Response, instant: string): Promise<Response> {
  const text = await answer.text()
  const headers = new Headers(answer.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(text.replace('<html ', `<html data-saved-at="${instant}" `), { status: answer.status, headers })
}
