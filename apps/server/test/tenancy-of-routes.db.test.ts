// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as contract from '@resham/contract'
import { type Endpoint, type Permission, permissions, roleAllows, roles } from '@resham/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putMember } from '#platform/auth/businesses.repository.ts'
import { withPlatform } from '#platform/db/tenancy.ts'
import { composeApp } from '../src/main/compose.ts'
import { type Answer, aPerson, aVisitor, type Visitor } from './a-person.ts'
import { fillWorld } from './samples/record.ts'
import { aWorld, type World } from './samples/world.ts'
import { idsOf, snapshotOf } from './snapshot.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { origin } from './test-platform.ts'
import { idParams, validInput } from './valid-input.ts'

let at: TestDatabase
let home: string
let app: FastifyInstance
let endpoints: readonly Endpoint[]
let calls = 0

const amina = aWorld('Amina')
const zed = aWorld('Zed')
type Member = Awaited<ReturnType<typeof aPerson>>
const aminas = new Map<string, Member>()
let zedOwner: Member
let zedToken: Visitor

beforeAll(async () => {
  at = await openTestDatabase()
  home = await mkdtemp(join(tmpdir(), 'resham-tenancy-'))
  const secret = 'a secret for tests, longer than it must be'
  const parts = {
    db: at.db,
    clock: () => new Date(),
    home,
    origin,
    secret,
    logLevel: 'silent',
    rateLimits: false,
    rememberMs: 0,
  }
  const composed = await composeApp(parts)
  app = composed.app
  endpoints = composed.routes.map((route) => route.endpoint)
  await fillWorld(at.ownerUrl, amina)
  await fillWorld(at.ownerUrl, zed)
  for (const role of roles) aminas.set(role, await aMemberOf(amina, role))
  zedOwner = await aMemberOf(zed, 'owner')
  zedToken = await aProgram(zedOwner, zed, [...permissions])
})
afterAll(async () => {
  await app.close()
  await at.close()
  await rm(home, { recursive: true, force: true })
})

async function aMemberOf(world: World, role: (typeof roles)[number]): Promise<Member> {
  const person = await aPerson(app, { name: `${role} of ${world.word('shop')}` })
  await withPlatform(at.db, (tx) => putMember(tx, world.tenantId, person.userId, role))
  return person
}

async function aProgram(owner: Visitor, world: World, scopes: readonly Permission[]): Promise<Visitor> {
  const { body } = await owner.post(`/api/v1/businesses/${world.tenantId}/tokens`, { name: 'Program', scopes, days: 1 })
  return aVisitor(app, { token: body.secret })
}

const isOfBusiness = (endpoint: Endpoint) => endpoint.path.startsWith('/api/v1/businesses/:business')
const ofBusinesses = () => endpoints.filter(isOfBusiness)

async function ask(visitor: Visitor, endpoint: Endpoint, params: Record<string, string> = {}): Promise<Answer> {
  calls += 1
  const { url, body } = validInput(endpoint, params)
  const headers = endpoint.body === 'bytes' ? { 'content-type': 'application/octet-stream' } : {}
  return visitor.call(endpoint.method, url, body, headers)
}

/** What an answer says, without what differs from one request to the next. */
function said({ status, body }: Answer): unknown {
  const { requestId: _differs, ...rest } = body
  return { status, ...rest }
}

const asWords = ({ body }: Answer) => (typeof body === 'string' ? body : JSON.stringify(body))

test('every endpoint of the contract is answered, and nothing else is', () => {
  const wanted = Object.entries(contract)
    .filter(([name]) => name.endsWith('Endpoints'))
    .flatMap(([, group]) => Object.values(group as Record<string, Endpoint>).map((endpoint) => endpoint.id))
  expect(endpoints.map((endpoint) => endpoint.id).sort()).toEqual(wanted.sort())
})

test('what is about a business asks for a permission, and a permission is only asked about a business', () => {
  for (const endpoint of endpoints) {
    const asks = endpoint.access !== 'public' && endpoint.access !== 'signed-in'
    expect(asks, endpoint.id).toBe(isOfBusiness(endpoint))
  }
})

test('a stranger learns nothing: a business that is not theirs looks like one that does not exist', async () => {
  const before = await snapshotOf(at, amina.tenantId)
  const guest = aVisitor(app)
  await guest.post('/api/v1/look-around', {})
  const slug = `shop-${amina.tenantId.slice(0, 8)}`
  for (const endpoint of ofBusinesses()) {
    for (const stranger of [zedOwner, zedToken, guest]) {
      const absent = said(await ask(stranger, endpoint, { business: 'no-such-shop' }))
      expect(absent, endpoint.id).toMatchObject({ status: 404, code: 'platform.not-found' })
      for (const business of [slug, amina.tenantId]) {
        expect(said(await ask(stranger, endpoint, { business })), endpoint.id).toEqual(absent)
      }
    }
    for (const unknown of [aVisitor(app), aVisitor(app, { token: `resham_${'x'.repeat(43)}` })]) {
      const answer = await ask(unknown, endpoint, { business: slug })
      expect(said(answer), endpoint.id).toMatchObject({ status: 401, code: 'account.not-signed-in' })
    }
  }
  expect(await snapshotOf(at, amina.tenantId)).toEqual(before)
})

test("in one's own business another's things do not exist", async () => {
  const before = await snapshotOf(at, amina.tenantId)
  const foreign = await idsOf(at, amina.tenantId)
  expect(foreign.length).toBeGreaterThan(5)
  for (const endpoint of ofBusinesses()) {
    const named = idParams(endpoint)
    const people = [...aminas.values()].map((member) => member.userId)
    const ids = named.length === 0 ? [''] : named.includes('user') ? people : foreign
    for (const id of ids) {
      const params = { business: zed.tenantId, ...Object.fromEntries(named.map((name) => [name, id])) }
      const answer = await ask(zedOwner, endpoint, params)
      expect(asWords(answer), endpoint.id).not.toMatch(/Amina/)
      if (named.length > 0) expect(answer.status, `${endpoint.id} ${asWords(answer)}`).toBe(404)
      else expect(answer.status, `${endpoint.id} ${asWords(answer)}`).toBeLessThan(500)
    }
  }
  expect(await snapshotOf(at, amina.tenantId)).toEqual(before)
})

test('each role, and each key, may do what the table of permissions says and no more', async () => {
  const owner = aminas.get('owner') as Member
  for (const endpoint of ofBusinesses()) {
    const permission = endpoint.access as Permission
    for (const role of roles) {
      const member = aminas.get(role) as Member
      // Some calls end a membership: it is given back before each.
      await withPlatform(at.db, (tx) => putMember(tx, amina.tenantId, member.userId, role))
      const answer = await ask(member, endpoint, { business: amina.tenantId })
      expect(answer.status, `${endpoint.id} ${asWords(answer)}`).toBeLessThan(500)
      const isForbidden = answer.status === 403 && answer.body.details?.needs === permission
      expect(isForbidden, `${endpoint.id} as ${role}: ${asWords(answer)}`).toBe(!roleAllows(role, permission))
    }
    for (const [scopes, allowed] of [
      [[permission], true],
      [permissions.filter((one) => one !== permission), false],
    ] as const) {
      await withPlatform(at.db, (tx) => putMember(tx, amina.tenantId, owner.userId, 'owner'))
      const answer = await ask(await aProgram(owner, amina, scopes), endpoint, { business: amina.tenantId })
      expect(answer.status, `${endpoint.id} ${asWords(answer)}`).toBeLessThan(500)
      const isForbidden = answer.status === 403 && answer.body.details?.needs === permission
      expect(isForbidden, `${endpoint.id} with ${scopes}: ${asWords(answer)}`).toBe(!allowed)
    }
  }
})

test('what is about no business tells nobody about one', async () => {
  // Zed has left his own business on the way, and his key went with him.
  await withPlatform(at.db, (tx) => putMember(tx, zed.tenantId, zedOwner.userId, 'owner'))
  zedToken = await aProgram(zedOwner, zed, [...permissions])
  for (const endpoint of endpoints.filter((one) => !isOfBusiness(one))) {
    const answers = [await ask(aVisitor(app), endpoint), await ask(zedToken, endpoint)]
    const wanted = endpoint.access === 'public' ? [undefined, undefined] : [401, 403]
    const person = await aPerson(app)
    answers.push(await ask(person, endpoint))
    answers.forEach((answer, index) => {
      expect(answer.status, `${endpoint.id} ${asWords(answer)}`).toBeLessThan(500)
      expect(asWords(answer), endpoint.id).not.toMatch(/Amina/)
      if (wanted[index] !== undefined) expect(answer.status, endpoint.id).toBe(wanted[index])
    })
  }
})

afterAll(() => {
  process.stdout.write(
    `Tenancy: ${endpoints.length} routes, ${ofBusinesses().length} of them about a business, walked with ${calls} calls ` +
      `by two businesses, ${roles.length} roles, ${permissions.length} scopes, a guest and nobody\n`,
  )
})
