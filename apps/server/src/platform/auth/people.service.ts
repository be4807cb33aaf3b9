// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { businessEndpoints as at, RequestOf } from '@resham/contract'
import { listAudit as listEvents, recordAudit } from '../audit/audit.ts'
import { tenantId, withPlatform, withTenant } from '../db/tenancy.ts'
import { beforeCursor, pageOf, pageSize } from '../http/paging.ts'
import type { BusinessContext, Context, PersonContext } from '../http/route.ts'
import { newId } from '../ids.ts'
import {
  createInvitation,
  deleteInvitation,
  deleteToken,
  findBusiness,
  type InvitationRecord,
  createToken as keepToken,
  listActorNames,
  listTokens as listKeptTokens,
  listMembers,
  listInvitations as listOpenInvitations,
  lockInvitation,
  putMember,
  type TokenRecord,
  useInvitation,
} from './businesses.repository.ts'
import { freshSecret, hashOfSecret } from './secrets.ts'

const invitationDays = 7
const dayMs = 86_400_000

/** Invitations of a business that can still be used. */
export async function listInvitations(ctx: BusinessContext) {
  const items = await withPlatform(ctx.db, (tx) => listOpenInvitations(tx, ctx.business.tenantId, ctx.now))
  return { items: items.map(toInvitationReply) }
}

/** Makes a link that lets one person join. @throws account.guest-cannot in a sample shop */
export async function invite(ctx: BusinessContext, { body }: RequestOf<typeof at.invite>) {
  if (ctx.caller.kind !== 'person') throw new AppError('platform.forbidden', { needs: 'person' })
  if (ctx.business.sample) throw new AppError('account.guest-cannot')
  const { secret, hash } = freshSecret('invite')
  const invitation: InvitationRecord = {
    id: newId(ctx.now),
    tenantId: ctx.business.tenantId,
    role: body.role,
    label: body.label,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + invitationDays * dayMs),
  }
  const createdBy = ctx.caller.userId
  await withPlatform(ctx.db, (tx) => createInvitation(tx, { ...invitation, tokenHash: hash, createdBy }))
  await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    recordAudit(tx, ctx, 'invitation.made', { kind: 'invitation', id: invitation.id }, { role: body.role }),
  )
  return { invitation: toInvitationReply(invitation), token: secret }
}

/** Withdraws an invitation. @throws platform.not-found */
export async function withdrawInvitation(ctx: BusinessContext, { params }: RequestOf<typeof at.withdrawInvitation>) {
  const done = await withPlatform(ctx.db, (tx) => deleteInvitation(tx, ctx.business.tenantId, params.invitation))
  if (!done) throw new AppError('platform.not-found')
  await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    recordAudit(tx, ctx, 'invitation.withdrawn', { kind: 'invitation', id: params.invitation }),
  )
  return {}
}

/** What a link invites to. @throws business.invitation-over */
export async function readInvitation(ctx: Context, { params }: RequestOf<typeof at.readInvitation>) {
  return withPlatform(ctx.db, async (tx) => {
    const invitation = await lockInvitation(tx, hashOfSecret(params.token), ctx.now)
    const business = invitation && (await findBusiness(tx, invitation.tenantId))
    if (!invitation || !business) throw new AppError('business.invitation-over')
    return { businessName: business.name, role: invitation.role }
  })
}

/** Joins the business of a link. @throws business.invitation-over, business.already-member */
export async function acceptInvitation(ctx: PersonContext, { params }: RequestOf<typeof at.acceptInvitation>) {
  if (ctx.caller.guest) throw new AppError('account.guest-cannot')
  const joined = await withPlatform(ctx.db, async (tx) => {
    const invitation = await lockInvitation(tx, hashOfSecret(params.token), ctx.now)
    const business = invitation && (await findBusiness(tx, invitation.tenantId))
    if (!invitation || !business) throw new AppError('business.invitation-over')
    const members = await listMembers(tx, business.id)
    if (members.some((member) => member.userId === ctx.caller.userId)) throw new AppError('business.already-member')
    await putMember(tx, business.id, ctx.caller.userId, invitation.role)
    await useInvitation(tx, business.id, invitation.id, ctx.now)
    return { business, invitation }
  })
  await withTenant(ctx.db, tenantId(joined.business.id), (tx) =>
    recordAudit(tx, ctx, 'member.joined', { kind: 'member', id: ctx.caller.userId }, { role: joined.invitation.role }),
  )
  return { slug: joined.business.slug }
}

/** Keys of a business. */
export async function listTokens(ctx: BusinessContext) {
  const tokens = await withPlatform(ctx.db, (tx) => listKeptTokens(tx, ctx.business.tenantId))
  return { items: tokens.map(toTokenReply) }
}

/** Makes a key for another program; its secret is in this answer and nowhere else. */
export async function createToken(ctx: BusinessContext, { body }: RequestOf<typeof at.createToken>) {
  if (ctx.caller.kind !== 'person') throw new AppError('platform.forbidden', { needs: 'person' })
  const { secret, hash, prefix } = freshSecret('resham')
  const token: TokenRecord = {
    id: newId(ctx.now),
    tenantId: ctx.business.tenantId,
    name: body.name,
    prefix,
    scopes: [...new Set(body.scopes)],
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + body.days * dayMs),
    lastUsedAt: null,
  }
  const createdBy = ctx.caller.userId
  await withPlatform(ctx.db, (tx) => keepToken(tx, { ...token, tokenHash: hash, createdBy }))
  await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    recordAudit(tx, ctx, 'token.made', { kind: 'token', id: token.id }, { scopes: token.scopes, days: body.days }),
  )
  return { token: toTokenReply(token), secret }
}

/** Takes a key back. @throws platform.not-found */
export async function revokeToken(ctx: BusinessContext, { params }: RequestOf<typeof at.revokeToken>) {
  const done = await withPlatform(ctx.db, (tx) => deleteToken(tx, ctx.business.tenantId, params.token))
  if (!done) throw new AppError('platform.not-found')
  await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    recordAudit(tx, ctx, 'token.revoked', { kind: 'token', id: params.token }),
  )
  return {}
}

/** A page of the audit trail, with names. */
export async function listAudit(ctx: BusinessContext, { query }: RequestOf<typeof at.listAudit>) {
  const size = pageSize(query)
  const events = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    listEvents(tx, { limit: size + 1, ...beforeCursor(query) }),
  )
  const { items: page, next } = pageOf(events, size, (last) => last.id)
  const actors = [...new Set(page.flatMap((event) => (event.actorId ? [event.actorId] : [])))]
  const names = await withPlatform(ctx.db, (tx) => listActorNames(tx, ctx.business.tenantId, actors))
  return {
    items: page.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      actor: { kind: event.actorKind, name: names.get(event.actorId ?? '') ?? '' },
      action: event.action,
      subject: { kind: event.subjectKind, id: event.subjectId },
      details: event.details,
    })),
    next,
  }
}

function toInvitationReply(invitation: InvitationRecord) {
  const { id, role, label, createdAt, expiresAt } = invitation
  return { id, role, label, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
}

function toTokenReply(token: TokenRecord) {
  const { id, name, prefix, scopes } = token
  return {
    id,
    name,
    prefix,
    scopes,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }
}
