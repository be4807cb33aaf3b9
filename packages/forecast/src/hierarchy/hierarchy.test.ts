// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../golden/hierarchy.json' with { type: 'json' }
import { minimumTrace } from './minimum-trace.ts'
import { roundCoherently } from './round-coherently.ts'
import { shrinkageIntensity } from './shrinkage.ts'
import { type SummingStructure, structureBy, sumUp } from './structure.ts'
import { averageProportions, topDown, topDownByForecasts } from './top-down.ts'

const seed = 20261124
/** The tree of Hyndman and Athanasopoulos, figure 11.1: the total, A (AA, AB, AC), B (BA, BB). */
const tree: SummingStructure = {
  leaves: 5,
  groups: [
    [0, 1, 2, 3, 4],
    [0, 1, 2],
    [3, 4],
  ],
} // prettier-ignore
/** The grouped structure of figure 11.6: total, A, B, X, Y over AX, AY, BX, BY. */
const crossed: SummingStructure = {
  leaves: 4,
  groups: [
    [0, 1, 2, 3],
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 3],
  ],
} // prettier-ignore
const anyStructure = fc.integer({ min: 1, max: 7 }).chain((leaves) =>
  fc
    .array(fc.uniqueArray(fc.integer({ min: 0, max: leaves - 1 }), { minLength: 1, maxLength: leaves }), {
      maxLength: 5,
    })
    .map((groups): SummingStructure => ({ leaves, groups })),
)
const anyPanel = anyStructure.chain((structure) => {
  const nodes = structure.groups.length + structure.leaves
  const value = fc.double({ min: -1000, max: 1000, noNaN: true })
  const rows = (width: number) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: nodes, maxLength: nodes })
  return fc.record({ structure: fc.constant(structure), base: rows(2), errors: rows(6) })
})
const methods = ['ols', 'wls-variance', 'shrinkage'] as const

/** Errors whose covariance, taken to have mean 0, is the one given: its Cholesky factor, times the root of the number of periods. */
function errorsWith(covariance: readonly (readonly number[])[]): number[][] {
  const n = covariance.length
  const lower: number[][] = covariance.map(() => [])
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let rest = covariance[i]?.[j] as number
      for (let c = 0; c < Math.min(i, j); c++) rest -= (lower[i]?.[c] as number) * (lower[j]?.[c] as number)
      ;(lower[i] as number[])[j] = j > i ? 0 : i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] as number)
    }
  }
  return lower.map((row) => row.map((value) => value * Math.sqrt(n)))
}

/** Both rows of numbers alike, each within a distance. */
function expectNear(ours: readonly (number | undefined)[], wanted: readonly number[], within: number): void {
  expect(ours).toHaveLength(wanted.length)
  wanted.forEach((value, i) => {
    expect(Math.abs((ours[i] as number) - value)).toBeLessThanOrEqual(within)
  })
}

/** (S' W^-1 S)^-1 S' W^-1 y, with dense matrices and Gauss's elimination. */
function denseTwin(structure: SummingStructure, base: readonly number[], w: readonly (readonly number[])[]): number[] {
  const unit = Array.from({ length: structure.leaves }, (_, i) => [i])
  const s = [...structure.groups, ...unit].map((members) =>
    Array.from({ length: structure.leaves }, (_, leaf) => (members.includes(leaf) ? 1 : 0)),
  )
  const inverse = solveDense(
    w,
    w.map((_, i) => w.map((__, j) => (i === j ? 1 : 0))),
  )
  const st = transpose(s)
  const left = multiply(multiply(st, inverse), s)
  const right = multiply(
    multiply(st, inverse),
    base.map((value) => [value]),
  )
  return multiply(s, solveDense(left, right)).flat()
}

const transpose = (a: readonly (readonly number[])[]) => (a[0] ?? []).map((_, j) => a.map((row) => row[j] as number))
const multiply = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.map((row) => transpose(b).map((column) => row.reduce((sum, value, i) => sum + value * (column[i] as number), 0)))

function solveDense(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  const rows = a.map((row, i) => [...row, ...(b[i] as readonly number[])])
  for (let c = 0; c < rows.length; c++) {
    const pivot = rows
      .slice(c)
      .reduce((best, row, i) => (Math.abs(row[c] as number) > Math.abs(rows[best]?.[c] as number) ? c + i : best), c)
    const swap = rows[c] as number[]
    rows[c] = rows[pivot] as number[]
    rows[pivot] = swap
    const top = rows[c] as number[]
    rows.forEach((row, i) => {
      if (i === c) return
      const share = (row[c] as number) / (top[c] as number)
      row.forEach((value, j) => {
        row[j] = value - share * (top[j] as number)
      })
    })
  }
  return rows.map((row, i) => row.slice(rows.length).map((value) => value / (row[i] as number)))
}

describe('minimum trace', () => {
  const structure = { leaves: 4, groups: [[0, 1, 2, 3]] }
  const base = golden.base.map((value) => [value])
  const errors = errorsWith(golden.covariance)

  test('gives the published values for Tasmanian tourism', () => {
    const ols = minimumTrace(structure, base, { method: 'ols' }).flat()
    const wls = minimumTrace(structure, base, { method: 'wls-variance', errors }).flat()
    const full = minimumTrace(structure, base, { method: 'shrinkage', errors, intensity: 0 }).flat()
    const shrunk = minimumTrace(structure, base, { method: 'shrinkage', errors, intensity: golden.intensity }).flat()
    expectNear(ols, golden.ols, 0.02)
    expectNear(wls, golden.wlsVariance, 0.02)
    // The covariance is printed to one digit after the point, and its full form is the most sensitive to it.
    expectNear(shrunk, golden.mintShrinkage, 0.2)
    expectNear(full, golden.mintCovariance, 1)
  })

  test('agrees with the dense matrices of the paper', () => {
    fc.assert(
      fc.property(anyPanel, ({ structure: any, base: said, errors: past }) => {
        const big = past.map((row, i) => row.map((value, t) => value + (i + t + 1)))
        const periods = 6
        const covariance = big.map((a) =>
          big.map((b) => a.reduce((sum, value, t) => sum + (value * (b[t] as number)) / periods, 0)),
        )
        const lambda = 0.3
        const w = covariance.map((row, i) => row.map((value, j) => (i === j ? value : (1 - lambda) * value)))
        // A covariance whose diagonal is far from even makes the twin's own elimination inexact.
        if (!covariance.every((row, i) => (row[i] as number) > 1)) return
        const ours = minimumTrace(any, said, { method: 'shrinkage', errors: big, intensity: lambda })
        const twin = denseTwin(
          any,
          said.map((row) => row[0] as number),
          w,
        )
        expectNear(
          ours.map((row) => row[0]),
          twin,
          1e-5 * Math.max(1, ...twin.map(Math.abs)),
        )
      }),
      { seed, numRuns: 60 },
    )
  })

  test('leaves coherent forecasts as they are, whatever the errors', () => {
    fc.assert(
      fc.property(anyPanel, fc.constantFrom(...methods), ({ structure: any, base: said, errors: past }, method) => {
        const coherent = sumUp(any, said.slice(any.groups.length))
        const again = minimumTrace(any, coherent, { method, errors: past })
        again.forEach((row, i) => {
          row.forEach((value, k) => {
            expect(Math.abs(value - (coherent[i]?.[k] as number))).toBeLessThan(1e-6)
          })
        })
      }),
      { seed, numRuns: 100 },
    )
  })

  test('its sums hold, with zeros set for negative leaves too', () => {
    fc.assert(
      fc.property(
        anyPanel,
        fc.constantFrom(...methods),
        fc.boolean(),
        ({ structure: any, base: said, errors: past }, method, nonNegative) => {
          const ours = minimumTrace(any, said, { method, errors: past, nonNegative })
          const leaves = ours.slice(any.groups.length)
          expect(ours).toEqual(sumUp(any, leaves))
          if (nonNegative) expect(Math.min(...leaves.flat())).toBeGreaterThanOrEqual(0)
          expect(ours.flat().every(Number.isFinite)).toBe(true)
        },
      ),
      { seed, numRuns: 100 },
    )
  })

  test('takes the least away from a node that was never wrong', () => {
    const [total, a, b] = minimumTrace({ leaves: 2, groups: [[0, 1]] }, [[100], [30], [30]], {
      method: 'wls-variance',
      errors: [
        [0, 0],
        [3, -3],
        [4, -4],
      ], // prettier-ignore
    })
    // Variances 0, 9 and 16: the lacking 40 go to the leaves as 9 to 16.
    expect(total?.[0]).toBeCloseTo(100, 4)
    expect(a?.[0]).toBeCloseTo(30 + (40 * 9) / 25, 4)
    expect(b?.[0]).toBeCloseTo(30 + (40 * 16) / 25, 4)
  })

  test('hundreds of crossing groups, solved step by step, are coherent with the total that all agree on', () => {
    const leaves = 900
    const groups = [Array.from({ length: leaves }, (_, i) => i)]
    for (const by of [30, 450]) {
      for (let g = 0; g < by; g++) groups.push(Array.from({ length: leaves / by }, (_, i) => g + i * by))
    }
    const structureOf = { leaves, groups }
    const coherent = sumUp(
      structureOf,
      Array.from({ length: leaves }, (_, i) => [1 + (i % 7)]),
    )
    const noisy = coherent.map(([value], i) => [(value as number) + Math.sin(i)])
    const errorsOf = coherent.map(([value], i) =>
      [0, 1, 2, 3].map((t) => Math.sqrt(value as number) * Math.cos(i * 3 + t)),
    )
    const ours = minimumTrace(structureOf, noisy, { method: 'shrinkage', errors: errorsOf })
    expect(ours).toEqual(sumUp(structureOf, ours.slice(groups.length)))
    const again = minimumTrace(structureOf, ours, { method: 'shrinkage', errors: errorsOf })
    expectNear(again.flat(), ours.flat(), 1e-5)
  })

  test('refuses values that are not finite, rows that are missing, groups that are not groups', () => {
    const refused = (some: SummingStructure, rows: number[][]) =>
      expect(() => minimumTrace(some, rows, { method: 'ols' })).toThrow('forecast.hierarchy-invalid')
    refused(structure, [[1], [1], [1], [1]])
    refused(structure, [[1], [1], [Number.NaN], [1], [1]])
    refused({ leaves: 2, groups: [[0, 0]] }, [[1], [1], [1]])
    refused({ leaves: 2, groups: [[]] }, [[1], [1], [1]])
    refused({ leaves: 2, groups: [[2]] }, [[1], [1], [1]])
    refused({ leaves: 0, groups: [] }, [])
    expect(() => minimumTrace(structure, base, { method: 'shrinkage' })).toThrow('forecast.hierarchy-invalid')
  })
})

describe('the shrinkage intensity', () => {
  test('is that of the formula with its matrices written out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 8, maxLength: 8 }), {
          minLength: 2,
          maxLength: 6,
        }),
        (errors) => {
          const n = 8
          const scaled = errors.map((row) => {
            const size = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0) / n)
            return size > 0 ? row.map((x) => x / size) : row
          })
          let variances = 0
          let squares = 0
          scaled.forEach((a, i) => {
            scaled.forEach((b, j) => {
              if (i === j) return
              const products = a.map((x, t) => x * (b[t] as number))
              const sum = products.reduce((total, x) => total + x, 0)
              variances += (products.reduce((total, x) => total + x * x, 0) - (sum * sum) / n) / (n * (n - 1))
              squares += (sum / n) ** 2
            })
          })
          if (squares < 1e-9) return
          expect(shrinkageIntensity(errors)).toBeCloseTo(Math.max(0, Math.min(1, variances / squares)), 6)
        },
      ),
      { seed },
    )
  })

  test('is 1 where nothing can be said: one period, no errors, a single node', () => {
    expect(shrinkageIntensity([[1], [2]])).toBe(1)
    expect(
      shrinkageIntensity([
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ).toBe(1) // prettier-ignore
    expect(shrinkageIntensity([[1, 2, 3]])).toBe(1)
  })
})

describe('top-down', () => {
  test('by forecasts gives each child its share at each level, as worked by hand', () => {
    // 100 to A and B as 60 to 20; A's 75 as 3 : 2 : 1; B's 25 as 1 : 4.
    const ours = topDownByForecasts(tree, [[100], [60], [20], [30], [20], [10], [2], [8]])
    expect(ours.flat()).toEqual([100, 75, 25, 37.5, 25, 12.5, 5, 20])
  })

  test('keeps the total, and leaves coherent forecasts as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (leaves) => {
          const coherent = sumUp(
            tree,
            leaves.map((value) => [value]),
          )
          expectNear(topDownByForecasts(tree, coherent).flat(), coherent.flat(), 1e-9 * 5000)
        },
      ),
      { seed },
    )
  })

  test('by past shares cuts the total in the mean of them', () => {
    const shares = averageProportions([
      [1, 3, 0],
      [3, 1, 0],
    ]) // prettier-ignore
    expect(shares).toEqual([0.5, 0.5])
    expect(topDown({ leaves: 2, groups: [[0, 1]] }, [8, 10], shares)).toEqual([
      [8, 10],
      [4, 5],
      [4, 5],
    ]) // prettier-ignore
    expect(averageProportions([[0], [0]])).toEqual([0.5, 0.5])
  })

  test('by forecasts refuses groups that cross, and groups without a total', () => {
    const rows = (n: number) => Array.from({ length: n }, () => [1])
    expect(() => topDownByForecasts(crossed, rows(9))).toThrow('forecast.hierarchy-not-a-tree')
    expect(() => topDownByForecasts({ leaves: 2, groups: [[0]] }, rows(3))).toThrow('forecast.hierarchy-not-a-tree')
  })
})

describe('coherent rounding', () => {
  test('every group is exactly the sum of its leaves, and the total the rounded total', () => {
    fc.assert(
      fc.property(anyPanel, ({ structure, base }) => {
        const leaves = base.slice(structure.groups.length)
        const whole = roundCoherently(structure, leaves)
        const parts = whole.slice(structure.groups.length)
        expect(whole.flat().every(Number.isSafeInteger)).toBe(true)
        expect(whole).toEqual(sumUp(structure, parts))
        for (let k = 0; k < 2; k++) {
          const total = leaves.reduce((sum, row) => sum + (row[k] as number), 0)
          expect(Math.abs(parts.reduce((sum, row) => sum + (row[k] as number), 0) - total)).toBeLessThanOrEqual(
            0.5 + 1e-6,
          )
          expectNear(
            parts.map((row) => row[k]),
            leaves.map((row) => row[k] as number),
            1,
          )
        }
      }),
      { seed },
    )
  })

  test('thirds of a total add to it: the first leaves get what is left over', () => {
    const whole = roundCoherently({ leaves: 3, groups: [[0, 1, 2]] }, [[10 / 3], [10 / 3], [10 / 3]])
    expect(whole).toEqual([[10], [4], [3], [3]])
  })

  test('whole values stay, and numbers beyond exact whole ones are refused', () => {
    expect(roundCoherently(tree, [[1], [2], [3], [4], [5]]).flat()).toEqual([15, 6, 9, 1, 2, 3, 4, 5])
    expect(() => roundCoherently(tree, [[1e16], [1], [1], [1], [1]])).toThrow('forecast.hierarchy-invalid')
    expect(() => roundCoherently(tree, [[Number.NaN], [1], [1], [1], [1]])).toThrow('forecast.hierarchy-invalid')
  })
})

describe('a structure from attributes', () => {
  test('has a node for each value of each family, and for what occurs of their crossings', () => {
    const leaves = [
      { id: 'a', category: 'mugs', country: 'PK' },
      { id: 'b', category: 'mugs', country: 'AE' },
      { id: 'c', category: 'bags', country: 'PK' },
    ]
    const structure = structureBy(leaves, [[], ['category'], ['category', 'country']])
    expect(structure.groups).toEqual([[0, 1, 2], [0, 1], [2], [0], [1], [2]]) // prettier-ignore
    expect(structure.names[0]).toBe('total')
    expect(structure.names).toHaveLength(9)
    expect(() => structureBy(leaves, [['channel']])).toThrow('forecast.hierarchy-invalid')
  })
})
