// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { Directory } from '../http/access.ts'
import type { Caller } from '../http/route.ts'
import { remembered, rememberedWith } from './remembered.ts'

const amina: Caller = { kind: 'person', userId: 'u', sessionId: 's', guest: false }
const asks = (cookie: string) => ({ headers: { cookie } }) as FastifyRequest

/** A directory in which people can be let in and put out. */
function aDirectory() {
  const people = new Map<string, Caller>([['amina', amina]])
  let hour = 0
  const inner: Directory = {
    identify: async (request) => people.get(request.headers.cookie ?? '') ?? null,
    findBusiness: async () => undefined,
  }
  const directory = remembered(inner, () => new Date(hour), 2000)
  return { directory, people, wait: (ms: number) => (hour += ms) }
}

describe('a directory that remembers', () => {
  test('a caller is known for a while after they are put out, and no longer', async () => {
    const { directory, people, wait } = aDirectory()
    expect(await directory.identify(asks('amina'))).toBe(amina)
    people.clear()
    wait(1999)
    expect(await directory.identify(asks('amina'))).toBe(amina)
    wait(1)
    expect(await directory.identify(asks('amina'))).toBeNull()
  })

  test('a write forgets everybody at once', async () => {
    const { directory, people } = aDirectory()
    await directory.identify(asks('amina'))
    people.clear()
    directory.forget()
    expect(await directory.identify(asks('amina'))).toBeNull()
  })

  test('a stranger is not remembered as one', async () => {
    const { directory, people } = aDirectory()
    expect(await directory.identify(asks('bilal'))).toBeNull()
    people.set('bilal', amina)
    expect(await directory.identify(asks('bilal'))).toBe(amina)
  })
})

describe('an answer kept with its caller', () => {
  test('is asked for once, goes to nobody else, and is forgotten with them', async () => {
    const { directory, people, wait } = aDirectory()
    people.set('bilal', { ...amina, userId: 'v' })
    let asked = 0
    const ask = async (cookie: string) => {
      const caller = await directory.identify(asks(cookie))
      if (caller?.kind !== 'person') throw new Error('a stranger')
      return rememberedWith(caller, 'account', async () => `${caller.userId}${++asked}`)
    }
    expect([await ask('amina'), await ask('amina'), await ask('bilal')]).toEqual(['u1', 'u1', 'v2'])
    directory.forget()
    // The same object would stand for the same visit: a real directory makes a new one each time it asks.
    people.set('amina', { ...amina })
    expect(await ask('amina')).toBe('u3')
    wait(2000)
    people.set('amina', { ...amina })
    expect(await ask('amina')).toBe('u4')
  })

  test('is asked for again after a failure, and when it was not worth keeping', async () => {
    const caller = { ...amina }
    const answers = [Promise.reject(new Error('away')), Promise.resolve(null), Promise.resolve(7), Promise.resolve(8)]
    const ask = () =>
      rememberedWith(
        caller,
        'books',
        () => answers.shift() ?? Promise.resolve(9),
        (books) => books !== null,
      )
    await expect(ask()).rejects.toThrow('away')
    expect([await ask(), await ask(), await ask()]).toEqual([null, 7, 7])
  })
})
