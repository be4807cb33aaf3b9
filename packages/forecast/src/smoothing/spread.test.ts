// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { FORMS, growsByFactor, isDamped, isStable, type SmoothingForm } from './form.ts'
import { spreadAhead } from './spread.ts'
import type { States } from './start.ts'
import { meansAhead, moveOne } from './step.ts'

const H = 10
const season = [0.9, 1.1, 0.8, 1.2]
const named = Object.entries(FORMS).map(([name, form]) => ({ name, form }))

function partsOf(form: SmoothingForm) {
  const states: States = {
    level: 100,
    trend: form.trend === 'none' ? 0 : growsByFactor(form) ? 1.01 : 1,
    season: Float64Array.from(
      form.season === 'none' ? [] : form.season === 'additive' ? season.map((s) => 100 * s - 100) : season,
    ),
  }
  const smoothing = {
    alpha: 0.4,
    beta: form.trend === 'none' ? 0 : 0.1,
    gamma: form.season === 'none' ? 0 : 0.3,
    phi: isDamped(form) ? 0.9 : 1,
  }
  return { states, smoothing, variance: form.error === 'additive' ? 100 : 0.01 }
}

/** The slow twin: many paths, each step drawn and taken. */
function drawnSpread(form: SmoothingForm, paths: number): number[] {
  const { states: start, smoothing, variance } = partsOf(form)
  const random = seededRandom(7)
  const m = start.season.length
  const ends = Array.from({ length: H }, () => [] as number[])
  for (let path = 0; path < paths; path++) {
    const states = { ...start, season: Float64Array.from(start.season) }
    for (let k = 0; k < H; k++) {
      const place = m > 0 ? (1 + k) % m : 0
      const mean = meansAhead(states, form, smoothing.phi, 1, place)[0] as number
      const value = mean + random.normal() * Math.sqrt(variance) * (form.error === 'additive' ? 1 : mean)
      ends[k]?.push(value)
      moveOne(states, form, smoothing, value, place)
    }
  }
  return ends.map((values) => {
    const centre = values.reduce((a, b) => a + b, 0) / values.length
    return Math.sqrt(values.reduce((a, b) => a + (b - centre) ** 2, 0) / values.length)
  })
}

describe('the spread that a form claims', () => {
  test.each(named.filter(({ form }) => isStable(form)))(
    '$name: is that of many paths drawn, within 5 %',
    ({ form }) => {
      const { states, smoothing, variance } = partsOf(form)
      const claimed = spreadAhead(states, form, smoothing, variance, H, 1)
      drawnSpread(form, 6000).forEach((drawn, k) => {
        expect(Math.abs((claimed[k] as number) / drawn - 1)).toBeLessThan(0.05)
      })
    },
  )

  test.each(named)('$name: is finite, and for one step that of the errors', ({ form }) => {
    const { states, smoothing, variance } = partsOf(form)
    const claimed = spreadAhead(states, form, smoothing, variance, 60, 1)
    const mean = meansAhead(states, form, smoothing.phi, 1, 1)[0] as number
    const first = Math.sqrt(variance) * (form.error === 'additive' ? 1 : mean)
    expect(Math.abs((claimed[0] as number) / first - 1)).toBeLessThan(0.05)
    for (const value of claimed) expect(Number.isFinite(value)).toBe(true)
  })

  test.each(named.filter(({ form }) => form.error === 'additive' && isStable(form)))(
    '$name: never shrinks with the steps',
    ({ form }) => {
      const { states, smoothing, variance } = partsOf(form)
      const claimed = spreadAhead(states, form, smoothing, variance, 40, 1)
      for (let k = 1; k < 40; k++) expect(claimed[k]).toBeGreaterThanOrEqual(claimed[k - 1] as number)
    },
  )

  test('simple smoothing: by hand', () => {
    const states = { level: 5, trend: 0, season: new Float64Array(0) }
    const form = FORMS['A,N,N'] as SmoothingForm
    // Variance 4, alpha 1/2: 4, 4 (1 + 1/4), 4 (1 + 2/4).
    const claimed = spreadAhead(states, form, { alpha: 0.5, beta: 0, gamma: 0, phi: 1 }, 4, 3, 0)
    expect(Array.from(claimed)).toEqual([2, Math.sqrt(5), Math.sqrt(6)])
  })
})
