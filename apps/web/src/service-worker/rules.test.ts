// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { accountHeader, accountOf, isAsset, isPage, mayKeep, stamped } from './rules.ts'

const at = (path: string) => new URL(path, 'https://shop.example')

function page(given: { path?: string; account?: string; status?: number; type?: string; body?: string }): Response {
  const headers = new Headers({ 'content-type': given.type ?? 'text/html; charset=utf-8' })
  if (given.account) headers.set(accountHeader, given.account)
  const answer = new Response(given.body ?? '<html lang="ur">', { status: given.status ?? 200, headers })
  Object.defineProperty(answer, 'url', { value: at(given.path ?? '/star/today').href })
  return answer
}

describe('what is kept on the phone', () => {
  it('is a page of a signed-in person that succeeded', () => {
    expect(mayKeep(page({ account: 'a' }))).toBe(true)
    expect(mayKeep(page({ account: 'a', status: 500 }))).toBe(false)
    expect(mayKeep(page({ account: 'a', type: 'application/json' }))).toBe(false)
    expect(mayKeep(page({ account: 'none' }))).toBe(false)
  })

  it('is never the page that shows secrets', () => {
    expect(mayKeep(page({ account: 'a', path: '/account' }))).toBe(false)
  })

  it('is not the API, nor a file', () => {
    expect(
      ['/api/v1/account', '/healthz', '/star/plan.csv', '/service-worker.js'].map((path) => isPage(at(path))),
    ).toEqual([false, false, false, false])
    expect(isPage(at('/star/items?search=ball'))).toBe(true)
    expect(isAsset(at('/_app/immutable/assets/x-abc.css'))).toBe(true)
  })

  it('names whose it is and says when it was kept', async () => {
    const kept = await stamped(
      page({ account: 'a', body: '<!doctype html><html lang="ur">' }),
      '2026-11-24T09:30:00.000Z',
    )
    expect(accountOf(kept.headers)).toBe('a')
    expect(await kept.text()).toBe('<!doctype html><html data-saved-at="2026-11-24T09:30:00.000Z" lang="ur">')
  })
})
