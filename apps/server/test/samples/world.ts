// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { type PlainDate, plainDate } from '@resham/base'
import { type TenantId, tenantId } from '#platform/db/tenancy.ts'

/** What samples are made of: names and words that tell whose they are. */
export type World = {
  readonly tenantId: TenantId
  readonly userId: string
  /** An id that stays the same for the same name. */
  id(name: string): string
  /** Text in which its owner can be found again. */
  word(text: string): string
  readonly now: Date
  readonly day: PlainDate
}

/**
 * A business's world of samples.
 *
 * @param owner Whose tenant, user and words.
 * @param ids   Whose ids; another's, to try to reach what is not one's own.
 */
export function aWorld(owner: string, ids: string = owner): World {
  const idOf = (whose: string, name: string) => {
    const hex = createHash('sha256').update(`${whose} ${name}`).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  return {
    tenantId: tenantId(idOf(owner, 'tenant')),
    userId: idOf(owner, 'user'),
    id: (name) => idOf(ids, name),
    word: (text) => `${owner}'s ${text}`,
    now: new Date('2026-11-24T09:30:00Z'),
    day: plainDate('2026-11-20'),
  }
}

type Repository = Readonly<Record<string, unknown>>
type Rest<F> = F extends (tx: never, ...rest: infer R) => Promise<unknown> ? R : never

/**
 * For every function of a repository, the arguments of a call or several, in the order in which a business would make
 * them: what writes comes first. A function without a sample does not compile.
 */
export type Samples<R extends Repository> = {
  readonly [K in keyof R as R[K] extends (tx: never, ...rest: never) => Promise<unknown> ? K : never]: (
    world: World,
  ) => readonly Readonly<Rest<R[K]>>[]
}
