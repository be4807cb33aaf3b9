// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints, businessEndpoints, type Endpoint, errorRow, packEndpoints } from '@resham/contract'
import type { Inject } from '../src/api.ts'

/** What a stand-in for one endpoint answers; a string is an error code. */
export type FakeAnswer = unknown | ((asked: { readonly path: string; readonly body: unknown }) => unknown)
export type FakeAnswers = Readonly<Record<string, FakeAnswer>>

const id = (n: number) => `0198f0a2-5b7c-7c11-a3de-${String(n).padStart(12, '0')}`
const at = '2026-11-24T09:30:00.000Z'
const business = {
  id: id(1),
  slug: 'sample',
  name: 'Sialkot Star Sports',
  pack: 'zz',
  currency: 'PKR',
  timeZone: 'UTC',
  language: 'en',
  sample: true,
  expiresAt: '2026-11-25T09:30:00.000Z',
  role: 'owner',
  books: { firstDay: '2023-11-25', lastDay: '2026-11-24' },
}

/** One signed-in owner of one sample shop, enough to draw every page. */
export const owner: FakeAnswers = {
  [accountEndpoints.read.id]: {
    id: id(2),
    name: 'Amina',
    email: 'amina@example.org',
    phone: null,
    language: 'en',
    digits: 'western',
    theme: 'system',
    guest: false,
    secondFactor: false,
    memberships: [{ businessId: id(1), slug: 'sample', name: business.name, role: 'owner', sample: true }],
  },
  [accountEndpoints.listSessions.id]: {
    items: [
      { id: 's1', current: true, device: 'Chrome, Android', createdAt: at, expiresAt: at },
      { id: 's2', current: false, device: 'Firefox, Windows', createdAt: at, expiresAt: at },
    ],
  },
  [accountEndpoints.listPasskeys.id]: { items: [{ id: 'p1', name: 'My phone', createdAt: at }] },
  [accountEndpoints.startSecondFactor.id]: {
    uri: 'otpauth://totp/Resham:amina@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Resham',
    secret: 'JBSWY3DPEHPK3PXP',
    recoveryCodes: ['abcd-efgh', 'ijkl-mnop', 'qrst-uvwx'],
  },
  [businessEndpoints.list.id]: {
    items: [
      business,
      { ...business, id: id(9), slug: 'noor', name: 'نور کریانہ سٹور', sample: false, books: null, role: 'clerk' },
    ],
  },
  [packEndpoints.list.id]: { items: [{ id: 'zz', names: { en: 'Zedland', ur: 'زیڈلینڈ' }, currency: 'XTS' }] },
  [businessEndpoints.read.id]: business,
  [businessEndpoints.listMembers.id]: {
    items: [
      { userId: id(2), name: 'Amina', role: 'owner', since: at, you: true },
      { userId: id(3), name: 'بلال احمد', role: 'clerk', since: at, you: false },
    ],
  },
  [businessEndpoints.listInvitations.id]: {
    items: [{ id: id(4), role: 'viewer', label: 'Uncle Rafiq', expiresAt: at, createdAt: at }],
  },
  [businessEndpoints.readInvitation.id]: { businessName: 'Star Sports', role: 'clerk' },
  [businessEndpoints.listTokens.id]: {
    items: [
      {
        id: id(5),
        name: 'Nightly import',
        prefix: 'rsh_3fk2',
        scopes: ['imports.run', 'books.read'],
        createdAt: at,
        expiresAt: at,
        lastUsedAt: null,
      },
    ],
  },
  [businessEndpoints.createToken.id]: {
    token: {
      id: id(6),
      name: 'Till',
      prefix: 'rsh_9aa1',
      scopes: ['books.read'],
      createdAt: at,
      expiresAt: at,
      lastUsedAt: null,
    },
    secret: 'rsh_9aa1_4h2kq8s7d6f5g4h3j2k1',
  },
  [businessEndpoints.invite.id]: {
    invitation: { id: id(7), role: 'clerk', label: 'Bilal', expiresAt: at, createdAt: at },
    token: 'inv_4h2kq8s7d6f5g4h3j2k1',
  },
  [businessEndpoints.listAudit.id]: {
    items: [
      {
        id: id(10),
        at,
        actor: { kind: 'person', name: 'Amina' },
        action: 'imports.start',
        subject: { kind: 'import', id: id(11) },
        details: { lines: 320705 },
      },
      {
        id: id(12),
        at,
        actor: { kind: 'token', name: 'Nightly import' },
        action: 'imports.upload',
        subject: { kind: 'import', id: id(11) },
        details: {},
      },
      {
        id: id(13),
        at,
        actor: { kind: 'person', name: 'بلال احمد' },
        action: 'members.change',
        subject: { kind: 'member', id: id(3) },
        details: { role: 'clerk' },
      },
    ],
    next: 'c2',
  },
  [businessEndpoints.listJobs.id]: {
    items: [
      {
        id: id(20),
        kind: 'import',
        state: 'working',
        unit: 'lines',
        done: 211000,
        total: 320705,
        attempts: 1,
        errorCode: null,
        startedAt: '2026-11-24T09:29:52.000Z',
        updatedAt: at,
      },
      {
        id: id(21),
        kind: 'import',
        state: 'failed',
        unit: 'lines',
        done: 1200,
        total: null,
        attempts: 3,
        errorCode: 'platform.job-failed',
        startedAt: at,
        updatedAt: at,
      },
    ],
    next: null,
  },
}

const endpoints: readonly Endpoint[] = [
  ...Object.values(accountEndpoints),
  ...Object.values(businessEndpoints),
  ...Object.values(packEndpoints),
]

/** A stand-in for the API, for tests of pages and for looking at them; never shipped. */
export function fakeApi(answers: FakeAnswers): Inject {
  return async ({ method, url, payload }) => {
    const path = url.split('?')[0] ?? url
    const endpoint = endpoints.find((item) => item.method === method && matches(item.path, path))
    const given = endpoint ? answers[endpoint.id] : undefined
    const body = payload && payload.toString() !== '' ? (JSON.parse(payload.toString()) as unknown) : undefined
    const answer = typeof given === 'function' ? (given as (asked: unknown) => unknown)({ path, body }) : given
    if (!endpoint || (given === undefined && endpoint.access !== 'signed-in' && endpoint.access !== 'public')) {
      return reply(404, problem('platform.not-found'))
    }
    if (given === undefined)
      return endpoint.method === 'GET' ? reply(401, problem('account.not-signed-in')) : reply(200, {})
    if (typeof answer === 'string') return reply(errorRow(answer).status, problem(answer))
    return reply(endpoint.status, answer)
  }
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
}

function problem(code: string) {
  return {
    type: 'about:blank',
    title: `errors.${code}`,
    status: errorRow(code).status,
    code,
    details: {},
    requestId: id(99),
  }
}

function reply(statusCode: number, body: unknown): Awaited<ReturnType<Inject>> {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    rawPayload: new TextEncoder().encode(JSON.stringify(body)),
  }
}
