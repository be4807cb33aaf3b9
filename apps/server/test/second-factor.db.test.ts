// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, aVisitor, goodPassword, type Visitor } from './a-person.ts'
import { softwarePasskey, totp } from './authenticators.ts'
import { openTestPlatform, origin, type TestPlatform } from './test-platform.ts'

let at: TestPlatform
beforeAll(async () => {
  at = await openTestPlatform()
})
afterAll(() => at.close())

async function aGuardedPerson() {
  const person = await aPerson(at.app)
  const started = await person.post('/api/v1/account/second-factor/enrolment', { password: goodPassword })
  const { secret, recoveryCodes } = started.body as { secret: string; recoveryCodes: string[] }
  const code = () => totp(secret, new Date())
  const confirmed = await person.post('/api/v1/account/second-factor/confirmation', { code: code() })
  expect([started.status, confirmed.status]).toEqual([200, 200])
  return { ...person, code, recoveryCodes }
}

const signIn = (visitor: Visitor, identifier: string) =>
  visitor.post('/api/v1/account/sign-in', { identifier, password: goodPassword })
const answerWith = (visitor: Visitor, code: string) => visitor.post('/api/v1/account/second-factor', { code })

test('with a second factor the password alone opens nothing; the code then does', async () => {
  const { identifier, code } = await aGuardedPerson()
  const phone = aVisitor(at.app)
  expect(await signIn(phone, identifier)).toMatchObject({ status: 200, body: { next: 'second-factor' } })
  expect((await phone.get('/api/v1/account')).status).toBe(401)
  expect(await answerWith(phone, code())).toMatchObject({ status: 200, body: { next: 'signed-in' } })
  expect((await phone.get('/api/v1/account')).body).toMatchObject({ secondFactor: true })
})

test('a second factor that was never confirmed is not asked for', async () => {
  const person = await aPerson(at.app)
  await person.post('/api/v1/account/second-factor/enrolment', { password: goodPassword })
  expect((await signIn(aVisitor(at.app), person.identifier)).body).toEqual({ next: 'signed-in' })
})

test('a recovery code opens once', async () => {
  const { identifier, recoveryCodes } = await aGuardedPerson()
  expect(recoveryCodes.length).toBeGreaterThanOrEqual(8)
  const [first = ''] = recoveryCodes
  const open = async () => {
    const phone = aVisitor(at.app)
    await signIn(phone, identifier)
    return (await answerWith(phone, first)).status
  }
  expect([await open(), await open()]).toEqual([200, 401])
})

test('a code without a password before it opens nothing', async () => {
  const { code } = await aGuardedPerson()
  expect((await answerWith(aVisitor(at.app), code())).body.code).toBe('account.code-wrong')
})

test('wrong codes lock, also when the password is given anew each time', async () => {
  const { identifier } = await aGuardedPerson()
  const guess = async () => {
    const phone = aVisitor(at.app)
    await signIn(phone, identifier)
    return answerWith(phone, '000000')
  }
  for (let tries = 0; tries < 5; tries += 1) expect((await guess()).body.code).toBe('account.code-wrong')
  expect((await guess()).body.code).toBe('account.locked')
})

test('taking the second factor away asks for the password', async () => {
  const person = await aGuardedPerson()
  const remove = (password: string) => person.post('/api/v1/account/second-factor/removal', { password })
  expect((await remove('not it')).body.code).toBe('account.wrong-credentials')
  expect((await remove(goodPassword)).status).toBe(200)
  expect((await signIn(aVisitor(at.app), person.identifier)).body).toEqual({ next: 'signed-in' })
})

async function addPasskey(person: Visitor, asksForFinger = true) {
  const key = softwarePasskey(origin, asksForFinger)
  const options = await person.post('/api/v1/account/passkeys/registration-options')
  const added = await person.post('/api/v1/account/passkeys', {
    name: 'Telephone',
    credential: key.create(options.body),
  })
  expect([options.status, added.status]).toEqual([200, 201])
  return key
}

test('a passkey signs in without a password', async () => {
  const person = await aPerson(at.app)
  const key = await addPasskey(person)
  expect((await person.get('/api/v1/account/passkeys')).body.items).toMatchObject([{ name: 'Telephone' }])
  const phone = aVisitor(at.app)
  const options = await phone.post('/api/v1/account/passkey-sign-in-options')
  const signedIn = await phone.post('/api/v1/account/passkey-sign-in', { credential: key.get(options.body) })
  expect(signedIn).toMatchObject({ status: 200, body: { next: 'signed-in' } })
  expect((await phone.get('/api/v1/account')).body.id).toBe(person.userId)
})

test('an answer to another challenge, or of a passkey taken away, is refused', async () => {
  const person = await aPerson(at.app)
  const key = await addPasskey(person)
  const phone = aVisitor(at.app)
  const options = await phone.post('/api/v1/account/passkey-sign-in-options')
  const old = key.get({ challenge: Buffer.from('another challenge').toString('base64url') })
  expect((await phone.post('/api/v1/account/passkey-sign-in', { credential: old })).body.code).toBe(
    'account.passkey-refused',
  )
  const [{ id }] = (await person.get('/api/v1/account/passkeys')).body.items
  expect((await person.call('DELETE', `/api/v1/account/passkeys/${id}`)).status).toBe(200)
  const late = await phone.post('/api/v1/account/passkey-sign-in', { credential: key.get(options.body) })
  expect(late.status).toBe(401)
})

test('a passkey of a device that asks for neither finger nor PIN opens nothing: it would be one factor for two', async () => {
  const person = await aGuardedPerson()
  const key = await addPasskey(person, false)
  const phone = aVisitor(at.app)
  const options = await phone.post('/api/v1/account/passkey-sign-in-options')
  expect(options.body.userVerification).toBe('required')
  const answer = await phone.post('/api/v1/account/passkey-sign-in', { credential: key.get(options.body) })
  expect(answer).toMatchObject({ status: 401, body: { code: 'account.passkey-refused' } })
  expect((await phone.get('/api/v1/account')).status).toBe(401)
})

test("another person's passkey cannot be taken away", async () => {
  const [one, two] = [await aPerson(at.app), await aPerson(at.app)]
  await addPasskey(two)
  const [{ id }] = (await two.get('/api/v1/account/passkeys')).body.items
  expect((await one.call('DELETE', `/api/v1/account/passkeys/${id}`)).status).toBe(404)
  expect((await two.get('/api/v1/account/passkeys')).body.items).toHaveLength(1)
})

test('what is no credential is refused', async () => {
  const phone = aVisitor(at.app)
  await phone.post('/api/v1/account/passkey-sign-in-options')
  for (const credential of [null, 'x', 7, {}, { id: 'x', response: {} }]) {
    const answer = await phone.post('/api/v1/account/passkey-sign-in', { credential })
    expect(answer.status, JSON.stringify(credential)).toBeGreaterThanOrEqual(400)
    expect(answer.status, JSON.stringify(credential)).toBeLessThan(500)
  }
})
