// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from './data-folder.ts'
import { cells } from './ledger.ts'

/** Monthly prices of one commodity at one market. */
export type PriceSeries = {
  readonly name: string
  /** Months since year 0 of the first value. */
  readonly firstMonth: number
  /** Price per month, oldest first; NaN where none was recorded. */
  readonly prices: readonly number[]
}

const FILE = 'agriculture/wfp_food_prices_pakistan_to_2023-10.csv.gz'

/** Reads the World Food Programme's monthly prices, one series a pair of commodity (with its unit) and market. */
export function readWfp(): PriceSeries[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(`${dataFolder()}/${FILE}`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  const names = cells(head.trimEnd())
  const byName = new Map<string, Map<number, number>>()
  for (const line of lines) {
    const row = cells(line.trimEnd())
    const at = (name: string) => row[names.indexOf(name)] ?? ''
    const name = ['commodity', 'unit', 'market', 'pricetype'].map(at).join(' | ')
    const [year = 0, month = 0] = at('date').split('-').map(Number)
    const price = Number(at('price'))
    if (!(price > 0)) continue
    const months = byName.get(name) ?? new Map<number, number>()
    byName.set(name, months.set(12 * year + month - 1, price))
  }
  return [...byName].map(([name, months]) => {
    const firstMonth = Math.min(...months.keys())
    const length = Math.max(...months.keys()) - firstMonth + 1
    return { name, firstMonth, prices: Array.from({ length }, (_, t) => months.get(firstMonth + t) ?? Number.NaN) }
  })
}
