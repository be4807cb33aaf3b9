// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { seededRandom } from './random.ts'

function take(seed: number, n: number): number[] {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => random.next())
}

describe('seeded random', () => {
  test('the same seed gives the same stream, another seed another', () => {
    expect(take(7, 100)).toEqual(take(7, 100))
    expect(take(7, 100)).not.toEqual(take(8, 100))
  })

  test('the stream is frozen: its first numbers never change', () => {
    expect(take(1, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
  })

  test('normals have mean 0 and variance 1 within sampling error', () => {
    const random = seededRandom(42)
    const draws = Array.from({ length: 20_000 }, () => random.normal())
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(variance - 1)).toBeLessThan(0.05)
  })
})
