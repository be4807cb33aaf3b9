// SPDX-License-Identifier: Apache-2.0
import type { Words } from '#lib/i18n/words.ts'

/** What a value of a sentence is, and so how it is said. */
export type ValueKind = 'name' | 'day' | 'days' | 'month' | 'count' | 'money' | 'pieces' | 'share' | 'ratio' | 'times'

/** What a value is nearly everywhere, by its name. */
const byName: Readonly<Record<string, ValueKind>> = {
  name: 'name',
  by: 'day',
  counted: 'day',
  day: 'day',
  early: 'day',
  expected: 'day',
  first: 'day',
  last: 'day',
  cover: 'days',
  days: 'days',
  gap: 'days',
  lead: 'days',
  silent: 'days',
  since: 'days',
  usual: 'days',
  month: 'month',
  items: 'count',
  of: 'count',
  orders: 'count',
  packs: 'count',
  places: 'count',
  rank: 'count',
  weeks: 'count',
  before: 'money',
  net: 'money',
  now: 'money',
  price: 'money',
  worth: 'money',
  high: 'pieces',
  low: 'pieces',
  mean: 'pieces',
  minimum: 'pieces',
  onHand: 'pieces',
  onOrder: 'pieces',
  p90: 'pieces',
  point: 'pieces',
  quantity: 'pieces',
  size: 'pieces',
  sold: 'pieces',
  target: 'pieces',
  value: 'pieces',
  wanted: 'pieces',
  chance: 'share',
  ratio: 'share',
  service: 'share',
  share: 'share',
  times: 'times',
}

/** Sentences in which a name means something else. */
const byCode: Readonly<Record<string, Readonly<Record<string, ValueKind>>>> = {
  'why.orders-was-is': { before: 'count', now: 'count' },
  'why.day-against-weekday': { value: 'money', usual: 'money' },
  'why.usual-range': { low: 'money', high: 'money' },
  'unusual.item-week-spike': { usual: 'pieces' },
  'unusual.item-week-collapse': { usual: 'pieces' },
  'unusual.item-week-none': { usual: 'pieces' },
  'trend.next-weeks-money': { mean: 'money', low: 'money', high: 'money' },
}

/** What a value of a sentence is; undefined when neither sentence nor name is known. */
export function kindOfValue(code: string, name: string): ValueKind | undefined {
  return byCode[code]?.[name] ?? byName[name]
}

/** A value in the reader's language. Days come as `2026-11-24` or as days since 1970, money in minor units. */
export function sayValue(
  kind: ValueKind | undefined,
  value: string | number,
  currency: string,
  words: Words,
): string | number {
  if (kind === 'money') return words.moneyShort({ minor: String(Math.round(Number(value))), currency })
  if (kind === 'day') return words.day(dayOf(value))
  if (typeof value === 'string') return value
  if (kind === 'days') return words.t('days', { count: Math.round(value) })
  if (kind === 'month') return monthInWords(value, words)
  if (kind === 'share' || kind === 'ratio') return sayShare(Math.abs(value), words)
  if (kind === 'times') return words.number(value, value < 10 ? 1 : 0)
  if (kind === 'pieces') return words.number(value, Math.abs(value) < 10 ? 1 : 0)
  return value
}

/** The name of a month, 1 to 12. */
export function monthInWords(month: number, words: Words): string {
  const named = words.day(`2026-${String(month).padStart(2, '0')}-01`, 'month')
  return named.replace(/[\s\d۰-۹]+$/, '')
}

/** Nothing is said to be certain that is not: 99.7 % is not "100 %", a small chance is not "0 %". */
function sayShare(share: number, words: Words): string {
  if (share > 0 && share < 0.005) return words.t('share.under', { percent: words.percent(0.01) })
  if (share > 0.995 && share < 1) return words.t('share.over', { percent: words.percent(0.99) })
  return words.percent(share)
}

function dayOf(value: string | number): string {
  return typeof value === 'string' ? value : new Date(value * 86_400_000).toISOString().slice(0, 10)
}
