// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import golden from '../../golden/r-ets.json' with { type: 'json' }
import book from '../../golden/textbook.json' with { type: 'json' }
import { fitEts } from '../models/ets.ts'
import { guerreroLambda } from './box-cox.ts'
import { countEstimated, FORMS, isDamped, type SmoothingForm } from './form.ts'
import { kernelOf } from './kernels/kernel-of.ts'
import { Tape } from './kernels/tape.ts'
import { devianceOf } from './likelihood.ts'
import { meansAhead } from './step.ts'
import { formOf } from './stored.ts'

type Row = {
  form: string
  alpha: number
  beta?: number
  gamma?: number
  phi?: number
  level: number
  trend?: number
  season?: number[]
  loglik: number
  variance: number
  forecast: number[]
}
const rows = Object.values(golden).flatMap(({ seasonLength, y, forms }) =>
  (forms as Row[]).map((row) => ({
    ...row,
    y: Float64Array.from(y),
    seasonLength,
    name: `${row.form} of ${y.length}`,
  })),
)

/** R's own parameters and initial states on a tape, run. */
function runOf(row: Row & { y: Float64Array }): { tape: Tape; form: SmoothingForm } {
  const form = FORMS[row.form] as SmoothingForm
  const tape = new Tape(row.y, row.season?.length ?? 0)
  const { alpha, beta = 0, gamma = 0, phi = 1, level, trend = 0, season = [] } = row
  Object.assign(tape, { alpha, beta, gamma, phi, level, trend })
  tape.season.set(season)
  kernelOf(form).forward(tape)
  return { tape, form }
}

describe("R's ets, at its own parameters", () => {
  test.each(rows)('$name: its likelihood, its variance and its forecasts', (row) => {
    const { tape, form } = runOf(row)
    const relative = form.error === 'multiplicative'
    expect(Math.abs(devianceOf(tape, relative, 0) + 2 * row.loglik)).toBeLessThan(1e-3)
    const squares = tape.error.reduce((total, e, t) => total + (relative ? e / (tape.mean[t] as number) : e) ** 2, 0)
    const free = row.y.length - (countEstimated(form, row.seasonLength) - 1)
    expect(squares / free / row.variance).toBeCloseTo(1, 4)
    const place = row.season ? row.y.length % row.season.length : 0
    meansAhead(tape, form, isDamped(form) ? tape.phi : 1, 4, place).forEach((value, k) => {
      // R takes the damping a power late there: see SOURCE.md.
      const hair = relative && isDamped(form) ? 5e-4 : 1e-5
      expect(Math.abs(value / (row.forecast[k] as number) - 1)).toBeLessThan(hair)
    })
  })
})

describe("R's ets, searched anew", () => {
  test.each(rows)('$name: at least as likely as what R found', (row) => {
    const fit = fitEts(row.y, row.seasonLength, { forms: [row.form], ahead: 0, search: 'thorough' })
    const estimated = countEstimated(formOf(fit), row.seasonLength)
    expect((fit.parameters.aic as number) - 2 * estimated).toBeLessThan(-2 * row.loglik + 1e-2)
  })

  test('Australian tourists from 2005: the form of the textbook, at no larger criterion', () => {
    const { aicc } = book.tourists
    const fit = fitEts(Float64Array.from(golden.tourists.y.slice(24)), 4, { ahead: 0, search: 'thorough' })
    expect(formOf(fit)).toEqual(FORMS[book.tourists.form])
    expect(fit.parameters.aicc).toBeLessThan(aicc)
  })

  test('airline passengers: lambda by Guerrero', () => {
    expect(guerreroLambda(Float64Array.from(book.passengers.y), 12)).toBeCloseTo(book.passengers.lambda, 4)
  })
})
