// SPDX-License-Identifier: Apache-2.0
import type { Permission, Role } from '@resham/contract'
import { sql } from 'kysely'
import type { PlatformTx } from '../db/tenancy.ts'

/** A business as kept, and what the asking person is in it. */
export type BusinessRecord = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly pack: string
  readonly currency: string
  readonly timeZone: string
  readonly language: 'en' | 'ur'
  readonly sample: boolean
  readonly expiresAt: Date | null
}

const columns = sql`
  b.id, b.slug, b.name, b.pack, b.currency, b.time_zone as "timeZone", b.language, b.sample, b.expires_at as "expiresAt"`

/** Opens a business. */
export async function createBusiness(tx: PlatformTx, business: BusinessRecord): Promise<void> {
  await sql`
    insert into businesses (id, slug, name, pack, currency, time_zone, language, sample, expires_at)
    values (${business.id}, ${business.slug}, ${business.name}, ${business.pack}, ${business.currency},
      ${business.timeZone}, ${business.language}, ${business.sample}, ${business.expiresAt})`.execute(tx)
}

/** Changes a business; fields left out stay. */
export async function changeBusiness(
  tx: PlatformTx,
  tenantId: string,
  change: {
    readonly name?: string
    readonly language?: string
    readonly timeZone?: string
    readonly currency?: string
  },
): Promise<void> {
  await sql`
    update businesses set name = coalesce(${change.name ?? null}, name), language = coalesce(${change.language ?? null}, language),
      time_zone = coalesce(${change.timeZone ?? null}, time_zone), currency = coalesce(${change.currency ?? null}, currency)
    where id = ${tenantId}`.execute(tx)
}

/** True when the slug is in use. */
export async function isSlugTaken(tx: PlatformTx, slug: string): Promise<boolean> {
  const { rows } = await sql`select 1 from businesses where slug = ${slug}`.execute(tx)
  return rows.length > 0
}

/** One business by id, or undefined. */
export async function findBusiness(tx: PlatformTx, tenantId: string): Promise<BusinessRecord | undefined> {
  const { rows } = await sql<BusinessRecord>`select ${columns} from businesses b where b.id = ${tenantId}`.execute(tx)
  return rows[0]
}

/** A business by slug or id, with the person's role in it; undefined alike when absent and when not theirs. */
export async function findBusinessOf(
  tx: PlatformTx,
  userId: string,
  slugOrId: string,
): Promise<(BusinessRecord & { role: Role }) | undefined> {
  const { rows } = await sql<BusinessRecord & { role: Role }>`
    select ${columns}, m.role from businesses b join memberships m on m.tenant_id = b.id
    where m.user_id = ${userId} and (b.slug = ${slugOrId} or b.id::text = ${slugOrId})`.execute(tx)
  return rows[0]
}

/** Businesses of a person. */
export async function listBusinessesOf(tx: PlatformTx, userId: string): Promise<(BusinessRecord & { role: Role })[]> {
  const { rows } = await sql<BusinessRecord & { role: Role }>`
    select ${columns}, m.role from businesses b join memberships m on m.tenant_id = b.id
    where m.user_id = ${userId} order by b.name, b.id`.execute(tx)
  return rows
}

/** Sample businesses whose time is over. */
export async function listExpiredBusinesses(tx: PlatformTx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from businesses where sample and expires_at < ${now}`.execute(tx)
  return rows.map((row) => row.id)
}

/** How many sample shops there are. */
export async function countSamples(tx: PlatformTx): Promise<number> {
  const { rows } = await sql<{ samples: number }>`
    select count(*)::int as samples from businesses where sample`.execute(tx)
  return rows[0]?.samples ?? 0
}

/** A member of a business. */
export type MemberRecord = { readonly userId: string; readonly name: string; readonly role: Role; readonly since: Date }

/** Members, longest first. */
export async function listMembers(tx: PlatformTx, tenantId: string): Promise<MemberRecord[]> {
  const { rows } = await sql<MemberRecord>`
    select m.user_id as "userId", u.name, m.role, m.since from memberships m join "user" u on u.id = m.user_id
    where m.tenant_id = ${tenantId} order by m.since, m.user_id`.execute(tx)
  return rows
}

/** One member, locked, or undefined. */
export async function lockMembers(tx: PlatformTx, tenantId: string): Promise<{ userId: string; role: Role }[]> {
  const { rows } = await sql<{ userId: string; role: Role }>`
    select user_id as "userId", role from memberships where tenant_id = ${tenantId} order by user_id for update`.execute(
    tx,
  )
  return rows
}

/** Adds a member, or changes the role of one. */
export async function putMember(tx: PlatformTx, tenantId: string, userId: string, role: Role): Promise<void> {
  await sql`
    insert into memberships (tenant_id, user_id, role) values (${tenantId}, ${userId}, ${role})
    on conflict (tenant_id, user_id) do update set role = excluded.role`.execute(tx)
}

/** Takes a member out. */
export async function removeMember(tx: PlatformTx, tenantId: string, userId: string): Promise<void> {
  await sql`delete from memberships where tenant_id = ${tenantId} and user_id = ${userId}`.execute(tx)
}

/** An invitation as kept; its link is kept as a hash only. */
export type InvitationRecord = {
  readonly id: string
  readonly tenantId: string
  readonly role: Role
  readonly label: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

const invitationColumns = sql`
  id, tenant_id as "tenantId", role, label, created_at as "createdAt", expires_at as "expiresAt"`

/** Keeps an invitation. */
export async function createInvitation(
  tx: PlatformTx,
  invitation: InvitationRecord & { readonly tokenHash: string; readonly createdBy: string },
): Promise<void> {
  await sql`
    insert into invitations (id, tenant_id, token_hash, role, label, created_by, created_at, expires_at)
    values (${invitation.id}, ${invitation.tenantId}, ${invitation.tokenHash}, ${invitation.role}, ${invitation.label},
      ${invitation.createdBy}, ${invitation.createdAt}, ${invitation.expiresAt})`.execute(tx)
}

/** Invitations that can still be used. */
export async function listInvitations(tx: PlatformTx, tenantId: string, now: Date): Promise<InvitationRecord[]> {
  const { rows } = await sql<InvitationRecord>`
    select ${invitationColumns} from invitations
    where tenant_id = ${tenantId} and used_at is null and expires_at > ${now} order by created_at desc`.execute(tx)
  return rows
}

/** The invitation behind a link, locked, when it can still be used. */
export async function lockInvitation(
  tx: PlatformTx,
  tokenHash: string,
  now: Date,
): Promise<InvitationRecord | undefined> {
  const { rows } = await sql<InvitationRecord>`
    select ${invitationColumns} from invitations
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${now} for update`.execute(tx)
  return rows[0]
}

/** Marks an invitation as used: it works once. */
export async function useInvitation(tx: PlatformTx, tenantId: string, invitationId: string, now: Date): Promise<void> {
  await sql`
    update invitations set used_at = ${now} where tenant_id = ${tenantId} and id = ${invitationId}`.execute(tx)
}

/** Withdraws an invitation of this business. */
export async function deleteInvitation(tx: PlatformTx, tenantId: string, invitationId: string): Promise<boolean> {
  const result = await sql`
    delete from invitations where tenant_id = ${tenantId} and id = ${invitationId} and used_at is null`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Takes back what a person could still get in by: the links and the keys that they made. */
export async function takeBackAccess(tx: PlatformTx, tenantId: string, userId: string): Promise<void> {
  await sql`
    delete from invitations where tenant_id = ${tenantId} and created_by = ${userId} and used_at is null`.execute(tx)
  await sql`delete from api_tokens where tenant_id = ${tenantId} and created_by = ${userId}`.execute(tx)
}

/** A key for another program, as kept. */
export type TokenRecord = {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly prefix: string
  readonly scopes: Permission[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

const tokenColumns = sql`
  id, tenant_id as "tenantId", name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`

/** Keeps a key, as a hash only. */
export async function createToken(
  tx: PlatformTx,
  token: TokenRecord & { readonly tokenHash: string; readonly createdBy: string },
): Promise<void> {
  await sql`
    insert into api_tokens (id, tenant_id, token_hash, name, prefix, scopes, created_by, created_at, expires_at)
    values (${token.id}, ${token.tenantId}, ${token.tokenHash}, ${token.name}, ${token.prefix}, ${token.scopes},
      ${token.createdBy}, ${token.createdAt}, ${token.expiresAt})`.execute(tx)
}

/** Keys of a business, newest first. */
export async function listTokens(tx: PlatformTx, tenantId: string): Promise<TokenRecord[]> {
  const { rows } = await sql<TokenRecord>`
    select ${tokenColumns} from api_tokens where tenant_id = ${tenantId} order by created_at desc`.execute(tx)
  return rows
}

/** The key behind a secret, when it still holds; notes that it was used. */
export async function useToken(tx: PlatformTx, tokenHash: string, now: Date): Promise<TokenRecord | undefined> {
  const { rows } = await sql<TokenRecord>`
    update api_tokens set last_used_at = ${now} where token_hash = ${tokenHash} and expires_at > ${now}
    returning ${tokenColumns}`.execute(tx)
  return rows[0]
}

/** Takes a key of this business back. */
export async function deleteToken(tx: PlatformTx, tenantId: string, tokenId: string): Promise<boolean> {
  const result = await sql`delete from api_tokens where tenant_id = ${tenantId} and id = ${tokenId}`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Names of people and keys, for the audit trail. */
export async function listActorNames(
  tx: PlatformTx,
  tenantId: string,
  actorIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from "user" where id = any(${actorIds}::uuid[])
    union all select id, name from api_tokens where tenant_id = ${tenantId} and id = any(${actorIds}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
