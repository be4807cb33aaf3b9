// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints, businessEndpoints } from '@resham/contract'
import { describe, expect, it } from 'vitest'
import { ApiProblem, type Inject, makeApi } from './api.ts'

type Seen = Parameters<Inject>[0]
type Event = Parameters<typeof makeApi>[0]
type Answer = { status: number; body?: unknown; cookies?: string[] }

/** A page's request whose API is a function; keeps what was asked and which cookies were set. */
function aPage(
  answers: readonly Answer[],
  cookie = 'session=old; language=ur',
  more: Readonly<Record<string, string>> = {},
) {
  const seen: Seen[] = []
  const set: Record<string, unknown>[] = []
  const rest = [...answers]
  const inject: Inject = async (request) => {
    seen.push(request)
    const answer = rest.shift() ?? { status: 500 }
    return {
      statusCode: answer.status,
      headers: { 'content-type': 'application/json', ...(answer.cookies ? { 'set-cookie': answer.cookies } : {}) },
      rawPayload: new TextEncoder().encode(answer.body === undefined ? '' : JSON.stringify(answer.body)),
    }
  }
  const event = {
    url: new URL('https://shop.example/star/items?search=ball'),
    request: new Request('https://shop.example/star/items', { headers: { cookie, ...more } }),
    getClientAddress: () => '192.0.2.7',
    platform: { req: { resham: { inject } } },
    cookies: {
      parse: (line: string) => {
        const [pair = '', ...attributes] = line.split('; ')
        const [name = '', value = ''] = pair.split('=')
        return { name, value, httpOnly: attributes.includes('HttpOnly'), secure: attributes.includes('Secure') }
      },
      set: (name: string, value: string, options: object) => set.push({ name, value, ...options }),
    },
  } as unknown as Event
  return { api: makeApi(event, 'http://127.0.0.1:1'), seen, set }
}

describe('the API client', () => {
  it('carries the reader’s cookies and address in, and new cookies out', async () => {
    const { api, seen, set } = aPage([{ status: 200, body: { next: 'signed-in' }, cookies: ['session=new; HttpOnly'] }])
    await api.ask(accountEndpoints.signIn, { body: { identifier: 'a', password: 'b' } })
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/account/sign-in',
      remoteAddress: '192.0.2.7',
      payload: '{"identifier":"a","password":"b"}',
    })
    expect(seen[0]?.headers).toMatchObject({
      cookie: 'session=old; language=ur',
      host: 'shop.example',
      'x-forwarded-proto': 'https',
    })
    expect(set).toMatchObject([{ name: 'session', value: 'new', path: '/', httpOnly: true, secure: false }])
  })

  it('names whom a proxy speaks for, so that all who come through it are not taken for one', async () => {
    const { api, seen } = aPage([{ status: 200, body: {} }], '', { 'x-forwarded-for': '198.51.100.7' })
    await api.ask(accountEndpoints.read)
    expect(seen[0]?.headers).toMatchObject({ 'x-forwarded-for': '198.51.100.7' })
  })

  it('uses a cookie that an earlier call of the same page set', async () => {
    const { api, seen } = aPage([
      { status: 200, body: {}, cookies: ['session=new'] },
      { status: 200, body: {} },
    ])
    await api.ask(accountEndpoints.signOut)
    await api.ask(accountEndpoints.read)
    expect(seen[1]?.headers.cookie).toBe('language=ur; session=new')
  })

  it('fills the address and leaves out what was not asked', async () => {
    const { api, seen } = aPage([{ status: 200, body: { items: [], next: null } }])
    await api.ask(businessEndpoints.listJobs, { params: { business: 'a b' }, query: { limit: 30, state: 'failed' } })
    expect(seen[0]?.url).toBe('/api/v1/businesses/a%20b/jobs?limit=30&state=failed')
  })

  it('turns a refusal into its code, details and request id', async () => {
    const body = { code: 'account.locked', status: 429, details: { minutes: 15 }, requestId: 'r1' }
    const { api } = aPage([{ status: 429, body }])
    const thrown = await api.ask(accountEndpoints.read).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(ApiProblem)
    expect((thrown as ApiProblem).problem).toEqual({ ...body, fields: [] })
  })

  it('sends a page without a session to sign in and back', async () => {
    const { api } = aPage([{ status: 401, body: { code: 'account.not-signed-in', status: 401 } }])
    const thrown = await api.load(accountEndpoints.read).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ status: 303, location: '/sign-in?next=%2Fstar%2Fitems%3Fsearch%3Dball' })
  })

  it('says that the service cannot be reached when it cannot', async () => {
    const event = {
      url: new URL('http://x.example/'),
      request: new Request('http://x.example/'),
      platform: undefined,
    } as unknown as Event
    // Port 1 on loopback: refused at once, no network involved.
    const thrown = await makeApi(event, 'http://127.0.0.1:1')
      .ask(accountEndpoints.read)
      .catch((error: unknown) => error)
    expect((thrown as ApiProblem).problem.code).toBe('platform.database-unavailable')
  })
})
