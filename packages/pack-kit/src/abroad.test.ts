// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPack } from './a-pack.testing.ts'
import { destinationsFrom, distanceKm, findPreference } from './abroad.ts'
import { checkPack } from './check-pack.ts'

const pack = aPack()
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('distance', () => {
  test('London to New York is about 5,570 km, and a quarter of the way round is 10,008 km', () => {
    expect(distanceKm({ latitude: 51.5, longitude: -0.1 }, { latitude: 40.7, longitude: -74 })).toBeCloseTo(5570, -2)
    expect(destinationsFrom(pack).map((one) => one.distanceKm)).toEqual([10_008, 111])
  })

  test('it is the same both ways, nothing to oneself, and never more than half the way round', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const there = distanceKm(a, b)
        return Math.abs(there - distanceKm(b, a)) < 1e-6 && distanceKm(a, a) === 0 && there >= 0 && there <= 20_016
      }),
      { seed: 3 },
    )
  })
})

describe('preferences', () => {
  test('a row holds from its first day to its last, and elsewhere nothing is known', () => {
    expect(findPreference(pack, 'QQC', plainDate('2025-12-31'))?.id).toBe('near')
    expect(findPreference(pack, 'QQC', plainDate('2026-01-01'))).toBeUndefined()
    expect(findPreference(pack, 'QQB', plainDate('2025-01-01'))).toBeUndefined()
  })

  test('a preference for a country that is not listed, and a number that names two, are found', () => {
    const { countries, preferences } = pack.abroad
    const [first] = preferences
    const codes = (abroad: Partial<typeof pack.abroad>) =>
      checkPack(aPack({ abroad: { ...pack.abroad, ...abroad } })).map(({ code }) => code)
    expect(codes({ preferences: first ? [{ ...first, countries: ['XYZ'] }] : [] })).toEqual(['abroad.unlisted'])
    expect(codes({ countries: countries.map((one) => ({ ...one, numbers: ['991'] })) })).toEqual([
      'abroad.number-twice',
    ])
    expect(codes({ countries: [...countries, ...countries.slice(0, 1)] })).toContain('row.twice')
  })
})
