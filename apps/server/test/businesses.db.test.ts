// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMember, anOwner, aPerson, aVisitor } from './a-person.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'

let at: TestPlatform
beforeAll(async () => {
  at = await openTestPlatform()
})
afterAll(() => at.close())

const day = 86_400

describe('opening a business', () => {
  test('takes money, time zone and language from its country, and its opener owns it', async () => {
    const person = await aPerson(at.app)
    const made = await person.post('/api/v1/businesses', { name: 'Ravi Kites & Sons', pack: 'zz' })
    expect(made).toMatchObject({
      status: 201,
      body: { slug: 'ravi-kites-sons', currency: 'XTS', timeZone: 'Pacific/Chatham', role: 'owner', books: null },
    })
    expect((await person.get('/api/v1/account')).body.memberships).toMatchObject([{ slug: 'ravi-kites-sons' }])
  })

  test.each(['ستارہ اسپورٹس', '!!!', 'x'])('the name %s gets an address that can be typed', async (name) => {
    const { slug } = await anOwner(at.app, name)
    expect(slug).toMatch(/^shop-[0-9a-f]{12}$/)
  })

  test('two of one name get two addresses; an address asked for by name is refused when taken', async () => {
    const [one, two] = [await anOwner(at.app, 'Moon Shop'), await anOwner(at.app, 'Moon Shop')]
    expect(one.slug).not.toBe(two.slug)
    const asked = await two.post('/api/v1/businesses', { name: 'X', pack: 'zz', slug: one.slug })
    expect(asked).toMatchObject({ status: 409, body: { code: 'business.slug-taken' } })
  })

  test.each([
    [{ pack: 'qq' }, 'business.pack-unknown'],
    [{ currency: 'QQQ' }, 'business.currency-unknown'],
  ])('%j is refused', async (wrong, code) => {
    const person = await aPerson(at.app)
    expect((await person.post('/api/v1/businesses', { name: 'X', pack: 'zz', ...wrong })).body.code).toBe(code)
  })
})

describe('people', () => {
  test('an invitation lets one person in, once, in its role', async () => {
    const owner = await anOwner(at.app)
    const { body } = await owner.post(`/api/v1/businesses/${owner.slug}/invitations`, { role: 'clerk', label: 'Bilal' })
    const [bilal, thief] = [await aPerson(at.app), await aPerson(at.app)]
    expect((await bilal.get(`/api/v1/invitations/${body.token}`)).body).toEqual({
      businessName: 'Star Sports',
      role: 'clerk',
    })
    expect((await bilal.post(`/api/v1/invitations/${body.token}/acceptance`)).body).toEqual({ slug: owner.slug })
    expect((await bilal.get(`/api/v1/businesses/${owner.slug}`)).body.role).toBe('clerk')
    const again = await thief.post(`/api/v1/invitations/${body.token}/acceptance`)
    expect(again).toMatchObject({ status: 410, body: { code: 'business.invitation-over' } })
  })

  test('an invitation ends after a week, and when it is withdrawn', async () => {
    const owner = await anOwner(at.app)
    const invite = async () =>
      (await owner.post(`/api/v1/businesses/${owner.slug}/invitations`, { role: 'viewer', label: 'X' })).body
    const [old, withdrawn] = [await invite(), await invite()]
    await owner.call('DELETE', `/api/v1/businesses/${owner.slug}/invitations/${withdrawn.invitation.id}`)
    const person = await aPerson(at.app)
    expect((await person.post(`/api/v1/invitations/${withdrawn.token}/acceptance`)).status).toBe(410)
    at.pass(7 * day + 1)
    expect((await person.post(`/api/v1/invitations/${old.token}/acceptance`)).status).toBe(410)
  })

  test('an invitation is kept as a hash only', async () => {
    const owner = await anOwner(at.app)
    const { body } = await owner.post(`/api/v1/businesses/${owner.slug}/invitations`, { role: 'viewer', label: 'X' })
    const rows = await at.asOwner('select row_to_json(i)::text as row from invitations i')
    expect(JSON.stringify(rows)).not.toContain(body.token)
  })

  test.each(['removed', 'made less'])('an owner who is %s comes back by no link or key of their own', async (how) => {
    const owner = await anOwner(at.app)
    const second = await aMember(at.app, owner, 'owner')
    const home = `/api/v1/businesses/${owner.slug}`
    const link = (await second.post(`${home}/invitations`, { role: 'owner', label: 'Later' })).body
    const key = (await second.post(`${home}/tokens`, { name: 'Later', scopes: ['books.read'], days: 9 })).body
    const program = aVisitor(at.app, { token: key.secret })
    expect((await program.get(home)).status).toBe(200)
    const member = `${home}/members/${second.userId}`
    const done = how === 'removed' ? owner.call('DELETE', member) : owner.call('PATCH', member, { role: 'viewer' })
    expect((await done).status).toBe(200)
    expect((await program.get(home)).status).toBe(401)
    const friend = await aPerson(at.app)
    expect((await friend.post(`/api/v1/invitations/${link.token}/acceptance`)).status).toBe(410)
  })

  test('the last owner can neither leave, nor be removed, nor become less', async () => {
    const owner = await anOwner(at.app)
    const manager = await aMember(at.app, owner, 'manager')
    const members = `/api/v1/businesses/${owner.slug}/members`
    for (const answer of [
      await owner.post(`/api/v1/businesses/${owner.slug}/leave`),
      await owner.call('DELETE', `${members}/${owner.userId}`),
      await owner.call('PATCH', `${members}/${owner.userId}`, { role: 'viewer' }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'business.last-owner' } })
    }
    expect((await owner.call('PATCH', `${members}/${manager.userId}`, { role: 'owner' })).status).toBe(200)
    expect((await owner.post(`/api/v1/businesses/${owner.slug}/leave`)).status).toBe(200)
    expect((await owner.get(`/api/v1/businesses/${owner.slug}`)).status).toBe(404)
    expect((await manager.get(`/api/v1/businesses/${owner.slug}`)).body.role).toBe('owner')
  })

  test('two owners who leave at the same moment leave one behind', async () => {
    const one = await anOwner(at.app)
    const two = await aMember(at.app, one, 'owner')
    const leave = (person: typeof two) => person.post(`/api/v1/businesses/${one.slug}/leave`)
    const statuses = (await Promise.all([leave(one), leave(two)])).map((answer) => answer.status)
    expect(statuses.sort()).toEqual([200, 409])
  })

  test('who did what stands in the record, and only those who may read it can', async () => {
    const owner = await anOwner(at.app)
    const clerk = await aMember(at.app, owner, 'clerk')
    const { body } = await owner.get(`/api/v1/businesses/${owner.slug}/audit?limit=2`)
    const { body: rest } = await owner.get(`/api/v1/businesses/${owner.slug}/audit?limit=2&cursor=${body.next}`)
    const actions = [...body.items, ...rest.items].map((event: { action: string }) => event.action)
    expect(actions).toEqual(['member.joined', 'invitation.made', 'business.opened'])
    expect(rest.next).toBe(null)
    expect((await clerk.get(`/api/v1/businesses/${owner.slug}/audit`)).status).toBe(403)
  })
})

describe('keys for other programs', () => {
  const make = (owner: Awaited<ReturnType<typeof anOwner>>, scopes: string[], days = 30) =>
    owner.post(`/api/v1/businesses/${owner.slug}/tokens`, { name: 'Nightly', scopes, days })

  test('a key opens its business within its scopes, until it ends or is taken back', async () => {
    const owner = await anOwner(at.app)
    const { body } = await make(owner, ['books.read'])
    const program = aVisitor(at.app, { token: body.secret })
    const home = `/api/v1/businesses/${owner.slug}`
    expect((await program.get(home)).status).toBe(200)
    expect((await program.get(`${home}/members`)).body.code).toBe('platform.forbidden')
    expect((await program.get('/api/v1/account')).status).toBe(403)
    const { body: listed } = await owner.get(`${home}/tokens`)
    expect(listed.items).toMatchObject([{ name: 'Nightly', scopes: ['books.read'], lastUsedAt: expect.any(String) }])
    expect(JSON.stringify(listed)).not.toContain(body.secret)
    await owner.call('DELETE', `${home}/tokens/${body.token.id}`)
    expect((await program.get(home)).status).toBe(401)
  })

  test('a key ends on its day', async () => {
    const owner = await anOwner(at.app)
    const { body } = await make(owner, ['books.read'], 1)
    const program = aVisitor(at.app, { token: body.secret })
    at.pass(day - 60)
    expect((await program.get(`/api/v1/businesses/${owner.slug}`)).status).toBe(200)
    at.pass(120)
    expect((await program.get(`/api/v1/businesses/${owner.slug}`)).status).toBe(401)
  })

  test('a key cannot make keys or invite people, whatever its scopes', async () => {
    const owner = await anOwner(at.app)
    const { body } = await make(owner, ['tokens.manage', 'people.manage'])
    const program = aVisitor(at.app, { token: body.secret })
    const home = `/api/v1/businesses/${owner.slug}`
    const tries = [
      await program.post(`${home}/tokens`, { name: 'X', scopes: ['books.read'], days: 1 }),
      await program.post(`${home}/invitations`, { role: 'owner', label: 'X' }),
    ]
    for (const answer of tries) expect(answer).toMatchObject({ status: 403, body: { details: { needs: 'person' } } })
  })

  test('a key cannot change what people are', async () => {
    const owner = await anOwner(at.app)
    const clerk = await aMember(at.app, owner, 'clerk')
    const { body } = await make(owner, ['people.manage'])
    const program = aVisitor(at.app, { token: body.secret })
    const path = `/api/v1/businesses/${owner.slug}/members/${clerk.userId}`
    expect((await program.call('PATCH', path, { role: 'owner' })).status).toBe(403)
    expect((await clerk.get(`/api/v1/businesses/${owner.slug}`)).body.role).toBe('clerk')
  })
})
