// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, plainDate, toDayNumber } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldWord, isOneOff, wordsOf } from './fold.ts'
import { makeLexicon } from './lexicon.ts'
import { parseQuestion } from './parse.ts'
import { seen, unseen } from './questions.testing.ts'
import { daysOf } from './time.ts'
import type { AskedTime, Question } from './types.ts'

const place = (id: string, ...names: string[]) => ({ id, names: [id, ...names] })
const lexicon = makeLexicon({
  places: [
    place('Lahore', 'لاہور'),
    place('Karachi', 'کراچی'),
    place('Multan', 'ملتان'),
    place('Peshawar', 'پشاور'),
    place('Quetta', 'کوئٹہ'),
    place('Sialkot', 'سیالکوٹ'),
    place('Germany', 'جرمنی'),
    place('United Kingdom', 'برطانیہ'),
  ],
  goods: [{ id: 'Rubber bladder', names: ['Rubber bladder'] }],
})

/** A question in short: intent, what of it, measure, goods, @places, time. */
function inShort(question: Question): string {
  if (question.intent === 'series' || question.intent === 'compare') {
    const { intent, measure, goods, places, time } = question
    return [
      intent,
      question.intent === 'series' ? question.ask : '',
      measure ?? '-',
      goods.join(','),
      places.length > 0 ? `@${places.join(',')}` : '',
      time ? timeInShort(time) : '',
    ]
      .filter((part) => part !== '')
      .join(' ')
  }
  if (question.intent === 'my-items') return `my-items ${question.way}`
  return question.intent === 'my-sales' ? `my-sales ${question.ask}` : question.intent
}

function timeInShort(time: AskedTime): string {
  if (time.kind === 'relative') return `${time.unit}${time.count < 0 ? '' : '+'}${time.count}`
  if (time.kind === 'years') return `${time.from}-${time.to ?? ''}`
  return [time.year, time.month].filter((part) => part !== null).join('-')
}

const ask = (text: string) => inShort(parseQuestion(text, lexicon))

describe('questions in three scripts', () => {
  test.each(seen)('%s', (question, understood) => {
    expect(ask(question)).toBe(understood)
  })

  test('of those that the words were not made for, most are understood', () => {
    const wrong = unseen.filter(([question, understood]) => ask(question) !== understood)
    const share = 1 - wrong.length / unseen.length
    process.stdout.write(
      `Understood: all ${seen.length} seen, ${unseen.length - wrong.length} of ${unseen.length} unseen\n` +
        wrong.map(([question, understood]) => `  ${question} -> ${ask(question)}, not ${understood}\n`).join(''),
    )
    expect(share).toBeGreaterThanOrEqual(0.8)
  })

  test('there are at least 120, a good part in each script', () => {
    const all = [...seen, ...unseen].map(([question]) => question)
    expect(new Set(all).size).toBeGreaterThanOrEqual(120)
    expect(all.filter((question) => /[\u0600-\u06ff]/.test(question)).length).toBeGreaterThanOrEqual(35)
  })
})

describe('folding', () => {
  test.each([
    ['Qeemat', 'kimat'],
    ['chaawal', 'chaval'],
    ['pichhle', 'pichlay'],
    ['maheene', 'mahine'],
    ['barhi', 'bari'],
    ['كيوں', 'کیوں'],
    ['ہندسہ', 'هندسه'],
    ['۲۰۲۲', '2022'],
  ])('%s is %s', (a, b) => {
    expect(foldWord(a)).toBe(foldWord(b))
  })

  test('different goods stay different', () => {
    const words = ['rice', 'wheat', 'flour', 'sugar', 'oil', 'ghee', 'milk', 'salt', 'dal', 'aloo', 'piyaz', 'anda']
    expect(new Set(words.map(foldWord)).size).toBe(words.length)
  })

  test('folding twice changes nothing more, and no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = wordsOf(text)
        expect(wordsOf(once.join(' ')).join(' ').length).toBeLessThanOrEqual(once.join(' ').length)
        expect(() => parseQuestion(text, lexicon)).not.toThrow()
      }),
      { seed: 11 },
    )
  })

  test('one slip is one letter more, less, other, or two changed about', () => {
    expect([isOneOff('dollar', 'doller'), isOneOff('sugar', 'sugr'), isOneOff('wheat', 'whaet')]).toEqual([
      true,
      true,
      true,
    ])
    expect([isOneOff('rice', 'dice2'), isOneOff('cotton', 'button')]).toEqual([false, false])
  })
})

describe('time, seen from 24 November 2026', () => {
  const today = toDayNumber(plainDate('2026-11-24'))
  const span = (time: AskedTime) => {
    const { from, to } = daysOf(time, today)
    return `${fromDayNumber(from)} ${fromDayNumber(to)}`
  }
  test.each<[AskedTime, string]>([
    [{ kind: 'relative', unit: 'month', count: 1 }, '2026-12-01 2026-12-31'],
    [{ kind: 'relative', unit: 'month', count: 3 }, '2026-12-01 2027-02-28'],
    [{ kind: 'relative', unit: 'year', count: -1 }, '2025-01-01 2025-12-31'],
    [{ kind: 'relative', unit: 'year', count: -5 }, '2021-11-01 2026-11-24'],
    [{ kind: 'relative', unit: 'year', count: 0 }, '2026-01-01 2026-12-31'],
    [{ kind: 'relative', unit: 'week', count: 1 }, '2026-11-25 2026-12-01'],
    [{ kind: 'relative', unit: 'day', count: 0 }, '2026-11-24 2026-11-24'],
    [{ kind: 'calendar', year: 2023, month: 3 }, '2023-03-01 2023-03-31'],
    [{ kind: 'calendar', year: null, month: 12 }, '2025-12-01 2025-12-31'],
    [{ kind: 'calendar', year: 2022, month: null }, '2022-01-01 2022-12-31'],
    [{ kind: 'years', from: 2020, to: null }, '2020-01-01 2026-11-24'],
    [{ kind: 'years', from: 2019, to: 2021 }, '2019-01-01 2021-12-31'],
  ])('%j', (time, days) => {
    expect(span(time)).toBe(days)
  })
})
