// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { Directory } from '../http/access.ts'
import type { Caller } from '../http/route.ts'
import { remembered } from './remembered.ts'

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
