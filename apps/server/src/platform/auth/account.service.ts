// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { Account, accountEndpoints as at, RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { withPlatform } from '../db/tenancy.ts'
import type { PersonContext } from '../http/route.ts'
import {
  changeUser,
  findUser,
  forgetExpired,
  isIdentifierTaken,
  listMemberships,
  type UserRecord,
} from './account.repository.ts'

/** The caller's account, with the businesses they belong to. @throws account.not-signed-in */
export async function readAccount(ctx: PersonContext): Promise<Static<typeof Account>> {
  return withPlatform(ctx.db, async (tx) => {
    const user = await findUser(tx, ctx.caller.userId)
    if (!user) throw new AppError('account.not-signed-in')
    const { email, ...rest } = user
    const memberships = await listMemberships(tx, user.id)
    return { ...rest, email: email.endsWith('.invalid') ? null : email, memberships }
  })
}

/** Changes what a person may change of themself; fields left out stay. */
export async function changeAccount(
  ctx: PersonContext,
  { body }: RequestOf<typeof at.change>,
): Promise<Static<typeof Account>> {
  await changePerson(ctx.db, ctx.caller.userId, body)
  return readAccount(ctx)
}

/** A person. @throws account.not-signed-in when there is none of that id any more. */
export async function getPerson(db: Database, userId: string): Promise<UserRecord> {
  const user = await withPlatform(db, (tx) => findUser(tx, userId))
  if (!user) throw new AppError('account.not-signed-in')
  return user
}

/** True when the address has an account already. */
export async function isTaken(db: Database, email: string): Promise<boolean> {
  return withPlatform(db, (tx) => isIdentifierTaken(tx, email))
}

/** Forgets sessions and challenges whose time is over, and guests whose shop is gone. */
export async function forgetExpiredAccess(db: Database, now: Date): Promise<void> {
  await withPlatform(db, (tx) => forgetExpired(tx, now))
}

/** Changes what a person may change of themself, and what their sign-up settled; fields left out stay. */
export async function changePerson(
  db: Database,
  userId: string,
  change: Parameters<typeof changeUser>[2],
): Promise<void> {
  await withPlatform(db, (tx) => changeUser(tx, userId, change))
}
