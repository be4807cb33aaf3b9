// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { findDataFolder } from '../../bench/data-folder.ts'
import { readM4 } from '../../bench/m4-series.ts'
import { naive2, owa } from './owa.ts'

const folder = findDataFolder()
if (folder === undefined) {
  process.stderr.write('\n!!! NOT CHECKED: the M4 series are absent; set RESHAM_DATA to the folder of public data.\n\n')
}

describe('overall weighted average', () => {
  test('worked by hand: half as wrong as the last value is one half', () => {
    // The history moves by 4; Naive2 says 5 and is wrong by 2 and 4, we are wrong by 1 and 2.
    const history = [1, 5, 1, 5]
    const found = owa([{ history, forecast: [6, 7], actual: [7, 9] }], 1)
    expect(found.naive2.mase).toBeCloseTo(3 / 4, 12)
    expect(found.mase).toBeCloseTo(1.5 / 4, 12)
    const ours = (200 * 1) / 13 + (200 * 2) / 16
    const theirs = (200 * 2) / 12 + (200 * 4) / 14
    expect(found.owa).toBeCloseTo((ours / theirs + 0.5) / 2, 12)
  })

  test('Naive2 against itself is one', () => {
    const history = Array.from({ length: 40 }, (_, t) => 10 + (t % 4) * 3 + ((t * 7) % 5))
    const forecast = Array.from(naive2(history, 4, 6))
    expect(owa([{ history, forecast, actual: [9, 14, 15, 20, 11, 12] }], 4).owa).toBeCloseTo(1, 12)
  })

  test('nothing to judge, or a yardstick without error, is refused', () => {
    expect(() => owa([], 1)).toThrow('forecast.owa-of-nothing')
    expect(() => owa([{ history: [3, 3, 3], forecast: [3], actual: [4] }], 1)).toThrow('forecast.owa-of-nothing')
    expect(() => owa([{ history: [1, 2, 3], forecast: [4], actual: [3] }], 1)).toThrow('forecast.owa-of-nothing')
  })

  test.skipIf(folder === undefined).each([
    // Table of the competition's benchmarks: Makridakis et al. (2020), appendix A.
    ['hourly', 24, 18.383, 2.395],
    ['weekly', 1, 9.161, 2.777],
  ] as const)('Naive2 scores on the %s series of M4 what the competition published', (period, lag, smape, mase) => {
    const judged = readM4(period).map(({ train, test: actual }) => ({
      history: train,
      forecast: Array.from(naive2(train, lag, actual.length)),
      actual,
    }))
    const found = owa(judged, lag)
    expect(found.naive2.smape).toBeCloseTo(smape, 3)
    expect(found.naive2.mase).toBeCloseTo(mase, 3)
  })
})
