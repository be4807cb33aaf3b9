// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { inventedBooks, someSettings } from './a-books.testing.ts'
import { analyseAll } from './analyse.ts'
import { withinBudget } from './replenish/budget.ts'
import { type Sentence, sentenceCodes } from './sentences.ts'

/** Every sentence anywhere within. */
function sentencesIn(value: unknown): Sentence[] {
  if (typeof value !== 'object' || value === null) return []
  if ('code' in value && 'values' in value) return [value as Sentence]
  return Object.values(value).flatMap(sentencesIn)
}

const books = inventedBooks({ items: 120, customers: 60, countries: 8, days: 640 })
const supplies = books.items.map(({ key }, i) => ({
  key,
  onHand: i % 5 === 0 ? null : (i * 37) % 300,
  packSize: i % 2 ? 12 : 1,
  minimumOrder: i % 7 ? 0 : 200,
}))
const analysis = analyseAll(books, supplies, someSettings())
const said = [...sentencesIn(analysis), ...sentencesIn(withinBudget(analysis.plan, 100_000))]

describe('sentences', () => {
  test('carry exactly the values that their code lists, of the right kind and finite', () => {
    expect(said.length).toBeGreaterThan(500)
    for (const { code, values } of said) {
      const kinds: Readonly<Record<string, string>> = sentenceCodes[code]
      expect(Object.keys(values).sort()).toEqual(Object.keys(kinds).sort())
      for (const [name, value] of Object.entries(values)) {
        if (kinds[name] === 'name') expect(typeof value).toBe('string')
        else expect(Number.isFinite(value), `${code} ${name}`).toBe(true)
      }
    }
  })

  test('shares and chances lie between 0 and 1 or above, days and months are whole', () => {
    for (const { code, values } of said) {
      for (const [name, kind] of Object.entries(sentenceCodes[code] as Readonly<Record<string, string>>)) {
        const value = values[name] as number
        if (kind === 'share') expect(value, `${code} ${name}`).toBeGreaterThanOrEqual(0)
        if (kind === 'day' || kind === 'month' || kind === 'count') expect(Number.isInteger(value), code).toBe(true)
      }
    }
  })
})
