// SPDX-License-Identifier: Apache-2.0
import type { FastifyInstance } from 'fastify'
import { origin } from './test-platform.ts'

/** What came back. `body` is the parsed answer, or a problem. */
export type Answer = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers field by field
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

/** A browser, or a program with a key: keeps its cookies and sends them back. */
export type Visitor = {
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  readonly cookies: Map<string, string>
}

let visitors = 0

/** A visitor whom nobody knows yet, at an address of their own. @param options.token A key, for a program. */
export function aVisitor(app: FastifyInstance, options: { token?: string; ip?: string } = {}): Visitor {
  const cookies = new Map<string, string>()
  visitors += 1
  const remoteAddress = options.ip ?? `10.0.${visitors >> 8}.${visitors & 255}`

  async function call(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    const reply = await app.inject({
      method: method as 'GET',
      url: path,
      remoteAddress,
      headers: {
        host: new URL(origin).host,
        origin,
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    for (const cookie of reply.cookies) {
      if (cookie.maxAge === 0) cookies.delete(cookie.name)
      else cookies.set(cookie.name, encodeURIComponent(cookie.value))
    }
    const isJson = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, body: isJson && reply.body ? reply.json() : reply.body, headers: reply.headers }
  }

  return {
    call,
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    cookies,
  }
}

export const goodPassword = 'seven silk threads in a drawer'
let count = 0

/** Someone with an account, signed in. */
export async function aPerson(app: FastifyInstance, wanted: { name?: string; identifier?: string } = {}) {
  const visitor = aVisitor(app)
  count += 1
  const identifier = wanted.identifier ?? `person-${count}@example.org`
  const answer = await visitor.post('/api/v1/account/sign-up', {
    name: wanted.name ?? `Person ${count}`,
    identifier,
    password: goodPassword,
  })
  if (answer.status !== 201) throw new Error(`sign-up: ${answer.status} ${JSON.stringify(answer.body)}`)
  const me = (await visitor.get('/api/v1/account')).body
  return { ...visitor, identifier, userId: String(me.id) }
}

/** Someone with a business of their own. */
export async function anOwner(app: FastifyInstance, name = 'Star Sports') {
  const person = await aPerson(app)
  const answer = await person.post('/api/v1/businesses', { name, pack: 'zz' })
  if (answer.status !== 201) throw new Error(`business: ${answer.status} ${JSON.stringify(answer.body)}`)
  return { ...person, slug: String(answer.body.slug), businessId: String(answer.body.id) }
}

/** Someone who joined a business in the given role, by a link. */
export async function aMember(app: FastifyInstance, owner: Visitor & { slug: string }, role: string) {
  const { body } = await owner.post(`/api/v1/businesses/${owner.slug}/invitations`, { role, label: role })
  const person = await aPerson(app)
  const joined = await person.post(`/api/v1/invitations/${body.token}/acceptance`)
  if (joined.status !== 200) throw new Error(`join: ${joined.status} ${JSON.stringify(joined.body)}`)
  return person
}
