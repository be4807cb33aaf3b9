// SPDX-License-Identifier: Apache-2.0
import type { Endpoint, Permission, ReplyOf, RequestOf, Role } from '@resham/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../db/pool.ts'
import type { TenantId } from '../db/tenancy.ts'

/** Who is asking. */
export type Caller =
  | { readonly kind: 'person'; readonly userId: string; readonly sessionId: string; readonly guest: boolean }
  | { readonly kind: 'token'; readonly tokenId: string; readonly scopes: readonly Permission[] }

/** The business that a request is about, once the caller has been found to belong to it. */
export type AtBusiness = {
  readonly tenantId: TenantId
  readonly slug: string
  readonly name: string
  readonly pack: string
  readonly currency: string
  readonly timeZone: string
  readonly language: 'en' | 'ur'
  readonly sample: boolean
  readonly expiresAt: Date | null
  readonly role: Role
}

/** What a handler may know besides its input. */
export type Context = {
  readonly requestId: string
  readonly now: Date
  readonly db: Database
  readonly caller: Caller | null
}
/** The same, for an endpoint that only signed-in people reach. */
export type PersonContext = Context & { readonly caller: Extract<Caller, { kind: 'person' }> }
/** The same, for an endpoint about one business. */
export type BusinessContext = Context & { readonly caller: Caller; readonly business: AtBusiness }

/** A file as an answer. */
export type FileReply = {
  readonly kind: 'file'
  readonly fileName: string
  readonly contentType: string
  readonly content: string | Uint8Array | NodeJS.ReadableStream
}

type ContextOf<E extends Endpoint> = E['access'] extends 'public'
  ? Context
  : E['access'] extends 'signed-in'
    ? PersonContext
    : BusinessContext

type AnswerOf<E extends Endpoint> = E['response'] extends 'bytes' ? FileReply : ReplyOf<E>

/** The wire itself, for the few handlers that stream or set cookies. */
export type Wire = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** An endpoint with the function that answers it. */
export type Route = {
  readonly endpoint: Endpoint
  readonly handler: (ctx: never, input: never, wire: Wire) => Promise<unknown>
}

/** Ties an endpoint of the contract to the function that answers it. */
export function implement<E extends Endpoint>(
  endpoint: E,
  handler: (ctx: ContextOf<E>, input: RequestOf<E>, wire: Wire) => Promise<AnswerOf<E>>,
): Route {
  return { endpoint, handler: handler as Route['handler'] }
}
