// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { findDataFolder } from '../../bench/data-folder.ts'
import { readM3, SEASONS } from '../../bench/m3-series.ts'
import { smape } from '../evaluate/metrics.ts'
import { MODELS } from './registry.ts'

const folder = findDataFolder()
if (folder === undefined) {
  process.stderr.write('\n!!! NOT CHECKED: the M3 series are absent; set RESHAM_DATA to the folder of public data.\n\n')
}

describe('the M3 competition', () => {
  test.skipIf(folder === undefined)("theta scores what its authors' entry scored: sMAPE 12.76, within 0.15", () => {
    let total = 0
    const rows = readM3()
    for (const { period, h, train, test: truth } of rows) {
      const fit = MODELS.theta.fit(Float64Array.from(train), SEASONS[period] ?? 1)
      total += smape(truth, MODELS.theta.predict(fit, h))
    }
    expect(rows).toHaveLength(3003)
    expect(Math.abs(total / rows.length - 12.762)).toBeLessThan(0.15)
  })

  test.skipIf(folder === undefined)('the dynamic optimised theta scores what its authors printed, within 0.1', () => {
    const printed: Record<string, number> = { yearly: 15.94, quarterly: 9.28, monthly: 13.74, other: 4.58, all: 12.9 }
    const sums = new Map<string, { total: number; points: number }>()
    for (const { period, h, train, test: truth } of readM3()) {
      const fit = MODELS['dynamic-optimised-theta'].fit(Float64Array.from(train), SEASONS[period] ?? 1)
      const said = MODELS['dynamic-optimised-theta'].predict(fit, h)
      for (const key of [period, 'all']) {
        const { total, points } = sums.get(key) ?? { total: 0, points: 0 }
        // The authors weigh every value alike, not every series.
        sums.set(key, { total: total + h * smape(truth, said), points: points + h })
      }
    }
    for (const [period, { total, points }] of sums) {
      expect(Math.abs(total / points - (printed[period] ?? 0)), period).toBeLessThan(0.1)
    }
  })
})
