// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/pool.ts'
import { tenantId, withPlatform } from '../db/tenancy.ts'
import type { Directory } from '../http/access.ts'
import type { AtBusiness, Caller } from '../http/route.ts'
import type { Auth } from './auth.ts'
import { headersOf } from './auth-call.ts'
import { type BusinessRecord, findBusiness, findBusinessOf, useToken } from './businesses.repository.ts'
import { hashOfSecret } from './secrets.ts'

/** Knows callers by session cookie or bearer token. */
export function makeDirectory(parts: { readonly db: Database; readonly auth: Auth; readonly clock: Clock }): Directory {
  // A token names its business; kept for the length of one request, by the caller's identity.
  const tokenTenants = new WeakMap<Caller, string>()

  async function identifyToken(secret: string): Promise<Caller | null> {
    const token = await withPlatform(parts.db, (tx) => useToken(tx, hashOfSecret(secret), parts.clock()))
    if (!token) return null
    const caller: Caller = { kind: 'token', tokenId: token.id, scopes: token.scopes }
    tokenTenants.set(caller, token.tenantId)
    return caller
  }

  return {
    async identify(request) {
      const bearer = /^Bearer (resham_[\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
      if (bearer) return identifyToken(bearer)
      if (!request.headers.cookie?.includes('session_token')) return null
      const found = await parts.auth.api.getSession({ headers: headersOf(request) }).catch(async (error) => {
        // The library does not say why it failed; a database that is away says so itself.
        await withPlatform(parts.db, (tx) => sql`select 1`.execute(tx))
        throw error
      })
      if (!found) return null
      const { user, session } = found
      return { kind: 'person', userId: user.id, sessionId: session.id, guest: user.guest === true }
    },

    async findBusiness(caller, slugOrId) {
      return withPlatform(parts.db, async (tx) => {
        if (caller.kind === 'person') {
          const business = await findBusinessOf(tx, caller.userId, slugOrId)
          return business && { ...toAtBusiness(business), role: business.role }
        }
        const business = await findBusiness(tx, tokenTenants.get(caller) ?? '')
        if (!business || (business.slug !== slugOrId && business.id !== slugOrId)) return undefined
        return { ...toAtBusiness(business), role: 'viewer' as const }
      })
    },
  }
}

function toAtBusiness(business: BusinessRecord): Omit<AtBusiness, 'role'> {
  const { id, ...rest } = business
  return { ...rest, tenantId: tenantId(id) }
}
