// SPDX-License-Identifier: Apache-2.0
import type { Static, TSchema } from 'typebox'
import type { Permission } from './permissions.ts'

/** Who may call: anybody, a signed-in person, or a member whose role (or token's scope) carries the permission. */
export type Access = 'public' | 'signed-in' | Permission

/**
 * One thing the API can be asked, said once for server, web and command line.
 *
 * A path that begins `/api/v1/businesses/:business/` is about one business; `:business` is its slug or id.
 */
export type Endpoint = {
  /** `noun.verb`; the OpenAPI operation id. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params?: TSchema
  readonly query?: TSchema
  /** Absent: no body. `bytes`: a file as the raw body (`application/octet-stream`). */
  readonly body?: TSchema | 'bytes'
  /** `bytes`: the answer is a file. */
  readonly response: TSchema | 'bytes'
  readonly status: 200 | 201 | 202 | 204
  /** Example of a body, for the reader of the API page. */
  readonly example?: unknown
}

/** Declares an endpoint and keeps its exact type. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition
}

type Part<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends TSchema
  ? Static<E[K]>
  : E[K] extends 'bytes'
    ? Uint8Array | AsyncIterable<Uint8Array>
    : undefined

/** What the caller gives. */
export type RequestOf<E extends Endpoint> = {
  readonly params: Part<E, 'params'>
  readonly query: Part<E, 'query'>
  readonly body: Part<E, 'body'>
}

/** What the caller gets. */
export type ReplyOf<E extends Endpoint> = E['response'] extends TSchema ? Static<E['response']> : Uint8Array

/**
 * The address of an endpoint with its parameters filled in.
 *
 * @example pathOf({ path: '/api/v1/businesses/:business/items/:item' }, { business: 'star', item: 'A 1' })
 *          // '/api/v1/businesses/star/items/A%201'
 */
export function pathOf(at: { readonly path: string }, params: Readonly<Record<string, string>> = {}): string {
  return at.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
