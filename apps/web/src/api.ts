// SPDX-License-Identifier: Apache-2.0
import { type Endpoint, pathOf, type ReplyOf, type RequestOf } from '@resham/contract'
import { type RequestEvent, redirect } from '@sveltejs/kit'

/** What the server offers to a page in the same process (Fastify's `inject`). */
export type Inject = (request: {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Uint8Array | NodeJS.ReadableStream
  readonly remoteAddress?: string
}) => Promise<{
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly rawPayload: Uint8Array
}>

export type ProblemBody = {
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string
  readonly fields: readonly { readonly path: string; readonly rule: string }[]
}

/** The API said no, and why: a code of the contract with its details. Words come from the catalogues. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody
  constructor(problem: ProblemBody) {
    super(problem.code)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

type Given<E extends Endpoint> = {
  [K in keyof RequestOf<E> as RequestOf<E>[K] extends undefined ? never : K]: RequestOf<E>[K]
} & {
  /** Makes a repeated send of the same form harmless: the same words, the same request. */
  readonly once?: string
}
type Asked<E extends Endpoint> = Record<never, never> extends Given<E> ? [given?: Given<E>] : [given: Given<E>]

export type Api = {
  /** Calls an endpoint. @throws ApiProblem */
  ask<E extends Endpoint>(endpoint: E, ...given: Asked<E>): Promise<ReplyOf<E>>
  /** Calls an endpoint for a page: a missing session becomes the way to sign in, any other refusal the error page. */
  load<E extends Endpoint>(endpoint: E, ...given: Asked<E>): Promise<ReplyOf<E>>
  /** The answer as it comes, for files that pass through to the browser. @throws ApiProblem */
  raw<E extends Endpoint>(endpoint: E, ...given: Asked<E>): Promise<RawReply>
}

type RawReply = { readonly status: number; readonly contentType: string; readonly body: Uint8Array }
type Answer = RawReply & { readonly cookies: readonly string[] }
type AnyGiven = { params?: unknown; query?: unknown; body?: unknown; once?: string }

/**
 * The one door from pages to data: the API of `@resham/contract`, in this process when the server
 * offers it, over HTTP otherwise. The reader's cookies go in and come out.
 *
 * @param remote  Address of the API where there is none in this process.
 */
export function makeApi(event: RequestEvent, remote: string): Api {
  // Cookies that an earlier call of this same request set.
  const fresh = new Map<string, string>()

  async function raw(endpoint: Endpoint, given: AnyGiven = {}): Promise<RawReply> {
    const url = `${pathOf(endpoint, given.params as Record<string, string> | undefined)}${search(given.query)}`
    const headers: Record<string, string> = {
      accept: 'application/json',
      'user-agent': event.request.headers.get('user-agent') ?? '',
    }
    // Behind a proxy the one who asks is named here; the API believes it from the proxy only.
    const forwardedFor = event.request.headers.get('x-forwarded-for')
    if (forwardedFor) headers['x-forwarded-for'] = forwardedFor
    const cookie = cookieHeader(event.request.headers.get('cookie'), fresh)
    if (cookie) headers.cookie = cookie
    if (given.once) headers['idempotency-key'] = given.once
    const bytes = endpoint.body === 'bytes'
    const json = endpoint.body !== undefined && !bytes
    if (json) headers['content-type'] = 'application/json'
    if (bytes) headers['content-type'] = 'application/octet-stream'
    const payload = json ? JSON.stringify(given.body) : (given.body as Uint8Array | undefined)
    const request = { method: endpoint.method, url, headers, ...(payload === undefined ? {} : { payload }) }
    const inject = event.platform?.req?.resham?.inject
    const answer = await (inject ? injected(inject, event, request) : fetched(remote, event, request))
    for (const line of answer.cookies) keepCookie(event, line, fresh)
    if (answer.status >= 400) throw new ApiProblem(problemOf(answer))
    return answer
  }

  async function ask(endpoint: Endpoint, given?: AnyGiven): Promise<unknown> {
    const answer = await raw(endpoint, given)
    if (endpoint.response === 'bytes') return answer.body
    return answer.body.length === 0 ? {} : JSON.parse(new TextDecoder().decode(answer.body))
  }

  async function load(endpoint: Endpoint, given?: AnyGiven): Promise<unknown> {
    try {
      return await ask(endpoint, given)
    } catch (thrown) {
      const signedOut = thrown instanceof ApiProblem && thrown.problem.code === 'account.not-signed-in'
      if (signedOut) redirect(303, signInPath(event.url))
      throw thrown
    }
  }

  return { ask, load, raw } as Api
}

/** Address of the sign-in page that comes back to where the reader was. */
export function signInPath(here: URL): string {
  return `/sign-in?next=${encodeURIComponent(here.pathname + here.search)}`
}

type Prepared = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Uint8Array
}

async function injected(inject: Inject, event: RequestEvent, request: Prepared): Promise<Answer> {
  const host = event.request.headers.get('host') ?? event.url.host
  const forwarded = {
    ...request.headers,
    host,
    origin: event.url.origin,
    'x-forwarded-proto': event.url.protocol.slice(0, -1),
  }
  const { payload } = request
  // The door inside the process knows a Buffer; other bytes it would write out as JSON.
  const sent = payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : Buffer.from(payload) }
  const remoteAddress = event.getClientAddress()
  const reply = await inject({ method: request.method, url: request.url, headers: forwarded, remoteAddress, ...sent })
  const set = reply.headers['set-cookie']
  return {
    status: reply.statusCode,
    contentType: String(reply.headers['content-type'] ?? ''),
    body: reply.rawPayload,
    cookies: set === undefined ? [] : [set].flat().map(String),
  }
}

async function fetched(remote: string, event: RequestEvent, request: Prepared): Promise<Answer> {
  let reply: Response
  try {
    reply = await fetch(new URL(request.url, remote), {
      method: request.method,
      headers: { ...request.headers, origin: event.url.origin },
      ...(request.payload === undefined ? {} : { body: request.payload as BodyInit }),
    })
  } catch {
    throw new ApiProblem({ code: 'platform.database-unavailable', status: 503, details: {}, requestId: '', fields: [] })
  }
  return {
    status: reply.status,
    contentType: reply.headers.get('content-type') ?? '',
    body: new Uint8Array(await reply.arrayBuffer()),
    cookies: reply.headers.getSetCookie(),
  }
}

function keepCookie(event: RequestEvent, line: string, fresh: Map<string, string>): void {
  const same = (value: string) => value
  const { name, value = '', ...attributes } = event.cookies.parse(line, { decode: same })
  fresh.set(name, value)
  event.cookies.set(name, value, {
    ...attributes,
    path: attributes.path ?? '/',
    httpOnly: attributes.httpOnly ?? false,
    secure: attributes.secure ?? false,
    encode: same,
  })
}

function cookieHeader(given: string | null, fresh: ReadonlyMap<string, string>): string {
  const kept = (given ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !fresh.has(pair.split('=')[0] ?? ''))
  return [...kept, ...[...fresh].map(([name, value]) => `${name}=${value}`)].join('; ')
}

function search(query: unknown): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== '') pairs.set(name, String(value))
  }
  const text = pairs.toString()
  return text === '' ? '' : `?${text}`
}

function problemOf(answer: Answer): ProblemBody {
  const unknown = { code: 'platform.unexpected', status: answer.status, details: {}, requestId: '', fields: [] }
  if (!answer.contentType.includes('json')) return unknown
  const body = JSON.parse(new TextDecoder().decode(answer.body)) as Partial<ProblemBody>
  return { ...unknown, ...body, fields: body.fields ?? [] }
}
