// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { type businessEndpoints as at, type Business, type RequestOf, type Role, roleAllows } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '../audit/audit.ts'
import type { Database } from '../db/pool.ts'
import { type PlatformTx, type TenantTx, tenantId, withPlatform, withTenant } from '../db/tenancy.ts'
import type { BusinessContext, PersonContext } from '../http/route.ts'
import { newId } from '../ids.ts'
import {
  type BusinessRecord,
  findBusiness,
  isSlugTaken,
  listBusinessesOf,
  listMembers as listKeptMembers,
  lockMembers,
  putMember,
  createBusiness as saveBusiness,
  changeBusiness as saveChange,
  takeBackAccess,
  removeMember as takeOut,
} from './businesses.repository.ts'
import { proposeSlug } from './slug.ts'

/** What a country is to a new business. */
export type CountryDefaults = {
  readonly currency: string
  readonly timeZone: string
  readonly language: 'en' | 'ur'
  isCurrency(code: string): boolean
}

/** Finds a country pack's defaults by its id. */
export type FindCountry = (pack: string) => CountryDefaults | undefined

/** Tells first and last day of a business's books, as text; null while they are empty. */
export type DescribeBooks = (tx: TenantTx) => Promise<{ firstDay: string; lastDay: string } | null>

/** What businesses are built on. */
export type BusinessParts = { readonly findCountry: FindCountry; readonly describeBooks: DescribeBooks }

/** Businesses of the person. */
export async function listBusinesses(ctx: PersonContext, parts: BusinessParts) {
  const businesses = await withPlatform(ctx.db, (tx) => listBusinessesOf(tx, ctx.caller.userId))
  return { items: await Promise.all(businesses.map((business) => toReply(ctx.db, business, parts.describeBooks))) }
}

/** Opens a business. @throws account.guest-cannot, business.pack-unknown, business.currency-unknown, business.slug-taken */
export async function createBusiness(ctx: PersonContext, { body }: RequestOf<typeof at.create>, parts: BusinessParts) {
  if (ctx.caller.guest) throw new AppError('account.guest-cannot')
  const country = parts.findCountry(body.pack)
  if (!country) throw new AppError('business.pack-unknown', { pack: body.pack })
  const currency = body.currency ?? country.currency
  if (!country.isCurrency(currency)) throw new AppError('business.currency-unknown', { currency })
  const business = await openBusiness(ctx, {
    name: body.name,
    ...(body.slug === undefined ? {} : { slug: body.slug }),
    pack: body.pack,
    currency,
    timeZone: country.timeZone,
    language: body.language ?? country.language,
  })
  return toReply(ctx.db, { ...business, role: 'owner' }, parts.describeBooks)
}

/** The business, as the door found it. */
export async function readBusiness(ctx: BusinessContext, parts: BusinessParts) {
  const { tenantId: id, ...business } = ctx.business
  return toReply(ctx.db, { id, ...business }, parts.describeBooks)
}

/** Changes name, language or time zone. @throws business.time-zone-unknown */
export async function changeBusiness(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.change>,
  parts: BusinessParts,
) {
  if (body.timeZone !== undefined && !isTimeZone(body.timeZone)) throw new AppError('business.time-zone-unknown')
  await withPlatform(ctx.db, (tx) => saveChange(tx, ctx.business.tenantId, body))
  await audit(ctx, 'business.changed', 'business', ctx.business.tenantId, { fields: Object.keys(body) })
  return toReply(ctx.db, await currentBusiness(ctx), parts.describeBooks)
}

/** Who belongs to the business. */
export async function listMembers(ctx: BusinessContext) {
  const members = await withPlatform(ctx.db, (tx) => listKeptMembers(tx, ctx.business.tenantId))
  return {
    items: members.map((member) => ({
      ...member,
      since: member.since.toISOString(),
      you: isCaller(ctx, member.userId),
    })),
  }
}

/** Changes a member's role. @throws platform.not-found, business.last-owner */
export async function changeMember(ctx: BusinessContext, { params, body }: RequestOf<typeof at.changeMember>) {
  needPerson(ctx)
  const member = await withPlatform(ctx.db, async (tx) => {
    await keepAnOwner(tx, ctx, params.user, body.role)
    await putMember(tx, ctx.business.tenantId, params.user, body.role)
    if (!roleAllows(body.role, 'tokens.manage')) await takeBackAccess(tx, ctx.business.tenantId, params.user)
    return (await listKeptMembers(tx, ctx.business.tenantId)).find((one) => one.userId === params.user)
  })
  if (!member) throw new AppError('platform.not-found')
  await audit(ctx, 'member.changed', 'member', params.user, { role: body.role })
  return { ...member, since: member.since.toISOString(), you: isCaller(ctx, member.userId) }
}

/** Takes a member out. @throws platform.not-found, business.last-owner */
export async function removeMember(ctx: BusinessContext, { params }: RequestOf<typeof at.removeMember>) {
  needPerson(ctx)
  await leaveTogether(ctx, params.user)
  return {}
}

/** Takes the caller out. @throws business.last-owner */
export async function leave(ctx: BusinessContext) {
  if (ctx.caller.kind !== 'person') throw new AppError('platform.forbidden', { needs: 'person' })
  await leaveTogether(ctx, ctx.caller.userId)
  return {}
}

async function leaveTogether(ctx: BusinessContext, userId: string): Promise<void> {
  await withPlatform(ctx.db, async (tx) => {
    await keepAnOwner(tx, ctx, userId, null)
    await takeOut(tx, ctx.business.tenantId, userId)
    await takeBackAccess(tx, ctx.business.tenantId, userId)
  })
  await audit(ctx, 'member.removed', 'member', userId)
}

/** Opens a business with its first owner. @throws business.slug-taken */
export async function openBusiness(
  ctx: PersonContext,
  wanted: Omit<BusinessRecord, 'id' | 'slug' | 'sample' | 'expiresAt'> & {
    slug?: string
    sample?: boolean
    expiresAt?: Date
  },
): Promise<BusinessRecord> {
  const id = tenantId(newId(ctx.now))
  const business = await withPlatform(ctx.db, async (tx) => {
    if (wanted.slug !== undefined && (await isSlugTaken(tx, wanted.slug))) throw new AppError('business.slug-taken')
    const proposed = wanted.slug ?? proposeSlug(wanted.name, id)
    const slug = wanted.slug === undefined && (await isSlugTaken(tx, proposed)) ? proposeSlug('', id) : proposed
    const made = { ...wanted, id, slug, sample: wanted.sample ?? false, expiresAt: wanted.expiresAt ?? null }
    await saveBusiness(tx, made)
    await putMember(tx, id, ctx.caller.userId, 'owner')
    return made
  })
  await withTenant(ctx.db, id, (tx) => recordAudit(tx, ctx, 'business.opened', { kind: 'business', id }))
  return business
}

async function currentBusiness(ctx: BusinessContext): Promise<BusinessRecord & { role: Role }> {
  const business = await withPlatform(ctx.db, (tx) => findBusiness(tx, ctx.business.tenantId))
  if (!business) throw new AppError('platform.not-found')
  return { ...business, role: ctx.business.role }
}

/** @throws platform.not-found for one who is no member; business.last-owner when no owner would be left. */
async function keepAnOwner(tx: PlatformTx, ctx: BusinessContext, userId: string, next: Role | null): Promise<void> {
  const members = await lockMembers(tx, ctx.business.tenantId)
  if (!members.some((member) => member.userId === userId)) throw new AppError('platform.not-found')
  const owners = members.filter((member) => member.role === 'owner' && member.userId !== userId)
  if (owners.length === 0 && next !== 'owner') throw new AppError('business.last-owner')
}

// A program that could change roles could make its owner anything.
function needPerson(ctx: BusinessContext): void {
  if (ctx.caller.kind !== 'person') throw new AppError('platform.forbidden', { needs: 'person' })
}

function isCaller(ctx: BusinessContext, userId: string): boolean {
  return ctx.caller.kind === 'person' && ctx.caller.userId === userId
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

async function audit(
  ctx: BusinessContext,
  action: string,
  kind: string,
  id: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await withTenant(ctx.db, ctx.business.tenantId, (tx) => recordAudit(tx, ctx, action, { kind, id }, details))
}

async function toReply(
  db: Database,
  business: BusinessRecord & { role: Role },
  describeBooks: DescribeBooks,
): Promise<Static<typeof Business>> {
  const books = await withTenant(db, tenantId(business.id), describeBooks)
  return { ...business, expiresAt: business.expiresAt?.toISOString() ?? null, books }
}
