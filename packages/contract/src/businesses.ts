// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { languages } from './account.ts'
import { endpoint } from './endpoint.ts'
import { permissions, roles } from './permissions.ts'
import { Currency, Day, Empty, Id, Instant, Line, Maybe, OneOf, Page, PageQuery } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
/** The part of every address that is about one business: its slug or its id. */
export const businessParam = { business: Type.String({ minLength: 2, maxLength: 64 }) }
const AtBusiness = Type.Object(businessParam)

/** What a slug looks like: part of the addresses people share. */
export const slugPattern = '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])$'

export const Business = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  /** Which country pack it lives by. */
  pack: Type.String(),
  currency: Currency,
  /** IANA name. */
  timeZone: Type.String(),
  language: OneOf(languages),
  /** An invented shop to look around in; goes away at `expiresAt`. */
  sample: Type.Boolean(),
  expiresAt: Maybe(Instant),
  role: OneOf(roles),
  /** First and last day of the books; null when there are none yet. */
  books: Maybe(Type.Object({ firstDay: Day, lastDay: Day })),
})

export const Member = Type.Object({
  userId: Id,
  name: Type.String(),
  role: OneOf(roles),
  since: Instant,
  you: Type.Boolean(),
})
export const Invitation = Type.Object({
  id: Id,
  role: OneOf(roles),
  label: Type.String(),
  expiresAt: Instant,
  createdAt: Instant,
})
export const ApiToken = Type.Object({
  id: Id,
  name: Type.String(),
  prefix: Type.String(),
  scopes: Type.Array(OneOf(permissions)),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Maybe(Instant),
})
export const AuditEvent = Type.Object({
  id: Id,
  at: Instant,
  actor: Type.Object({ kind: OneOf(['person', 'token', 'system'] as const), name: Type.String() }),
  action: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  details: Type.Record(Type.String(), Type.Unknown()),
})
/** A long piece of work, as the person sees it. */
export const jobStates = ['waiting', 'working', 'done', 'failed', 'cancelled'] as const
export const JobRun = Type.Object({
  id: Id,
  kind: Type.String(),
  state: OneOf(jobStates),
  /** What the units are: `bytes`, `lines`, `items`. */
  unit: Type.String(),
  done: Type.Number(),
  total: Maybe(Type.Number()),
  attempts: Type.Integer(),
  errorCode: Maybe(Type.String()),
  startedAt: Maybe(Instant),
  updatedAt: Instant,
})

export const businessEndpoints = {
  list: endpoint({
    id: 'businesses.list',
    method: 'GET',
    path: '/api/v1/businesses',
    summary: 'The businesses you belong to.',
    access: 'signed-in',
    response: Type.Object({ items: Type.Array(Business) }),
    status: 200,
  }),
  create: endpoint({
    id: 'businesses.create',
    method: 'POST',
    path: '/api/v1/businesses',
    summary: 'Open a business; you become its owner.',
    access: 'signed-in',
    body: Type.Object({
      name: Line(120),
      slug: Type.Optional(Type.String({ pattern: slugPattern })),
      pack: Type.String({ pattern: '^[a-z]{2}$' }),
      currency: Type.Optional(Currency),
      language: Type.Optional(OneOf(languages)),
    }),
    response: Business,
    status: 201,
    example: { name: 'Star Sports', pack: 'zz' },
  }),
  read: endpoint({
    id: 'businesses.read',
    method: 'GET',
    path: inBusiness,
    summary: 'One business.',
    access: 'books.read',
    params: AtBusiness,
    response: Business,
    status: 200,
  }),
  change: endpoint({
    id: 'businesses.change',
    method: 'PATCH',
    path: inBusiness,
    summary: 'Change name, language or time zone.',
    access: 'settings.manage',
    params: AtBusiness,
    body: Type.Object({
      name: Type.Optional(Line(120)),
      language: Type.Optional(OneOf(languages)),
      timeZone: Type.Optional(Line(64)),
    }),
    response: Business,
    status: 200,
    example: { name: 'Star Sports and Sons' },
  }),
  listMembers: endpoint({
    id: 'businesses.listMembers',
    method: 'GET',
    path: `${inBusiness}/members`,
    summary: 'Who belongs to the business.',
    access: 'people.read',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(Member) }),
    status: 200,
  }),
  changeMember: endpoint({
    id: 'businesses.changeMember',
    method: 'PATCH',
    path: `${inBusiness}/members/:user`,
    summary: "Change a member's role. The last owner stays owner.",
    access: 'people.manage',
    params: Type.Object({ ...businessParam, user: Id }),
    body: Type.Object({ role: OneOf(roles) }),
    response: Member,
    status: 200,
    example: { role: 'manager' },
  }),
  removeMember: endpoint({
    id: 'businesses.removeMember',
    method: 'DELETE',
    path: `${inBusiness}/members/:user`,
    summary: 'Remove a member.',
    access: 'people.manage',
    params: Type.Object({ ...businessParam, user: Id }),
    response: Empty,
    status: 200,
  }),
  leave: endpoint({
    id: 'businesses.leave',
    method: 'POST',
    path: `${inBusiness}/leave`,
    summary: 'Leave the business. The last owner cannot.',
    access: 'people.read',
    params: AtBusiness,
    response: Empty,
    status: 200,
  }),
  listInvitations: endpoint({
    id: 'businesses.listInvitations',
    method: 'GET',
    path: `${inBusiness}/invitations`,
    summary: 'Open invitations.',
    access: 'people.manage',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(Invitation) }),
    status: 200,
  }),
  invite: endpoint({
    id: 'businesses.invite',
    method: 'POST',
    path: `${inBusiness}/invitations`,
    summary: 'Make a link that lets one person join. The link is shown once.',
    access: 'people.manage',
    params: AtBusiness,
    body: Type.Object({ role: OneOf(roles), label: Line(80) }),
    response: Type.Object({ invitation: Invitation, token: Type.String() }),
    status: 201,
    example: { role: 'clerk', label: 'Bilal, counter' },
  }),
  withdrawInvitation: endpoint({
    id: 'businesses.withdrawInvitation',
    method: 'DELETE',
    path: `${inBusiness}/invitations/:invitation`,
    summary: 'Withdraw an invitation.',
    access: 'people.manage',
    params: Type.Object({ ...businessParam, invitation: Id }),
    response: Empty,
    status: 200,
  }),
  readInvitation: endpoint({
    id: 'invitations.read',
    method: 'GET',
    path: '/api/v1/invitations/:token',
    summary: 'What an invitation link invites to.',
    access: 'public',
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
    response: Type.Object({ businessName: Type.String(), role: OneOf(roles) }),
    status: 200,
  }),
  acceptInvitation: endpoint({
    id: 'invitations.accept',
    method: 'POST',
    path: '/api/v1/invitations/:token/acceptance',
    summary: 'Join the business of an invitation link.',
    access: 'signed-in',
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
    response: Type.Object({ slug: Type.String() }),
    status: 200,
  }),
  listTokens: endpoint({
    id: 'tokens.list',
    method: 'GET',
    path: `${inBusiness}/tokens`,
    summary: 'The keys that let other programs in.',
    access: 'tokens.manage',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(ApiToken) }),
    status: 200,
  }),
  createToken: endpoint({
    id: 'tokens.create',
    method: 'POST',
    path: `${inBusiness}/tokens`,
    summary: 'Make a key for another program. It is shown once.',
    access: 'tokens.manage',
    params: AtBusiness,
    body: Type.Object({
      name: Line(80),
      scopes: Type.Array(OneOf(permissions), { minItems: 1, maxItems: permissions.length }),
      days: Type.Integer({ minimum: 1, maximum: 366 }),
    }),
    response: Type.Object({ token: ApiToken, secret: Type.String() }),
    status: 201,
    example: { name: 'Nightly import', scopes: ['imports.run', 'books.read'], days: 90 },
  }),
  revokeToken: endpoint({
    id: 'tokens.revoke',
    method: 'DELETE',
    path: `${inBusiness}/tokens/:token`,
    summary: 'Take a key back.',
    access: 'tokens.manage',
    params: Type.Object({ ...businessParam, token: Id }),
    response: Empty,
    status: 200,
  }),
  listAudit: endpoint({
    id: 'audit.list',
    method: 'GET',
    path: `${inBusiness}/audit`,
    summary: 'Who did what to what, newest first.',
    access: 'audit.read',
    params: AtBusiness,
    query: Type.Object(PageQuery),
    response: Page(AuditEvent),
    status: 200,
  }),
  listJobs: endpoint({
    id: 'jobs.list',
    method: 'GET',
    path: `${inBusiness}/jobs`,
    summary: 'Long work: waiting, working, and what failed.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({ ...PageQuery, state: Type.Optional(OneOf(jobStates)) }),
    response: Page(JobRun),
    status: 200,
  }),
  retryJob: endpoint({
    id: 'jobs.retry',
    method: 'POST',
    path: `${inBusiness}/jobs/:job/retry`,
    summary: 'Try failed work again.',
    access: 'jobs.retry',
    params: Type.Object({ ...businessParam, job: Id }),
    response: JobRun,
    status: 202,
  }),
} as const
