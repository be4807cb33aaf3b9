// SPDX-License-Identifier: Apache-2.0
import { isErrorCode } from '@resham/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { forgetOldKeys } from '#platform/http/idempotency.ts'
import { anOwner, aPerson, aVisitor } from './a-person.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'
import { openWholePlatform } from './whole-platform.ts'

let at: TestPlatform
beforeAll(async () => {
  at = await openTestPlatform()
})
afterAll(() => at.close())

const business = { name: 'Once Only', pack: 'zz' }

describe('a write with an idempotency key', () => {
  const once = (key: string) => ({ 'idempotency-key': key })

  test('is done once, and answered the same again', async () => {
    const person = await aPerson(at.app)
    const first = await person.post('/api/v1/businesses', business, once('key-0001'))
    const second = await person.post('/api/v1/businesses', business, once('key-0001'))
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(second.headers['idempotent-replay']).toBe('true')
    expect((await person.get('/api/v1/businesses')).body.items).toHaveLength(1)
  })

  test('sent twice at the same moment is done once', async () => {
    const person = await aPerson(at.app)
    const both = await Promise.all([1, 2].map(() => person.post('/api/v1/businesses', business, once('key-0002'))))
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
    expect((await person.get('/api/v1/businesses')).body.items).toHaveLength(1)
  })

  test('with another body is refused', async () => {
    const person = await aPerson(at.app)
    await person.post('/api/v1/businesses', business, once('key-0003'))
    const other = await person.post('/api/v1/businesses', { ...business, name: 'Other' }, once('key-0003'))
    expect(other).toMatchObject({ status: 409, body: { code: 'platform.idempotency-mismatch' } })
  })

  test('that was refused can be tried again', async () => {
    const person = await aPerson(at.app)
    const taken = await anOwner(at.app)
    const asked = { ...business, slug: taken.slug }
    const tries = [1, 2].map(() => person.post('/api/v1/businesses', asked, once('key-0004')))
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(409)
    expect((await person.post('/api/v1/businesses', asked, once('key-0004'))).body.code).toBe('business.slug-taken')
  })

  test("does not meet another person's", async () => {
    const [one, two] = [await aPerson(at.app), await aPerson(at.app)]
    const made = [one, two].map((person) => person.post('/api/v1/businesses', business, once('key-0005')))
    const [first, second] = await Promise.all(made)
    expect([first?.status, second?.status]).toEqual([201, 201])
    expect(first?.body.id).not.toBe(second?.body.id)
  })

  test('whose work was cut short by a kill can be tried again after a while', async () => {
    const person = await aPerson(at.app)
    await person.post('/api/v1/businesses', business, once('key-0008'))
    await at.asOwner(`update idempotency_keys set status = null, answer = null`)
    expect((await person.post('/api/v1/businesses', business, once('key-0008'))).status).toBe(409)
    await at.asOwner(`update idempotency_keys set created_at = created_at - interval '16 minutes'`)
    expect((await person.post('/api/v1/businesses', business, once('key-0008'))).status).toBe(201)
  })

  test('is forgotten after a day', async () => {
    const person = await aPerson(at.app)
    await person.post('/api/v1/businesses', business, once('key-0007'))
    await forgetOldKeys(at.db, new Date(Date.now() + 25 * 3_600_000))
    const again = await person.post('/api/v1/businesses', { ...business, name: 'Other' }, once('key-0007'))
    expect(again.status).toBe(201)
  })

  test('keeps no secret where it could be read, and answers it again all the same', async () => {
    const owner = await anOwner(at.app)
    const body = { name: 'Nightly', scopes: ['books.read'], days: 1 }
    const made = await owner.post(`/api/v1/businesses/${owner.slug}/tokens`, body, once('key-0006'))
    expect(made.status).toBe(201)
    const kept = await at.asOwner('select answer::text from idempotency_keys')
    expect(JSON.stringify(kept)).not.toContain(made.body.secret)
    const again = await owner.post(`/api/v1/businesses/${owner.slug}/tokens`, body, once('key-0006'))
    expect(again.body.secret).toBe(made.body.secret)
  })
})

describe('bad input', () => {
  test.each([
    ['POST', '/api/v1/account/sign-in', '{', 'application/json', 400],
    ['POST', '/api/v1/account/sign-in', 'a=b', 'application/x-www-form-urlencoded', 415],
    ['POST', '/api/v1/account/sign-in', `{"identifier":"${'x'.repeat(1_100_000)}"}`, 'application/json', 413],
    ['GET', '/api/v1/nothing-here', undefined, undefined, 404],
  ])('%s %s gets a problem with a code of the table', async (method, path, body, type, status) => {
    const answer = await aVisitor(at.app).call(method, path, body, type ? { 'content-type': type } : {})
    expect(answer.status).toBe(status)
    expect(String(answer.headers['content-type'])).toContain('application/problem+json')
    expect(isErrorCode(answer.body.code)).toBe(true)
    expect(answer.body).toMatchObject({ status, title: `errors.${answer.body.code}`, requestId: expect.any(String) })
  })

  test('names the fields that are wrong, not what stood in them', async () => {
    const answer = await aVisitor(at.app).post('/api/v1/account/sign-up', { name: 'x'.repeat(200), identifier: 'ab' })
    expect(answer.body).toMatchObject({ status: 400, code: 'platform.invalid-request' })
    expect(answer.body.fields.length).toBeGreaterThan(0)
    expect(JSON.stringify(answer.body)).not.toContain('xxx')
  })

  test.each(['not-a-cursor', '0', "'; drop table items"])('the cursor %s is refused', async (cursor) => {
    const owner = await anOwner(at.app)
    const answer = await owner.get(`/api/v1/businesses/${owner.slug}/audit?cursor=${encodeURIComponent(cursor)}`)
    expect(answer).toMatchObject({ status: 400, body: { code: 'platform.invalid-request' } })
  })

  test("a write from another site's page is refused, whoever is signed in", async () => {
    const person = await aPerson(at.app)
    for (const origin of ['https://evil.example', 'null']) {
      expect((await person.post('/api/v1/businesses', business, { origin })).status).toBe(403)
    }
    expect((await person.get('/api/v1/businesses')).body.items).toEqual([])
  })
})

describe('what surrounds the API', () => {
  test('answers carry a request id and are kept by nobody', async () => {
    const { headers } = await aVisitor(at.app).get('/api/v1/account')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('a log line of a page holds neither the secret nor the name that stands in its path', async () => {
    const whole = await openWholePlatform(at.db)
    await whole.app.inject('/invitation/invite_Zm9yIG9uZQ')
    await whole.app.inject('/star/trends/customer/QAMAR-0300')
    await whole.close()
    expect(whole.log.length).toBeGreaterThan(0)
    expect(whole.log.join('')).not.toMatch(/invite_|QAMAR|star/)
  })

  test('the description is OpenAPI 3.1 and names every route', async () => {
    const { body } = await aVisitor(at.app).get('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const described = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
    const ids = described.flatMap((path) => Object.values(path).map((operation) => operation.operationId))
    expect(ids.sort()).toEqual(at.routes.map((route) => route.endpoint.id).sort())
  })

  test('alive, ready, and measured from this machine only', async () => {
    const [near, far] = [aVisitor(at.app, { ip: '127.0.0.1' }), aVisitor(at.app, { ip: '203.0.113.9' })]
    expect((await near.get('/healthz')).status).toBe(200)
    expect((await near.get('/readyz')).status).toBe(200)
    expect((await near.get('/metrics')).body).toMatch(/resham_request_seconds_bucket/)
    expect((await far.get('/metrics')).status).toBe(404)
  })

  test('one who asks too often is told when to come back; others go on', async () => {
    const small = await openTestPlatform({ perMinute: 5 })
    try {
      const [busy, calm] = [aVisitor(small.app), aVisitor(small.app)]
      for (let asked = 0; asked < 5; asked += 1) await busy.get('/api/v1/account')
      const refused = await busy.get('/api/v1/account')
      expect(refused).toMatchObject({ status: 429, body: { code: 'platform.rate-limited' } })
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect((await calm.get('/api/v1/account')).status).toBe(401)
    } finally {
      await small.close()
    }
  })

  test('a database that stops is said to be away, and the platform goes on when it is back', async () => {
    const own = await openTestPlatform()
    try {
      const person = await aPerson(own.app)
      await own.setOpen(false)
      const away = await person.get('/api/v1/account')
      expect(away).toMatchObject({ status: 503, body: { code: 'platform.database-unavailable' } })
      await own.setOpen(true)
      // Connections that died meanwhile may still answer once each.
      await vi.waitFor(async () => expect((await person.get('/api/v1/account')).status).toBe(200))
    } finally {
      await own.close()
    }
  })
})
