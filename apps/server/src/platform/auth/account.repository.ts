// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@resham/contract'
import { sql } from 'kysely'
import type { PlatformTx } from '../db/tenancy.ts'

/** A person as kept. */
export type UserRecord = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly language: 'en' | 'ur'
  readonly digits: 'western' | 'urdu'
  readonly theme: 'system' | 'light' | 'dark'
  readonly guest: boolean
  readonly secondFactor: boolean
}

/** A business that a person belongs to. */
export type MembershipRecord = {
  readonly businessId: string
  readonly slug: string
  readonly name: string
  readonly role: Role
  readonly sample: boolean
}

/** One person, or undefined. */
export async function findUser(tx: PlatformTx, userId: string): Promise<UserRecord | undefined> {
  const { rows } = await sql<UserRecord>`
    select id, name, email, phone, language, digits, theme, guest, coalesce("twoFactorEnabled", false) as "secondFactor"
    from "user" where id = ${userId}`.execute(tx)
  return rows[0]
}

/** True when the address or number has an account already. */
export async function isIdentifierTaken(tx: PlatformTx, email: string): Promise<boolean> {
  const { rows } = await sql`select 1 from "user" where email = ${email}`.execute(tx)
  return rows.length > 0
}

/** Changes what a person may change of themself; fields left out stay. */
export async function changeUser(
  tx: PlatformTx,
  userId: string,
  change: {
    readonly name?: string
    readonly language?: string
    readonly digits?: string
    readonly theme?: string
    readonly phone?: string
    readonly guest?: boolean
  },
): Promise<void> {
  await sql`
    update "user" set name = coalesce(${change.name ?? null}, name), language = coalesce(${change.language ?? null}, language),
      digits = coalesce(${change.digits ?? null}, digits), theme = coalesce(${change.theme ?? null}, theme),
      phone = coalesce(${change.phone ?? null}, phone), guest = coalesce(${change.guest ?? null}::boolean, guest), "updatedAt" = now()
    where id = ${userId}`.execute(tx)
}

/** Forgets sessions and challenges whose time is over, and guests whose shop is gone. */
export async function forgetExpired(tx: PlatformTx, now: Date): Promise<void> {
  await sql`delete from session where "expiresAt" < ${now}`.execute(tx)
  await sql`delete from verification where "expiresAt" < ${now}`.execute(tx)
  await sql`
    delete from "user" u where guest and "createdAt" < ${now}::timestamptz - interval '1 day'
      and not exists (select 1 from memberships m where m.user_id = u.id)`.execute(tx)
}

/** Businesses of a person, by name. */
export async function listMemberships(tx: PlatformTx, userId: string): Promise<MembershipRecord[]> {
  const { rows } = await sql<MembershipRecord>`
    select b.id as "businessId", b.slug, b.name, m.role, b.sample
    from memberships m join businesses b on b.id = m.tenant_id
    where m.user_id = ${userId} order by b.name, b.id`.execute(tx)
  return rows
}
