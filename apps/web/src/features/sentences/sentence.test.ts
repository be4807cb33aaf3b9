// SPDX-License-Identifier: Apache-2.0
import { badReasons, defaultRules } from '@resham/ledger'
import { describe, expect, test } from 'vitest'
import en from '#lib/i18n/en.json' with { type: 'json' }
import ur from '#lib/i18n/ur.json' with { type: 'json' }
import { makeWords, type Preference } from '#lib/i18n/words.ts'
import { sentenceCodes } from '../../../../../packages/planning/src/sentences.ts'
import { sentenceInWords } from './sentence.ts'
import { kindOfValue, sayValue } from './values.ts'

const reader: Preference = { language: 'en', digits: 'western', theme: 'system', grouping: 'lakh', timeZone: 'UTC' }
const readers = { en: makeWords(reader), ur: makeWords({ ...reader, language: 'ur' }) }
const catalogues: Readonly<Record<'en' | 'ur', Readonly<Record<string, unknown>>>> = { en, ur }
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '')

/** A value of each kind, as it travels. */
const sample = {
  name: 'Star',
  day: '2026-12-03',
  days: 21,
  month: 11,
  count: 3,
  money: 12_400_000,
  pieces: 240,
  share: 0.42,
  ratio: 0.42,
  times: 2.5,
} as const

describe.each(['en', 'ur'] as const)('words for the engines in %s', (language) => {
  test.each(Object.entries(sentenceCodes))(
    'the sentence %s names each of its values and nothing else',
    (code, kinds) => {
      const values = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, sample[kind]]))
      const said = sentenceInWords({ code, values }, 'PKR', readers[language])
      expect(said).not.toBe('')
      expect(said).not.toMatch(/[{}]/)
    },
  )

  test.each(badReasons)('the reason %s of a row left out has words', (reason) => {
    expect(catalogues[language][`ledger.bad.${reason}`]).toBeTypeOf('string')
  })

  test.each(defaultRules.map(({ id }) => id))('the first rule %s has words', (id) => {
    expect(catalogues[language][`ledger.rule.${id}`]).toBeTypeOf('string')
  })
})

test('the pages know of each value what the engine says it is', () => {
  for (const [code, kinds] of Object.entries(sentenceCodes)) {
    for (const [name, kind] of Object.entries(kinds))
      expect([code, name, kindOfValue(code, name)]).toEqual([code, name, kind])
  }
})

describe('values in words', () => {
  const say = (kind: Parameters<typeof sayValue>[0], value: string | number) =>
    bare(String(sayValue(kind, value, 'PKR', readers.en)))

  test('money is said as people say it', () => expect(say('money', 124_000_000)).toBe('Rs 12.4 lakh'))
  test('a day number and a written day are the same day', () =>
    expect(say('day', 20_790)).toBe(say('day', '2026-12-03')))
  test('a month has its name alone', () => expect(say('month', 11)).toBe('November'))
  test('a large chance is not called certain', () => expect(say('share', 0.998)).toBe('more than 99%'))
  test('a small chance is not called nothing', () => expect(say('share', 0.001)).toBe('under 1%'))
  test('days agree with their number', () => expect([say('days', 1), say('days', 21)]).toEqual(['1 day', '21 days']))
})

test.each(['trend.up', 'trend.last-year-up', 'task.price-higher', 'why.pieces-change-up'])(
  'a large change is said in times by %s, as the line above says it',
  (code) => {
    const said = (ratio: number, language: 'en' | 'ur') => {
      const values = { ratio, net: 12_400_000, price: 40_000, name: 'Star' }
      return bare(sentenceInWords({ code, values }, 'PKR', readers[language]))
    }
    expect(said(5.14, 'en')).toContain('6.1 times')
    expect(said(5.14, 'ur')).toContain('6.1 گنا')
    expect(said(0.41, 'en')).toContain('41%')
    expect(said(5.14, 'en')).not.toContain('%')
  },
)

test('a sentence that has no words is left out', () => {
  expect(sentenceInWords({ code: 'from-the-future', values: {} }, 'PKR', readers.en)).toBe('')
})
