// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import golden from '../../golden/arima.json' with { type: 'json' }
import textbook from '../../golden/textbook.json' with { type: 'json' }
import { deviationAhead, forecastAhead } from './ahead.ts'
import { autoArima } from './auto.ts'
import { type FixedOrder, fitArima } from './fixed.ts'

const series: Readonly<Record<string, readonly number[]>> = {
  ...golden.series,
  passengers: textbook.passengers.y,
  logPassengers: textbook.passengers.y.map(Math.log),
}

type Triple = readonly [number, number, number]

/** Half of the last digit printed, and a little for where two searches stop. */
function near(value: number | undefined, printed: number | undefined, by: number): void {
  if (printed === undefined) return
  expect(Math.abs((value ?? Number.NaN) - printed)).toBeLessThan(by)
}

describe('arima of a given order, against what R prints', () => {
  for (const expected of golden.fits) {
    test(expected.name, () => {
      const options: FixedOrder = {
        order: expected.order as unknown as Triple,
        seasonal: (expected.seasonal ?? [0, 0, 0]) as unknown as Triple,
        seasonLength: expected.seasonLength ?? 1,
        method: expected.method === 'css' ? 'css' : 'css-ml',
      }
      const found = fitArima(Float64Array.from(series[expected.series] ?? []), options)
      expected.ar?.forEach((value, i) => {
        near(found.ar[i], value, 3e-4)
      })
      expected.ma?.forEach((value, i) => {
        near(found.ma[i], value, 3e-4)
      })
      expected.seasonalMa?.forEach((value, i) => {
        near(found.seasonalMa[i], value, 3e-4)
      })
      near(found.mean, expected.mean, 3e-4)
      near(found.sigma2, expected.sigma2, 6e-4 * Math.max(0.1, expected.sigma2 ?? 0))
      near(found.logLikelihood, expected.logLikelihood, 0.02)
      near(found.aic, expected.aic, 0.03)
      near(found.aicc, expected.aicc, 0.03)
      near(found.bic, expected.bic, 0.03)
    })
  }

  test('the level of Lake Huron: regression on the year with errors of order (2,0,0)', () => {
    const y = Float64Array.from(golden.series.huron)
    const year = Float64Array.from({ length: y.length }, (_, t) => 1875 + t - 1920)
    for (const method of ['ml', 'css-ml'] as const) {
      const found = fitArima(y, { order: [2, 0, 0], x: [year], method })
      near(found.ar[0], golden.huron.ar[0], 3e-4)
      near(found.ar[1], golden.huron.ar[1], 3e-4)
      near(found.mean, golden.huron.intercept, 2e-3)
      near(found.beta[0], golden.huron.time, 1e-4)
      near(found.sigma2, golden.huron.sigma2, 3e-4)
      near(found.logLikelihood, golden.huron.logLikelihood, 0.06)
      near(found.aic, golden.huron.aic, 0.06)
    }
  })
})

describe('the automatic choice, against what R prints', () => {
  test('accidental deaths: the airline model, its forecasts and their bands', () => {
    const y = Float64Array.from(golden.series.deaths)
    const found = autoArima(y, { seasonLength: 12 })
    const { order } = found
    expect([order.p, order.d, order.q]).toEqual(golden.automatic.order)
    expect([order.P, order.D, order.Q]).toEqual(golden.automatic.seasonal)
    const ahead = forecastAhead(found, 5, [])
    const deviation = deviationAhead(found, 5)
    // R adds the uncertainty of its first values to the band, and divides by residuals before the thirteenth too.
    golden.automatic.forecast.forEach((value, k) => {
      near(ahead[k], value, 0.03)
      near((ahead[k] ?? 0) - 1.281552 * (deviation[k] ?? 0), golden.automatic.lower80[k], 1)
      near((ahead[k] ?? 0) - 1.959964 * (deviation[k] ?? 0), golden.automatic.lower95[k], 1.5)
    })
  })

  test('the logarithm of airline passengers: the airline model again', () => {
    const { order } = autoArima(Float64Array.from(series.logPassengers ?? []), { seasonLength: 12 })
    expect([order.p, order.d, order.q, order.P, order.D, order.Q]).toEqual([0, 1, 1, 0, 1, 1])
    expect(order.constant).toBe(false)
  })
})
