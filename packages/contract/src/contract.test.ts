// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as contract from './index.ts'
import { type Endpoint, errorRow, errorTable, pathOf, permissionsOf, roleAllows, roles } from './index.ts'

const endpoints: Endpoint[] = Object.entries(contract)
  .filter(([name]) => name.endsWith('Endpoints'))
  .flatMap(([, table]) => Object.values(table as Record<string, Endpoint>))

describe('contract', () => {
  test('no two endpoints share an id, or a method and path', () => {
    const ids = endpoints.map((e) => e.id)
    const addresses = endpoints.map((e) => `${e.method} ${e.path.replace(/:\w+/g, ':x')}`)
    expect(endpoints.length).toBeGreaterThan(30)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('what is about a business asks for a permission, and only that', () => {
    for (const e of endpoints) {
      const aboutOne = e.path.startsWith('/api/v1/businesses/:business')
      expect([e.id, aboutOne]).toEqual([e.id, e.access !== 'public' && e.access !== 'signed-in'])
    }
  })

  test('every parameter of a path has a schema', () => {
    for (const e of endpoints) {
      const named = [...e.path.matchAll(/:(\w+)/g)].map((m) => m[1]).sort()
      const given = Object.keys((e.params as { properties?: object } | undefined)?.properties ?? {}).sort()
      expect([e.id, given]).toEqual([e.id, named])
    }
  })

  test('a path carries any parameter safely', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (item) => {
        const path = pathOf({ path: '/items/:item' }, { item })
        return decodeURIComponent(path.slice('/items/'.length)) === item && !path.slice(7).includes('/')
      }),
    )
  })

  test('each role may do all that the role below it may', () => {
    const ladder = [...roles].reverse()
    for (let i = 1; i < ladder.length; i += 1) {
      for (const permission of permissionsOf(ladder[i - 1] ?? 'viewer')) {
        expect(roleAllows(ladder[i] ?? 'owner', permission)).toBe(true)
      }
    }
    expect(roleAllows('viewer', 'people.manage')).toBe(false)
  })

  test('an unknown code is answered as unexpected, a known one by its row', () => {
    expect(errorRow('no.such-code').status).toBe(500)
    expect(errorRow('platform.not-found')).toBe(errorTable['platform.not-found'])
    expect(errorRow('toString').status).toBe(500)
  })
})
