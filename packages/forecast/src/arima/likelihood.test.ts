// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ahead, forecastAhead, moveOn } from './ahead.ts'
import { estimate } from './estimate.ts'
import { kpss } from './kpss.ts'
import { armaProblem } from './objective.ts'
import type { Order } from './order.ts'
import { coefficientsOf, freeOf, partialsOf, rootsBeyond } from './partial.ts'
import { differencePolynomial, psiWeights } from './polynomial.ts'
import { seasonalStrength } from './seasonal-strength.ts'
import { standingAfter } from './standing.ts'

const seed = 20_261_124
const value = fc.double({ min: -3, max: 3, noNaN: true })
const free = fc.double({ min: -1.2, max: 1.2, noNaN: true })
const order = fc.record({
  p: fc.integer({ min: 0, max: 3 }),
  q: fc.integer({ min: 0, max: 3 }),
  P: fc.integer({ min: 0, max: 2 }),
  Q: fc.integer({ min: 0, max: 2 }),
})
const SEASON = 4
const numbers = fc.array(free, { minLength: 10, maxLength: 10 })
const values = fc.array(value, { minLength: 25, maxLength: 60 })

type Lags = { p: number; q: number; P: number; Q: number }

function whole(lags: Lags, constant: boolean): Order {
  return { ...lags, d: 0, D: 0, constant }
}

function problemOf(w: readonly number[], lags: Lags, constant: boolean, objective: 'css' | 'ml') {
  const series = Float64Array.from(w)
  const columns = constant ? [new Float64Array(w.length).fill(1)] : []
  return armaProblem({ w: series, columns }, whole(lags, constant), SEASON, objective)
}

function countOf({ p, q, P, Q }: Lags): number {
  return p + q + P + Q
}

/** The likelihood with every covariance written out: a Toeplitz matrix from sums of psi weights, and its Cholesky. */
function denseParts(w: readonly number[], phi: Float64Array, theta: Float64Array): { squares: number; logs: number } {
  const n = w.length
  const psi = psiWeights(phi, theta, 6000)
  const covariance = Array.from({ length: n }, (_, k) => {
    let total = 0
    for (let j = 0; j + k < psi.length; j++) total += (psi[j] ?? 0) * (psi[j + k] ?? 0)
    return total
  })
  const lower: number[][] = []
  let squares = 0
  let logs = 0
  const solved: number[] = []
  for (let i = 0; i < n; i++) {
    const row: number[] = []
    for (let j = 0; j <= i; j++) {
      let rest = covariance[i - j] ?? 0
      for (let c = 0; c < j; c++) rest -= (row[c] ?? 0) * ((j === i ? row : lower[j])?.[c] ?? 0)
      row.push(j < i ? rest / (lower[j]?.[j] ?? 1) : Math.sqrt(rest))
    }
    lower.push(row)
    let rest = w[i] ?? 0
    for (let c = 0; c < i; c++) rest -= (row[c] ?? 0) * (solved[c] ?? 0)
    const z = rest / (row[i] ?? 1)
    solved.push(z)
    squares += z * z
    logs += 2 * Math.log(row[i] ?? 1)
  }
  return { squares, logs }
}

describe('the exact likelihood', () => {
  test('is that of the covariance matrix written out', () => {
    fc.assert(
      fc.property(values, order, numbers, (w, lags, all) => {
        const problem = problemOf(w, lags, false, 'ml')
        problem.residuals(Float64Array.from(all.slice(0, countOf(lags))), new Float64Array(w.length))
        const dense = denseParts(w, problem.phi, problem.theta)
        expect(Math.abs(problem.last.squares - dense.squares)).toBeLessThan(1e-6 * (1 + dense.squares))
        expect(Math.abs(problem.last.logs - dense.logs)).toBeLessThan(1e-6 * (1 + Math.abs(dense.logs)))
      }),
      { seed, numRuns: 60 },
    )
  })

  test('does not know which way time runs', () => {
    fc.assert(
      fc.property(values, order, numbers, (w, lags, all) => {
        const at = Float64Array.from(all.slice(0, countOf(lags)))
        const forth = problemOf(w, lags, true, 'ml').residuals(at, new Float64Array(w.length))
        const back = problemOf([...w].reverse(), lags, true, 'ml').residuals(at, new Float64Array(w.length))
        expect(Math.abs(forth - back)).toBeLessThan(1e-6 * (1 + forth))
      }),
      { seed, numRuns: 60 },
    )
  })

  test('leaves residuals whose squares sum to what it returns', () => {
    fc.assert(
      fc.property(values, order, numbers, fc.constantFrom('css', 'ml'), (w, lags, all, objective) => {
        const out = new Float64Array(w.length)
        const said = problemOf(w, lags, true, objective).residuals(Float64Array.from(all.slice(0, countOf(lags))), out)
        expect(Math.abs(out.reduce((sum, e) => sum + e * e, 0) - said)).toBeLessThan(1e-9 * (1 + said))
      }),
      { seed, numRuns: 60 },
    )
  })

  test('is never lower at its own maximum than where the conditional squares are least', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 40, maxLength: 60 }), (drawn) => {
        const w = drawn.map((one, t) => one + Math.sin(t))
        const data = { w: Float64Array.from(w), columns: [new Float64Array(w.length).fill(1)] }
        const lags = whole({ p: 1, q: 1, P: 1, Q: 0 }, true)
        const css = estimate(data, lags, SEASON, 'css', new Float64Array(3), 'final')
        const there = armaProblem(data, lags, SEASON, 'ml')
        const atCss = there.residuals(css.free, new Float64Array(w.length))
        const ml = estimate(data, lags, SEASON, 'ml', css.free, 'final')
        const n = w.length
        expect(ml.logLikelihood).toBeGreaterThanOrEqual(-0.5 * n * (Math.log((2 * Math.PI * atCss) / n) + 1) - 1e-9 * n)
      }),
      { seed, numRuns: 30 },
    )
  })
})

describe('conditional squares', () => {
  test('are those of the recursion written out', () => {
    fc.assert(
      fc.property(values, order, numbers, (w, lags, all) => {
        const problem = problemOf(w, lags, false, 'css')
        const out = new Float64Array(w.length)
        problem.residuals(Float64Array.from(all.slice(0, countOf(lags))), out)
        const e: number[] = []
        w.forEach((now, t) => {
          let said = 0
          problem.phi.forEach((phi, i) => {
            said += phi * (w[t - 1 - i] ?? 0)
          })
          problem.theta.forEach((theta, j) => {
            said += theta * (e[t - 1 - j] ?? 0)
          })
          e.push(t < problem.given ? 0 : now - said)
        })
        e.forEach((slow, t) => {
          expect(Math.abs((out[t] ?? 0) - slow)).toBeLessThan(1e-9 * (1 + Math.abs(slow)))
        })
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('where the filter stands', () => {
  test('after moving on gives the regression on all values seen', () => {
    fc.assert(
      fc.property(values, order, numbers, fc.integer({ min: 1, max: 20 }), (w, lags, all, later) => {
        const problem = problemOf(w, lags, false, 'ml')
        problem.residuals(Float64Array.from(all.slice(0, countOf(lags))), new Float64Array(w.length))
        const { phi, theta, coefficients } = problem
        const state = standingAfter(Float64Array.from(w.slice(0, -later)), { phi, theta }, 'ml')
        const from: Ahead = {
          order: whole(lags, false),
          seasonLength: SEASON,
          ar: Array.from(coefficients.ar),
          ma: Array.from(coefficients.ma),
          seasonalAr: Array.from(coefficients.seasonalAr),
          seasonalMa: Array.from(coefficients.seasonalMa),
          mean: 0,
          beta: [],
          unbiasedSigma2: 1,
          standing: {
            tail: [],
            expected: Array.from(state.expected[0] ?? []),
            gain: Array.from(state.gain),
            direction: Array.from(state.direction),
            shrink: state.shrink,
            variance: state.variance,
          },
        }
        const moved = { ...from, standing: moveOn(from, Float64Array.from(w.slice(-later)), []) }
        const slow = denseForecast(w, phi, theta, 3)
        forecastAhead(moved, 3, []).forEach((said, k) => {
          expect(Math.abs(said - (slow[k] ?? 0))).toBeLessThan(1e-6 * (1 + Math.abs(said)))
        })
      }),
      { seed, numRuns: 40 },
    )
  })
})

/** Expected values ahead as the regression on all values seen: covariances times the inverse covariance matrix. */
function denseForecast(w: readonly number[], phi: Float64Array, theta: Float64Array, h: number): number[] {
  const n = w.length
  const psi = psiWeights(phi, theta, 6000)
  const covariance = Array.from({ length: n + h }, (_, k) => {
    let total = 0
    for (let j = 0; j + k < psi.length; j++) total += (psi[j] ?? 0) * (psi[j + k] ?? 0)
    return total
  })
  const matrix = w.map((_, i) => w.map((__, j) => covariance[Math.abs(i - j)] ?? 0))
  const rest = [...w]
  for (let c = 0; c < n; c++) {
    for (let i = c + 1; i < n; i++) {
      const by = (matrix[i]?.[c] ?? 0) / (matrix[c]?.[c] ?? 1)
      if (by === 0) continue
      const row = matrix[i] as number[]
      for (let j = c; j < n; j++) row[j] = (row[j] ?? 0) - by * (matrix[c]?.[j] ?? 0)
      rest[i] = (rest[i] ?? 0) - by * (rest[c] ?? 0)
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) rest[i] = (rest[i] ?? 0) - (matrix[i]?.[j] ?? 0) * (rest[j] ?? 0)
    rest[i] = (rest[i] ?? 0) / (matrix[i]?.[i] ?? 1)
  }
  return Array.from({ length: h }, (_, k) => rest.reduce((sum, z, t) => sum + z * (covariance[n + k - t] ?? 0), 0))
}

describe('polynomials', () => {
  test('free numbers and coefficients go to and fro', () => {
    fc.assert(
      fc.property(
        fc.array(free, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1 as const, -1 as const),
        (u, sign) => {
          const out = new Float64Array(u.length)
          coefficientsOf(Float64Array.from(u), 0, out, sign)
          freeOf(out, sign).forEach((back, i) => {
            expect(back).toBeCloseTo(u[i] ?? 0, 6)
          })
          expect(partialsOf(out.map((c) => sign * c)).stationary).toBe(true)
        },
      ),
      { seed },
    )
  })

  test('roots are told to be beyond a margin without being found', () => {
    // (1 - z / 1.2)(1 - z / 2): roots 1.2 and 2.
    const coefficients = Float64Array.of(1 / 1.2 + 1 / 2, -1 / 2.4)
    expect(rootsBeyond(coefficients, 1)).toBe(true)
    expect(rootsBeyond(coefficients, 1.19)).toBe(true)
    expect(rootsBeyond(coefficients, 1.21)).toBe(false)
    expect(rootsBeyond(Float64Array.of(1), 1)).toBe(false)
  })

  test('differences as an autoregression: (1 - B)(1 - B^4)', () => {
    expect(Array.from(differencePolynomial(1, 1, 4))).toEqual([1, 0, 0, 1, -1])
    expect(Array.from(differencePolynomial(2, 0, 4))).toEqual([2, -1])
  })

  test('psi weights of (0,1,1) and of an autoregression', () => {
    expect(Array.from(psiWeights(Float64Array.of(1), Float64Array.of(-0.4), 4))).toEqual([1, 0.6, 0.6, 0.6])
    expect(Array.from(psiWeights(Float64Array.of(0.5), new Float64Array(0), 4))).toEqual([1, 0.5, 0.25, 0.125])
  })
})

describe('tests of how often to difference', () => {
  test('KPSS worked by hand', () => {
    // Deviations -1.5, -0.5, 0.5, 1.5; their running sums -1.5, -2, -1.5, 0: 8.5 / (4 x 5).
    expect(kpss(Float64Array.of(1, 2, 3, 4))).toBeCloseTo(0.425, 12)
  })

  test('the season is all of a pure season and little of noise', () => {
    const pure = Float64Array.from({ length: 48 }, (_, t) => [3, 1, 4, 1][t % 4] ?? 0)
    const odd = Float64Array.from({ length: 60 }, (_, t) => 0.1 * t + ([3, 1, 4][t % 3] ?? 0))
    const wave = Float64Array.from({ length: 60 }, (_, t) => Math.sin(1.1 * t))
    expect(seasonalStrength(pure, 4)).toBeGreaterThan(0.999)
    expect(seasonalStrength(odd, 3)).toBeGreaterThan(0.999)
    expect(seasonalStrength(wave, 4)).toBeLessThan(0.5)
  })
})
