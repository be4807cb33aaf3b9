// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { partyEndpoints as at, RequestOf } from '@resham/contract'
import { normalisePhone, type Pack } from '@resham/pack-kit'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { nameCursor, pageOf, pageSize, readNameCursor } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { idOfCode, newId } from '#platform/ids.ts'
import { blankParty, changedParty, toPartyReply } from './parties.mapping.ts'
import * as kept from './parties.repository.ts'
import type { PartyDraft, PartyRecord } from './parties.types.ts'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

/** A page of parties by name. @throws platform.invalid-request for a cursor that no page gave */
export async function listParties(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const { search, side, cursor } = query
  const size = pageSize(query)
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    kept.listParties(tx, {
      limit: size + 1,
      ...(search === undefined ? {} : { search }),
      ...(side === undefined ? {} : { side }),
      ...(cursor === undefined ? {} : { after: readNameCursor(cursor) }),
    }),
  )
  const { items, next } = pageOf(found, size, nameCursor)
  return { items: items.map((party) => toPartyReply(party, ctx.business.currency)), next }
}

/** One party. @throws platform.not-found */
export async function readParty(ctx: BusinessContext, { params }: RequestOf<typeof at.read>) {
  const party = await withTenant(ctx.db, ctx.business.tenantId, (tx) => getParty(tx, params.party))
  return toPartyReply(party, ctx.business.currency)
}

/** Writes a party down; handed in twice with the same `clientId`, it is one. @throws parties.phone-invalid */
export async function createParty(ctx: BusinessContext, { body }: RequestOf<typeof at.create>, findPack: FindPack) {
  const { clientId, ...fields } = body
  const party = checked(ctx, changedParty(blankParty, fields), findPack)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const id = clientId ? idOfCode(tx.tenantId, 'party', clientId) : newId(ctx.now)
    if (await kept.insertParty(tx, id, id, party)) {
      await recordAudit(tx, ctx, 'party.created', { kind: 'party', id })
    }
    return toPartyReply(await getParty(tx, id), ctx.business.currency)
  })
}

/** Changes a party. @throws platform.not-found, platform.changed-meanwhile, parties.phone-invalid */
export async function changeParty(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.change>,
  findPack: FindPack,
) {
  const { version, ...change } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const before = await getParty(tx, params.party)
    const after = checked(ctx, changedParty(before, change), findPack)
    if (!(await kept.updateParty(tx, params.party, version, after))) {
      throw new AppError('platform.changed-meanwhile', { seen: version, now: before.version })
    }
    const fields = Object.keys(change)
    await recordAudit(tx, ctx, 'party.changed', { kind: 'party', id: params.party }, { fields })
    return toPartyReply(await getParty(tx, params.party), ctx.business.currency)
  })
}

async function getParty(tx: TenantTx, id: string): Promise<PartyRecord> {
  const party = await kept.findParty(tx, id)
  if (!party) throw new AppError('platform.not-found')
  return party
}

/** A telephone number becomes one form, so that it can be called, sent to and found. */
function checked(ctx: BusinessContext, party: PartyDraft, findPack: FindPack): PartyDraft {
  if (party.name.trim() === '') throw new AppError('platform.invalid-request', { field: 'name' })
  const phone = party.phone?.trim() || null
  const pack = findPack(ctx.business.pack)
  if (phone === null || !pack) return { ...party, phone }
  // A number that begins with a plus is of any country.
  const abroad = /^\+[1-9][\d ()-]{6,20}$/.test(phone) ? phone.replace(/[^\d+]/g, '') : undefined
  const known = normalisePhone(pack.phone, phone)?.e164 ?? abroad
  if (known === undefined) throw new AppError('parties.phone-invalid', { phone: phone.slice(0, 30) })
  return { ...party, phone: known }
}
