// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMS, growsByFactor, isDamped, type SmoothingForm } from '../form.ts'
import { devianceOf, seedGradient } from '../likelihood.ts'
import type { States } from '../start.ts'
import { moveStates } from '../step.ts'
import { slowDeviance, textbook } from '../textbook.testing.ts'
import { setTape } from '../variables.ts'
import { kernelOf } from './kernel-of.ts'
import { Tape } from './tape.ts'

const seed = 20_261_124
const season = [0.9, 1.1, 0.8, 1.2]
const share = fc.double({ min: 0.05, max: 0.6, noNaN: true })
const noises = fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 12, maxLength: 40 })
const anyForm = fc.constantFrom(...Object.values(FORMS))

type Case = { form: SmoothingForm; y: number[]; start: States; alpha: number; betaShare: number; gammaShare: number }

/** A series near 10 with a season of four, and states that suit it. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(anyForm, noises, share, share, share)
  .map(([form, noise, alpha, betaShare, gammaShare]) => ({
    form,
    y: noise.map((by, t) => 10 * by * (season[t % 4] as number)),
    start: {
      level: 10,
      trend: form.trend === 'none' ? 0 : growsByFactor(form) ? 1.01 : 0.05,
      season: Float64Array.from(
        form.season === 'none' ? [] : form.season === 'additive' ? season.map((s) => 10 * s - 10) : season,
      ),
    },
    alpha,
    betaShare: form.trend === 'none' ? 0 : betaShare,
    gammaShare: form.season === 'none' ? 0 : gammaShare,
  }))

function tapeOf({ form, y, start, alpha, betaShare, gammaShare }: Case): Tape {
  const tape = new Tape(Float64Array.from(y), start.season.length)
  setTape(tape, { alpha, betaShare, gammaShare, phi: isDamped(form) ? 0.9 : 1 }, start)
  return tape
}

describe('the recursions of all thirty forms', () => {
  test('are those of the textbook: same means, same states at the end', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { form, y, start, alpha, betaShare: betaStar, gammaShare: gammaStar } = one
        const slow = textbook(y, form, { alpha, betaStar, gammaStar, phi: isDamped(form) ? 0.9 : 1 }, start)
        const tape = tapeOf(one)
        expect(kernelOf(form).forward(tape)).toBe(true)
        slow.means.forEach((mean, t) => {
          expect(tape.mean[t]).toBeCloseTo(mean, 9)
        })
        expect(tape.level).toBeCloseTo(slow.states.level, 9)
        expect(tape.trend).toBeCloseTo(slow.states.trend, 9)
        slow.states.season.forEach((index, j) => {
          expect(tape.season[j]).toBeCloseTo(index, 9)
        })
      }),
      { seed, numRuns: 200 },
    )
  })

  test('are those by which a fit moves on', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const tape = tapeOf(one)
        const { alpha, beta, gamma, phi } = tape
        const states = { ...one.start, season: Float64Array.from(one.start.season) }
        moveStates(states, one.form, { alpha, beta, gamma, phi }, Float64Array.from(one.y), 0)
        kernelOf(one.form).forward(tape)
        expect(states.level).toBeCloseTo(tape.level, 9)
        expect(states.trend).toBeCloseTo(tape.trend, 9)
        expect(Array.from(states.season)).toEqual(Array.from(tape.season, (index) => expect.closeTo(index, 9)))
      }),
      { seed, numRuns: 200 },
    )
  })

  test('have the likelihood of normal errors, but for a constant that all forms share', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const tape = tapeOf(one)
        const relative = one.form.error === 'multiplicative'
        kernelOf(one.form).forward(tape)
        const n = one.y.length
        const constant = n * (1 + Math.log((2 * Math.PI) / n))
        expect(devianceOf(tape, relative, 0) + constant).toBeCloseTo(
          slowDeviance(one.y, Array.from(tape.mean), relative),
          6,
        )
      }),
      { seed, numRuns: 200 },
    )
  })

  test('have the gradient that small changes show', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const relative = one.form.error === 'multiplicative'
        const kernel = kernelOf(one.form)
        const at = (key: 'alpha' | 'beta' | 'gamma' | 'level' | 'trend', by: number): number => {
          const tape = tapeOf(one)
          tape[key] += by
          kernel.forward(tape)
          return devianceOf(tape, relative, 0)
        }
        const tape = tapeOf(one)
        kernel.forward(tape)
        seedGradient(tape, relative, 0)
        kernel.backward(tape)
        const claimed = {
          alpha: tape.ofAlpha,
          beta: tape.ofBeta,
          gamma: tape.ofGamma,
          level: tape.ofLevel,
          trend: tape.ofTrend,
        }
        const used = [
          'alpha',
          'level',
          ...(one.form.trend === 'none' ? [] : ['beta', 'trend']),
          ...(one.start.season.length > 0 ? ['gamma'] : []),
        ]
        for (const key of used as (keyof typeof claimed)[]) {
          const step = 1e-6
          const seen = (at(key, step) - at(key, -step)) / (2 * step)
          expect(Math.abs(claimed[key] - seen)).toBeLessThan(1e-3 * (1 + Math.abs(seen)))
        }
      }),
      { seed, numRuns: 200 },
    )
  })
})
