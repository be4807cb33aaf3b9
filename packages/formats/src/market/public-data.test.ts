// SPDX-License-Identifier: Apache-2.0
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { gathered, publicFile } from './tables.testing.ts'

const prices = publicFile('agriculture/wfp_food_prices_pakistan_to_2023-10.csv.gz')
const rates = publicFile('exchange/ecb_reference_rates_daily.csv.gz')
const exports = publicFile('trade/pakistan_exports_monthly_usd.csv')
const crops = publicFile('agriculture/pakistan_crops_by_province.csv')

test.runIf(prices)('every price of the public food-price file is in a series, as another reader has it', async () => {
  const read = await gathered(prices as Uint8Array)
  const rows = parse(gunzipSync(prices as Uint8Array), { columns: true }) as Record<string, string>[]
  expect([read.format, read.rowsRead, read.rowsKept, read.skipped]).toEqual(['wfp', rows.length, rows.length, []])
  const sums = new Map<string, number>()
  for (const row of rows) {
    const name = `${row.commodity}, ${row.market}`
    sums.set(name, (sums.get(name) ?? 0) + Number(row.price))
  }
  expect(read.series).toHaveLength(sums.size)
  for (const { facts, values } of read.series) {
    const sum = values.reduce((total, value) => total + value, 0)
    expect(sum, facts.key).toBeCloseTo(sums.get(facts.words.join(', ')) ?? Number.NaN, 4)
    expect(facts.frequency).toBe('month')
  }
})

test.runIf(rates)('every rate of the public file of the ECB is in a series', async () => {
  const read = await gathered(rates as Uint8Array)
  const [header = [], ...rows] = parse(gunzipSync(rates as Uint8Array)) as string[][]
  expect([read.format, read.rowsRead, read.series.length]).toEqual(['ecb', rows.length, header.length - 1])
  for (const { facts, values } of read.series) {
    const at = header.indexOf(facts.currency ?? '')
    expect(values, facts.key).toHaveLength(rows.filter((row) => row[at] !== '').length)
    expect(values.at(-1)).toBe(Number(rows.findLast((row) => row[at] !== '')?.[at]))
  }
})

test.runIf(exports)('the public file of exports is one series of months', async () => {
  const read = await gathered(exports as Uint8Array, { name: 'Exports of goods', kind: 'trade', currency: 'USD' })
  expect(read.series).toMatchObject([{ facts: { kind: 'trade', frequency: 'month' }, notes: [] }])
  expect(read.series[0]?.values).toHaveLength(262)
})

test.runIf(crops)('the public file of crops is a series of years for each crop and province', async () => {
  const read = await gathered(crops as Uint8Array, {
    by: ['crop', 'province'],
    value: 'production_thousand_tonnes',
    kind: 'harvest',
  })
  expect(read.series).toHaveLength(39)
  expect(new Set(read.series.map(({ facts, values }) => `${facts.frequency} ${values.length}`))).toEqual(
    new Set(['year 22']),
  )
})
