// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { generateSampleFlows } from './flows.ts'

const options = { seed: 7, home: 'ZZZ', destinations: ['XAA', 'XBB', 'XCC'], lastYear: 2024 }
const made = generateSampleFlows(options)

test('the same seed gives the same trade, and a later year only adds to it', () => {
  expect(generateSampleFlows(options)).toEqual(made)
  const later = generateSampleFlows({ ...options, lastYear: 2025 }).flows
  expect(later.filter(({ year }) => year <= 2024)).toEqual(made.flows)
})

test('it says that it is invented, every category it names has one heading, and home sells less than all', () => {
  expect(made.invented).toBe(true)
  expect(new Set(made.choices.map(({ category }) => category)).size).toBe(made.choices.length)
  for (const { heading, reporter, year, valueUsd } of made.flows.filter(({ partner }) => partner === 'ZZZ')) {
    const all = made.flows.find(
      (one) => one.partner === 'W00' && one.heading === heading && one.reporter === reporter && one.year === year,
    )
    expect(all?.valueUsd).toBeGreaterThan(valueUsd)
  }
})
