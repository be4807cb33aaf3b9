// SPDX-License-Identifier: Apache-2.0
import type * as audit from '../../src/platform/audit/audit.ts'
import type * as account from '../../src/platform/auth/account.repository.ts'
import type * as businesses from '../../src/platform/auth/businesses.repository.ts'
import type * as queue from '../../src/platform/queue/enqueue.ts'
import type * as jobRuns from '../../src/platform/queue/job-runs.repository.ts'
import type { Samples, World } from './world.ts'

const later = (w: World) => new Date(w.now.getTime() + 86_400_000)

export const accountSamples: Samples<typeof account> = {
  changeUser: (w) => [[w.userId, { name: w.word('person'), language: 'ur', theme: 'dark' }]],
  findUser: (w) => [[w.userId]],
  forgetExpired: (w) => [[w.now]],
  isIdentifierTaken: (w) => [[w.word('address')]],
  listMemberships: (w) => [[w.userId]],
}

const slug = (w: World) => `shop-${w.tenantId.slice(0, 8)}`

const invitation = (w: World) => ({
  id: w.id('invitation'),
  tenantId: w.tenantId,
  role: 'clerk' as const,
  label: w.word('label'),
  createdAt: w.now,
  expiresAt: later(w),
  tokenHash: w.word('link'),
  createdBy: w.userId,
})

const token = (w: World) => ({
  id: w.id('token'),
  tenantId: w.tenantId,
  name: w.word('key'),
  prefix: 'resham_x',
  scopes: ['books.read' as const],
  createdAt: w.now,
  expiresAt: later(w),
  lastUsedAt: null,
  tokenHash: w.word('secret'),
  createdBy: w.userId,
})

export const businessSamples: Samples<typeof businesses> = {
  createBusiness: (w) => [
    [
      {
        id: w.tenantId,
        slug: slug(w),
        name: w.word('shop'),
        pack: 'zz',
        currency: 'XTS',
        timeZone: 'UTC',
        language: 'en',
        sample: false,
        expiresAt: null,
      },
    ],
  ],
  putMember: (w) => [[w.tenantId, w.userId, 'owner']],
  createInvitation: (w) => [[invitation(w)]],
  createToken: (w) => [[token(w)]],
  changeBusiness: (w) => [[w.tenantId, { name: w.word('new name'), language: 'ur' }]],
  isSlugTaken: (w) => [[slug(w)]],
  findBusiness: (w) => [[w.tenantId]],
  findBusinessOf: (w) => [[w.userId, slug(w)]],
  listBusinessesOf: (w) => [[w.userId]],
  listExpiredBusinesses: (w) => [[w.now]],
  countSamples: () => [[]],
  listMembers: (w) => [[w.tenantId]],
  lockMembers: (w) => [[w.tenantId]],
  listInvitations: (w) => [[w.tenantId, w.now]],
  lockInvitation: (w) => [[w.word('link'), w.now]],
  useInvitation: (w) => [[w.tenantId, w.id('invitation'), w.now]],
  listTokens: (w) => [[w.tenantId]],
  useToken: (w) => [[w.word('secret'), w.now]],
  listActorNames: (w) => [[w.tenantId, [w.userId, w.id('token')]]],
  removeMember: (w) => [[w.tenantId, w.id('a stranger')]],
  takeBackAccess: (w) => [[w.tenantId, w.id('a stranger')]],
  deleteInvitation: (w) => [[w.tenantId, w.id('invitation')]],
  deleteToken: (w) => [[w.tenantId, w.id('token')]],
}

export const auditSamples: Samples<typeof audit> = {
  recordAudit: (w) => [
    [
      { now: w.now, caller: { kind: 'person', userId: w.userId, sessionId: '', guest: false } },
      'item.changed',
      { kind: 'item', id: w.id('item') },
      { said: w.word('details') },
    ],
  ],
  listAudit: (w) => [[{ limit: 10 }], [{ before: w.id('event'), limit: 10 }]],
}

export const jobRunSamples: Samples<typeof jobRuns> = {
  createJobRun: (w) => [
    [{ id: w.id('run'), kind: 'samples.count', unit: 'lines', payload: { said: w.word('payload') }, now: w.now }],
  ],
  beginTry: (w) => [[w.id('run'), w.now]],
  saveProgress: (w) => [[w.id('run'), { done: 3, total: 10, now: w.now }]],
  setJobState: (w) => [[w.id('run'), 'failed', w.now, 'platform.unexpected']],
  waitAgain: (w) => [[w.id('run'), w.now]],
  findJobRun: (w) => [[w.id('run')]],
  listJobRuns: (w) => [[{ limit: 10 }], [{ state: 'failed', before: w.id('another run'), limit: 10 }]],
  findOpenJobRun: () => [[['samples.count']]],
}

export const queueSamples: Samples<typeof queue> = {
  enqueue: (w) => [[{ name: 'samples.count', unit: 'lines', attempts: 3 }, { said: w.word('message') }, w.now]],
  enqueueRun: (w) => [['samples.count', w.id('run'), 3]],
}
