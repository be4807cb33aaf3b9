// SPDX-License-Identifier: Apache-2.0
import { isDeclined, type Random, seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { associate, LAGS, LEAST_MONTHS } from './associate.ts'
import { byMonth } from './by-month.ts'
import type { Association, MonthlySeries } from './types.ts'
import { unforeseen } from './unforeseen.ts'

const firstOf = (month: number) => Math.round(Date.UTC(2020, month, 1) / 86_400_000)
const series = (values: readonly number[], from = 0): MonthlySeries => ({
  days: values.map((_, i) => firstOf(from + i)),
  values,
})

/** A walk whose steps are drawn from `step`, as prices and sales are: above zero. */
function walk(n: number, step: (t: number) => number): number[] {
  let level = 5
  return Array.from({ length: n }, (_, t) => {
    level += step(t)
    return Math.exp(level)
  })
}
const season = (t: number) => 0.3 * Math.sin((2 * Math.PI * t) / 12)

/** Sales that answer the market's steps `lag` months later, beside a season of their own and chance. */
function planted(random: Random, n: number, lag: number, strength: number): [MonthlySeries, MonthlySeries] {
  const steps = Array.from({ length: n + lag }, () => 0.05 * random.normal())
  const market = walk(n + lag, (t) => steps[t] as number)
  const sales = walk(n, (t) => strength * (steps[t] as number) + 0.03 * random.normal())
  return [
    series(
      sales.map((value, t) => value * Math.exp(season(t))),
      lag,
    ),
    series(market),
  ]
}

function found(sales: MonthlySeries, market: MonthlySeries, tried = 1): Association {
  const result = associate(sales, market, tried)
  if (isDeclined(result)) throw new Error(result.reason)
  return result
}

describe('what was planted', () => {
  test.each([0, 1, 3, 6])('is found at its lag of %i months, beside a season and chance', (lag) => {
    const [sales, market] = planted(seededRandom(40 + lag), 60, lag, 1)
    const result = found(sales, market, 10)
    expect(result).toMatchObject({ lag, verdict: 'likely' })
    expect(result.correlation).toBeGreaterThan(0.6)
  })

  test('is found against its direction too', () => {
    const [sales, market] = planted(seededRandom(51), 60, 2, -1)
    expect(found(sales, market)).toMatchObject({ lag: 2, verdict: 'likely' })
    expect(found(sales, market).correlation).toBeLessThan(-0.6)
  })
})

test('of 400 pairs of random walks that have nothing to do with each other, about one in twenty seems likely', () => {
  const random = seededRandom(77)
  const verdicts = Array.from({ length: 400 }, () => {
    const one = walk(48, () => 0.05 * random.normal())
    const other = walk(48, () => 0.05 * random.normal())
    return found(series(one), series(other)).verdict
  })
  const share = verdicts.filter((verdict) => verdict === 'likely').length / verdicts.length
  process.stdout.write(`Random walks taken for likely: ${(100 * share).toFixed(1)} % (aimed at: 5 %)\n`)
  expect(share).toBeLessThanOrEqual(0.075)
})

test('two walks that share only their season and their growth do not seem likely more often', () => {
  const random = seededRandom(78)
  const likely = Array.from({ length: 200 }, () => {
    const one = walk(60, () => 0.01 + 0.04 * random.normal()).map((value, t) => value * Math.exp(season(t)))
    const other = walk(60, () => 0.02 + 0.04 * random.normal()).map((value, t) => value * Math.exp(2 * season(t)))
    return found(series(one), series(other)).verdict
  }).filter((verdict) => verdict === 'likely')
  process.stdout.write(`With a common season: ${((100 * likely.length) / 200).toFixed(1)} %\n`)
  expect(likely.length / 200).toBeLessThanOrEqual(0.09)
})

test('just long enough for a season to be taken out, it is careful', () => {
  const random = seededRandom(79)
  const short = () => series(walk(26, () => 0.05 * random.normal()).map((value, t) => value * Math.exp(season(t))))
  const verdicts = Array.from({ length: 300 }, () => found(short(), short()).verdict)
  expect(verdicts.filter((verdict) => verdict === 'likely').length / 300).toBeLessThanOrEqual(0.03)
})

describe('laws', () => {
  const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 31, maxLength: 60 })

  test('every figure is in its range, and more that was tried never makes it surer', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [one, many] = [associate(series(a), series(b)), associate(series(a), series(b), 20)]
        if (isDeclined(one) || isDeclined(many)) return true
        return (
          Math.abs(one.correlation) <= 1 &&
          one.chance >= 0 &&
          one.chance <= one.chanceOfAny + 1e-12 &&
          one.chanceOfAny <= many.chanceOfAny + 1e-12 &&
          many.chanceOfAny <= 1 &&
          one.lag >= 0 &&
          one.lag <= LAGS &&
          one.effectiveMonths <= one.months
        )
      }),
      { seed: 9, numRuns: 60 },
    )
  })

  test('in another unit of money it is the same', () => {
    const [sales, market] = planted(seededRandom(61), 48, 1, 1)
    const result = found({ ...sales, values: sales.values.map((value) => value * 250) }, market)
    expect(result.correlation).toBeCloseTo(found(sales, market).correlation, 9)
  })

  test('a slow twin: the correlation is that of the two lists, one moved by the lag', () => {
    const [sales, market] = planted(seededRandom(62), 40, 2, 1)
    const { lag, correlation, months } = found(sales, market)
    const [ours, theirs] = [unforeseen(sales), unforeseen(market)]
    const pairs = [...ours]
      .filter(([month]) => theirs.has(month - lag))
      .map(([month, x]) => [x, theirs.get(month - lag) ?? 0] as const)
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
    const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
    const cov = mean(pairs.map(([x, y]) => (x - mx) * (y - my)))
    const sx = Math.sqrt(mean(pairs.map(([x]) => (x - mx) ** 2)))
    const sy = Math.sqrt(mean(pairs.map(([, y]) => (y - my) ** 2)))
    expect(pairs).toHaveLength(months)
    expect(correlation).toBeCloseTo(cov / (sx * sy), 9)
  })
})

describe('refusals', () => {
  test('a short history says how many months are needed', () => {
    const short = series(walk(12, (t) => 0.01 * (t % 3)))
    expect(associate(short, short)).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: LEAST_MONTHS + 2,
      got: 12,
    })
  })

  test('two series too short for a season to be taken out of either are declined: they may share one', () => {
    const random = seededRandom(5)
    const short = () => series(walk(24, () => 0.1 * random.normal()))
    expect(associate(short(), short())).toMatchObject({ reason: 'history-too-short', needed: 25, got: 24 })
    const long = series(walk(60, () => 0.1 * random.normal()))
    expect(isDeclined(associate(short(), long))).toBe(false)
  })

  test('series that never meet in time are declined too', () => {
    expect(
      associate(
        series(walk(30, () => 0.1)),
        series(
          walk(30, () => 0.1),
          60,
        ),
      ),
    ).toMatchObject({ got: 0 })
  })

  test('a price that never moves moves nothing', () => {
    const random = seededRandom(4)
    const moving = series(walk(40, () => 0.1 * random.normal()))
    expect(associate(moving, series(Array(40).fill(7)))).toMatchObject({ reason: 'nothing-moves' })
  })

  test('a value that is no number is refused', () => {
    const sound = series(walk(30, () => 0.1))
    expect(() => associate(sound, series([Number.NaN]))).toThrow()
    expect(() => associate(sound, sound, 0)).toThrow()
  })
})

describe('by month', () => {
  test('sums leave out months that are cut, and count days without sales as nothing', () => {
    const days = [firstOf(0) + 20, firstOf(1), firstOf(1) + 9, firstOf(3) + 2]
    const whole = { firstDay: firstOf(0) + 10, lastDay: firstOf(3) + 5 }
    expect(byMonth({ days, values: [5, 1, 2, 9] }, 'sum', whole)).toEqual({
      days: [firstOf(1), firstOf(2)],
      values: [3, 0],
    })
  })

  test('means are of the values that there are', () => {
    expect(byMonth({ days: [firstOf(0), firstOf(0) + 7, firstOf(1)], values: [1, 3, 9] }, 'mean').values).toEqual([
      2, 9,
    ])
  })
})
