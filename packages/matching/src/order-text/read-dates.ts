// SPDX-License-Identifier: Apache-2.0
import { addDays, isRealDate, type PlainDate, plainDate, toDayNumber, weekday } from '@resham/base'
import { oneScript } from '../fold/letters.ts'
import type { Token } from './tokens.ts'
import type { DayTold, OrderTextOptions } from './types.ts'

const words = (text: string) => text.split(' ').map(oneScript)
const dayOffsets = new Map<string, number>([
  ...words('today aaj aj آج').map((word) => [word, 0] as const),
  ...words('tomorrow tomorow tmrw kal kl کل').map((word) => [word, 1] as const),
  ...words('parson parso parsoon پرسوں').map((word) => [word, 2] as const),
])
const weekdays = new Map(
  [
    'sunday itwar itwaar اتوار',
    'monday peer pir somwar somvar پیر سوموار',
    'tuesday mangal mangalwar منگل',
    'wednesday budh budhwar بدھ',
  ]
    .concat(['thursday jumerat jumeraat jumraat جمعرات', 'friday jumma juma jummay jumme jummah جمعہ جمعے'])
    .concat(['saturday hafta hafte haftay saneechar ہفتہ ہفتے سنیچر'])
    .flatMap((names, day) => words(names).map((name) => [name, day] as const)),
)
const months = new Map(
  [
    'january jan جنوری',
    'february feb فروری',
    'march mar مارچ',
    'april apr اپریل',
    'may مئی',
    'june jun جون',
    'july jul جولائی',
  ]
    .concat([
      'august aug اگست',
      'september sep sept ستمبر',
      'october oct اکتوبر',
      'november nov نومبر',
      'december dec دسمبر',
    ])
    .flatMap((names, i) => words(names).map((name) => [name, i + 1] as const)),
)
const next = new Set(words('next agle aglay agly agla اگلے اگلا'))
const thisOne = new Set(words('this is isi اس اسی'))
const dateWords = new Set(words('tareekh tarikh tariq tarekh date تاریخ'))
const dayWords = new Set(words('day days din dino dinon دن دنوں'))
const weekWords = new Set(words('week weeks hafte haftay hafton ہفتے ہفتوں'))
const within = new Set(words('in mein main me within andar میں'))
const particles = new Set(words('by on till until before tak tk ko se pehle the of تک کو سے پہلے'))
/** `hafta` is Saturday where it is said as a day, a week where it is counted. */
const saysDay = new Set(words('tak tk ko تک کو'))

type Hit = { readonly choices: readonly PlainDate[]; readonly length: number }

/** Takes the first day told out of the tokens of one line. */
export function takeDate(tokens: readonly Token[], options: OrderTextOptions): { rest: Token[]; told: DayTold | null } {
  for (let i = 0; i < tokens.length; i++) {
    const hit = dateAt(tokens, i, options)
    const [day] = hit?.choices ?? []
    if (!hit || !day) continue
    let [from, to] = [i, i + hit.length]
    if (particles.has(tokens[from - 1]?.plain ?? '')) from -= 1
    while (particles.has(tokens[to]?.plain ?? '')) to += 1
    const text = tokens.slice(i, i + hit.length).map((token) => token.text)
    return {
      rest: [...tokens.slice(0, from), ...tokens.slice(to)],
      told: { day, words: text.join(' '), choices: hit.choices },
    }
  }
  return { rest: [...tokens], told: null }
}

function dateAt(tokens: readonly Token[], at: number, options: OrderTextOptions): Hit | undefined {
  const { today } = options
  const plain = (i: number) => tokens[at + i]?.plain ?? ''
  if (tokens[at]?.kind === 'number') return figures(tokens, at, options) ?? counted(tokens, at, today)
  if (plain(0) === 'day' && plain(1) === 'after' && plain(2) === 'tomorrow')
    return { choices: [addDays(today, 2)], length: 3 }
  const offset = dayOffsets.get(plain(0))
  // "kal wala order" is yesterday's: no day to deliver on.
  if (offset !== undefined && !/^(wala|wali|wale|والا|والی)$/.test(plain(1)))
    return { choices: [addDays(today, offset)], length: 1 }
  const skip = next.has(plain(0)) || thisOne.has(plain(0)) ? 1 : 0
  if (next.has(plain(0)) && weekWords.has(plain(1))) {
    // Next week, without a day: its Monday or a week from now.
    return { choices: [onWeekday(addDays(today, 1), 1), addDays(today, 7)], length: 2 }
  }
  const day = weekdays.get(plain(skip))
  if (day !== undefined && (!weekWords.has(plain(skip)) || saysDay.has(plain(skip + 1)))) {
    const first = onWeekday(addDays(today, 1), day)
    // "Next Friday", said on Wednesday, is two days off for some and nine for others.
    const sameWeek = weekday(toDayNumber(first)) > weekday(toDayNumber(today)) && skip === 1 && next.has(plain(0))
    return { choices: sameWeek ? [addDays(first, 7), first] : [first], length: skip + 1 }
  }
  const month = months.get(plain(0))
  const dayOfMonth = tokens[at + 1]
  if (month !== undefined && dayOfMonth?.kind === 'number') {
    const when = comingDay(today, dayOfMonth.value, month)
    if (when) return { choices: [when], length: 2 }
  }
  return undefined
}

/** The first day that falls on a weekday (0 Sunday), from `from` on. */
function onWeekday(from: PlainDate, day: number): PlainDate {
  return addDays(from, (day - weekday(toDayNumber(from)) + 7) % 7)
}

/** `5 tareekh`, `5 December`, `5th of Dec`, `3 din mein`. */
function counted(tokens: readonly Token[], at: number, today: PlainDate): Hit | undefined {
  const value = tokens[at]?.value ?? 0
  let i = 1
  if (/^(st|nd|rd|th)$/.test(tokens[at + i]?.plain ?? '')) i += 1
  if (tokens[at + i]?.plain === 'of') i += 1
  const word = tokens[at + i]?.plain ?? ''
  const after = tokens[at + i + 1]?.plain ?? ''
  const month = months.get(word)
  const when = month !== undefined ? comingDay(today, value, month) : undefined
  if (when) return { choices: [when], length: i + 1 }
  if (dateWords.has(word)) {
    const coming = comingDay(today, value)
    return coming ? { choices: [coming], length: i + 1 } : undefined
  }
  const isWithin = within.has(after) || within.has(tokens[at - 1]?.plain ?? '')
  if (value > 0 && value <= 90 && Number.isInteger(value) && isWithin) {
    const days = dayWords.has(word) ? value : weekWords.has(word) ? value * 7 : undefined
    if (days !== undefined) return { choices: [addDays(today, days)], length: i + (within.has(after) ? 2 : 1) }
  }
  return undefined
}

/** The next such day of any month, or of the given one, from today on. */
function comingDay(today: PlainDate, day: number, month?: number): PlainDate | undefined {
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  for (let ahead = 0; ahead < 13; ahead++) {
    const m = month ?? ((thisMonth - 1 + ahead) % 12) + 1
    const y = month === undefined ? year + Math.floor((thisMonth - 1 + ahead) / 12) : year + Math.min(ahead, 1)
    const found = dateOf(y, m, day)
    if (found && found >= today) return found
  }
  return undefined
}

function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(day) || !isRealDate(year, month, day)) return undefined
  return plainDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** `2026-12-05`, `5/12/2026`, `5.12.26`. A date with two readings gives both, the country's order first. */
function figures(tokens: readonly Token[], at: number, options: OrderTextOptions): Hit | undefined {
  const signs = [tokens[at + 1]?.plain, tokens[at + 3]?.plain]
  const [a, b, c] = [tokens[at], tokens[at + 2], tokens[at + 4]].map((token) =>
    token?.kind === 'number' ? token.value : Number.NaN,
  )
  if (
    a === undefined ||
    b === undefined ||
    c === undefined ||
    !(signs[0] === signs[1] && /^[-/.]$/.test(signs[0] ?? ''))
  )
    return undefined
  if (a > 1900) {
    const day = dateOf(a, b, c)
    return day ? { choices: [day], length: 5 } : undefined
  }
  const year = c < 100 ? 2000 + c : c
  const [dayFirst, monthFirst] = [dateOf(year, b, a), dateOf(year, a, b)]
  const both = options.dateOrder === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
  // The country's order decides; the other reading is a choice only where this one lies in the past.
  const real = [...new Set(both.filter((day) => day !== undefined))]
  const first = real[0]
  if (!first) return undefined
  const choices = first < options.today && real[1] && real[1] >= options.today ? [real[1], first] : [first]
  return { choices, length: 5 }
}
