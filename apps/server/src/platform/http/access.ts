// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { type Endpoint, type Permission, roleAllows } from '@resham/contract'
import type { FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/pool.ts'
import type { AtBusiness, BusinessContext, Caller, Context } from './route.ts'

/** Knows callers by what their request carries, and which businesses they belong to. */
export type Directory = {
  /** The person or token behind a request; null when it carries nothing that holds. */
  identify(request: FastifyRequest): Promise<Caller | null>
  /** The business, when the caller belongs to it; undefined alike when it does not exist. */
  findBusiness(caller: Caller, slugOrId: string): Promise<AtBusiness | undefined>
  /** Forgets what it remembers, where it does: a write may have changed who may do what. */
  forget?(): void
}

/**
 * Asks once, at the door, whether a request may go on.
 *
 * @throws account.not-signed-in, platform.not-found (a stranger's business looks absent), platform.forbidden
 */
export async function admit(
  endpoint: Endpoint,
  request: FastifyRequest,
  parts: { readonly db: Database; readonly clock: Clock; readonly directory: Directory },
): Promise<Context | BusinessContext> {
  const caller = await parts.directory.identify(request)
  const ctx: Context = { requestId: request.id, now: parts.clock(), db: parts.db, caller }
  if (endpoint.access === 'public') return ctx
  if (!caller) throw new AppError('account.not-signed-in')
  if (endpoint.access === 'signed-in') {
    if (caller.kind !== 'person') throw new AppError('platform.forbidden', { needs: 'person' })
    return ctx
  }
  const { business: slugOrId } = request.params as { business: string }
  const business = await parts.directory.findBusiness(caller, slugOrId)
  if (!business) throw new AppError('platform.not-found')
  if (!mayDo(caller, business, endpoint.access)) throw new AppError('platform.forbidden', { needs: endpoint.access })
  return { ...ctx, caller, business } satisfies BusinessContext
}

/**
 * Asks for a permission that only what is asked for decides, beyond the one asked for at the door.
 *
 * @throws platform.forbidden
 */
export function demand(
  { caller, business }: Pick<BusinessContext, 'caller' | 'business'>,
  permission: Permission,
): void {
  if (!mayDo(caller, business, permission)) throw new AppError('platform.forbidden', { needs: permission })
}

function mayDo(caller: Caller, business: AtBusiness, permission: Permission): boolean {
  return caller.kind === 'token' ? caller.scopes.includes(permission) : roleAllows(business.role, permission)
}
