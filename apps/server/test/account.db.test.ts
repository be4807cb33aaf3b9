// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetExpiredAccess } from '#platform/auth/account.service.ts'
import { forgetOldFailures } from '#platform/auth/lock-out.ts'
import { aPerson, aVisitor, goodPassword } from './a-person.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'

let at: TestPlatform
beforeAll(async () => {
  at = await openTestPlatform()
})
afterAll(() => at.close())

const signUp = (body: object) => aVisitor(at.app).post('/api/v1/account/sign-up', body)
const signIn = (identifier: string, password: string, visitor = aVisitor(at.app)) =>
  visitor.post('/api/v1/account/sign-in', { identifier, password })

describe('signing up', () => {
  test('with an e-mail address signs in, and the account can be read', async () => {
    const amina = aVisitor(at.app)
    const made = await amina.post('/api/v1/account/sign-up', {
      name: 'Amina',
      identifier: ' Amina@Example.org ',
      password: goodPassword,
      language: 'ur',
    })
    expect(made).toMatchObject({ status: 201, body: { next: 'signed-in' } })
    const me = await amina.get('/api/v1/account')
    expect(me).toMatchObject({
      status: 200,
      body: { name: 'Amina', email: 'amina@example.org', phone: null, language: 'ur', guest: false, memberships: [] },
    })
  })

  test('with a telephone number, typed in any of its ways, makes one account', async () => {
    const person = aVisitor(at.app)
    const body = { name: 'Bilal', identifier: '8 7 12 34 56', password: goodPassword }
    expect((await person.post('/api/v1/account/sign-up', body)).status).toBe(201)
    expect((await person.get('/api/v1/account')).body).toMatchObject({ email: null, phone: '+9997123456' })
    const again = await signUp({ ...body, identifier: '+999 712-3456' })
    expect(again).toMatchObject({ status: 409, body: { code: 'account.identifier-taken' } })
    expect(await signIn('+999 (8) 7123456', goodPassword)).toMatchObject({ status: 200 })
  })

  test.each([
    ['neither', 'account.identifier-invalid'],
    ['two@at@signs', 'account.identifier-invalid'],
    ['nobody@guest.invalid', 'account.identifier-invalid'],
    ['+1 202 555 0100', 'account.identifier-invalid'],
  ])('%s is refused', async (identifier, code) => {
    expect((await signUp({ name: 'X', identifier, password: goodPassword })).body.code).toBe(code)
  })

  test.each([
    ['threads', 'account.password-too-short'],
    ['passwordpassword', 'account.password-common'],
    ['aaaaaaaaaaaaaaaaaaaa', 'account.password-common'],
    ['qwertyuiop12345678', 'account.password-common'],
    ['zebulon zebulon 1234', 'account.password-contains-name'],
  ])('the password %s is refused', async (password, code) => {
    const answer = await signUp({ name: 'Zebulon', identifier: 'z@example.org', password })
    expect(answer.body.code).toBe(code)
    expect(JSON.stringify(answer.body)).not.toContain(password)
  })

  test.each(['correct horse battery staple', 'ریشم کے سات دھاگے ہیں', `${'ab c'.repeat(20)} end of it`])(
    'the password %s is welcome: no rules of composition',
    async (password) => {
      const identifier = `p${password.length}@example.org`
      expect((await signUp({ name: 'Zed', identifier, password })).status).toBe(201)
      expect((await signIn(identifier, password)).status).toBe(200)
    },
  )

  test('an address that has an account is refused in any spelling', async () => {
    const { identifier } = await aPerson(at.app)
    const answer = await signUp({ name: 'X', identifier: identifier.toUpperCase(), password: goodPassword })
    expect(answer).toMatchObject({ status: 409, body: { code: 'account.identifier-taken' } })
  })
})

describe('signing in and out', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const { identifier } = await aPerson(at.app)
    const [wrong, unknown] = [await signIn(identifier, 'not it'), await signIn('nobody@example.org', 'not it')]
    for (const answer of [wrong, unknown]) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'account.wrong-credentials', details: {} } })
    }
  })

  test('after signing out the session opens nothing', async () => {
    const person = await aPerson(at.app)
    const kept = new Map(person.cookies)
    expect((await person.post('/api/v1/account/sign-out')).status).toBe(200)
    expect((await person.get('/api/v1/account')).status).toBe(401)
    const thief = aVisitor(at.app)
    for (const [name, value] of kept) thief.cookies.set(name, value)
    expect((await thief.get('/api/v1/account')).body.code).toBe('account.not-signed-in')
  })

  test('cookies cannot be read by scripts and are not sent from other sites', async () => {
    const { identifier } = await aPerson(at.app)
    const answer = await signIn(identifier, goodPassword)
    const cookies = [answer.headers['set-cookie']].flat().map(String)
    expect(cookies.some((cookie) => cookie.includes('session_token'))).toBe(true)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i)
  })

  test('sessions are listed, and one can be ended from another', async () => {
    const phone = await aPerson(at.app)
    const laptop = aVisitor(at.app)
    await signIn(phone.identifier, goodPassword, laptop)
    const { body } = await phone.get('/api/v1/account/sessions')
    expect(body.items).toHaveLength(2)
    const other = body.items.find((session: { current: boolean }) => !session.current)
    expect((await phone.call('DELETE', `/api/v1/account/sessions/${other.id}`)).status).toBe(200)
    expect((await laptop.get('/api/v1/account')).status).toBe(401)
    expect((await phone.get('/api/v1/account')).status).toBe(200)
  })

  test("another person's session cannot be ended", async () => {
    const [one, two] = [await aPerson(at.app), await aPerson(at.app)]
    const { body } = await two.get('/api/v1/account/sessions')
    expect((await one.call('DELETE', `/api/v1/account/sessions/${body.items[0].id}`)).status).toBe(404)
    expect((await two.get('/api/v1/account')).status).toBe(200)
  })

  test('a changed password ends the other sessions and the old password', async () => {
    const person = await aPerson(at.app)
    const laptop = aVisitor(at.app)
    await signIn(person.identifier, goodPassword, laptop)
    const wanted = 'eight silk threads in a drawer'
    const change = (current: string) => person.post('/api/v1/account/password', { current, wanted })
    expect((await change('not it')).body.code).toBe('account.wrong-credentials')
    expect((await change(goodPassword)).status).toBe(200)
    expect((await laptop.get('/api/v1/account')).status).toBe(401)
    expect((await person.get('/api/v1/account')).status).toBe(200)
    expect((await signIn(person.identifier, goodPassword)).status).toBe(401)
    expect((await signIn(person.identifier, wanted)).status).toBe(200)
  })

  test('language, digits, theme and name are kept with the person', async () => {
    const person = await aPerson(at.app)
    const change = { language: 'ur', digits: 'urdu', theme: 'dark', name: 'Nasreen' }
    expect(await person.call('PATCH', '/api/v1/account', change)).toMatchObject({ status: 200, body: change })
    expect((await person.get('/api/v1/account')).body).toMatchObject(change)
  })

  test('a guest can look around and open nothing of their own', async () => {
    const guest = aVisitor(at.app)
    expect(await guest.post('/api/v1/look-around', {})).toMatchObject({ status: 201, body: { slug: 'sample' } })
    expect((await guest.get('/api/v1/account')).body).toMatchObject({ guest: true, email: null })
    const answer = await guest.post('/api/v1/businesses', { name: 'Mine', pack: 'zz' })
    expect(answer.body.code).toBe('account.guest-cannot')
  })
})

describe('guests', () => {
  test('when there are many sample shops the next guest is asked to come later', async () => {
    await at.asOwner(
      `insert into businesses (id, slug, name, pack, currency, time_zone, language, sample)
       select gen_random_uuid(), 'sample-' || n, 'x', 'zz', 'XTS', 'UTC', 'en', true from generate_series(1, 300) n`,
    )
    const refused = await aVisitor(at.app).post('/api/v1/look-around', {})
    expect(refused).toMatchObject({ status: 429, body: { code: 'platform.rate-limited' } })
    await at.asOwner(`delete from businesses where sample`)
    expect((await aVisitor(at.app).post('/api/v1/look-around', {})).status).toBe(201)
  })

  test('one whose shop is gone is forgotten after a day; a person and a running session stay', async () => {
    const [guest, person] = [aVisitor(at.app), await aPerson(at.app)]
    await guest.post('/api/v1/look-around', {})
    await forgetExpiredAccess(at.db, new Date(Date.now() + 60_000))
    expect((await guest.get('/api/v1/account')).status).toBe(200)
    await forgetExpiredAccess(at.db, new Date(Date.now() + 25 * 3_600_000))
    expect((await guest.get('/api/v1/account')).status).toBe(401)
    expect((await person.get('/api/v1/account')).status).toBe(200)
  })
})

describe('lock-out', () => {
  test('five wrong passwords lock the account for 30 s, the next for a minute; the right one opens after', async () => {
    const { identifier } = await aPerson(at.app)
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(identifier, 'not it')).status).toBe(401)
    const locked = await signIn(identifier, goodPassword)
    expect(locked).toMatchObject({ status: 429, body: { code: 'account.locked', details: { retryAfterSeconds: 30 } } })
    expect(locked.headers['retry-after']).toBe('30')
    at.pass(29)
    expect((await signIn(identifier, goodPassword)).status).toBe(429)
    at.pass(2)
    expect((await signIn(identifier, 'not it')).status).toBe(401)
    expect((await signIn(identifier, goodPassword)).body.details).toEqual({ retryAfterSeconds: 60 })
    at.pass(61)
    expect((await signIn(identifier, goodPassword)).status).toBe(200)
  })

  test('a hundred guesses sent at the same moment are no more than five', async () => {
    const { identifier } = await aPerson(at.app)
    const guesses = await Promise.all(Array.from({ length: 100 }, () => signIn(identifier, 'not it')))
    expect(guesses.filter((answer) => answer.status === 401)).toHaveLength(5)
    expect(guesses.filter((answer) => answer.body.code === 'account.locked')).toHaveLength(95)
  })

  test('right passwords cost a place nothing, however many come from it', async () => {
    const market = () => aVisitor(at.app, { ip: '203.0.113.77' })
    const { identifier } = await aPerson(at.app)
    await Promise.all(Array.from({ length: 19 }, (_, n) => signIn(`stall-${n}@example.org`, 'not it', market())))
    for (let right = 0; right < 3; right += 1)
      expect((await signIn(identifier, goodPassword, market())).status).toBe(200)
  })

  test('mistakes are forgotten after a day, also by the database', async () => {
    await signIn('forgotten@example.org', 'not it')
    await forgetOldFailures(at.db, new Date(at.now().getTime() + 86_400_001))
    expect(await at.asOwner('select 1 from sign_in_failures')).toEqual([])
  })

  test('the right password wipes earlier mistakes out', async () => {
    const { identifier } = await aPerson(at.app)
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) expect((await signIn(identifier, 'not it')).status).toBe(401)
      expect((await signIn(identifier, goodPassword)).status).toBe(200)
    }
  })

  test('one account that is locked does not lock another', async () => {
    const [one, two] = [await aPerson(at.app), await aPerson(at.app)]
    for (let tries = 0; tries < 6; tries += 1) await signIn(one.identifier, 'not it')
    expect((await signIn(two.identifier, goodPassword)).status).toBe(200)
  })

  test('an address that guesses at many accounts is slowed', async () => {
    const thief = () => aVisitor(at.app, { ip: '203.0.113.7' })
    let last = 0
    for (let tries = 0; tries < 40 && last !== 429; tries += 1) {
      last = (await signIn(`guess-${tries}@example.org`, 'not it', thief())).status
    }
    expect(last).toBe(429)
  })
})
