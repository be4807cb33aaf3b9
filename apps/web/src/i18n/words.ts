// SPDX-License-Identifier: Apache-2.0
import { decimalsOf } from './currency.ts'
import { type DateStyle, dayInWords, hijriInWords, instantInWords } from './dates.ts'
import en from './en.json' with { type: 'json' }
import { type Digits, type Grouping, grouped, type Language, spoken, withCommas, withDigits } from './numbers.ts'
import ur from './ur.json' with { type: 'json' }

/** A key of the catalogues. */
export type Key = keyof typeof en
export type Values = Readonly<Record<string, string | number>>

/** What the reader chose, and the zone in which instants are told. */
export type Preference = {
  readonly language: Language
  readonly digits: Digits
  readonly theme: 'system' | 'light' | 'dark'
  readonly grouping: Grouping
  readonly timeZone: string
}

export type MoneyAmount = { readonly minor: string; readonly currency: string }

/** How one reader is spoken to: words, numbers, money and dates in their language and digits. */
export type Words = {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** The text of a key. `values.count` chooses the plural; text values are isolated from the run around them. */
  t(key: Key, values?: Values): string
  /** A number with commas; at most `fraction` digits after the point. */
  number(value: number, fraction?: number): string
  /** A fraction as a percentage: 0.08 is "8%". `signed` shows a plus. */
  percent(fraction: number, options?: { readonly signed?: boolean; readonly decimals?: number }): string
  /** Thousandths of a unit, as quantities travel: 240000 is "240". */
  quantity(milli: number): string
  /** Money as people say it: "Rs 12.4 lakh". */
  moneyShort(amount: MoneyAmount): string
  /** Money in full: "Rs 12,40,000". */
  moneyFull(amount: MoneyAmount): string
  day(day: string, style?: DateStyle): string
  hijri(day: string): string
  instant(instant: string): string
  /** A file's size. */
  bytes(count: number): string
}

const catalogues: Readonly<Record<Language, Readonly<Record<string, string | Readonly<Record<string, string>>>>>> = {
  en,
  ur,
}

/** True when the catalogues carry the key: for words whose key comes from data, such as an error code. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(en, key)
}

/** Isolates a run of text so that its direction does not disturb its neighbours (Unicode FSI, PDI). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

// Made once: making one costs more than a page of words.
const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  ur: new Intl.PluralRules('ur'),
}

/** Builds the words of one reader. */
export function makeWords(preference: Preference): Words {
  const { language, digits, grouping, timeZone } = preference
  const plurals = pluralRules[language]
  const number = (value: number, fraction = 0) => withDigits(grouped(value, fraction, grouping), digits)
  const percent: Words['percent'] = (fraction, { signed = false, decimals = 0 } = {}) => {
    const text = number(fraction * 100, decimals)
    return `${signed && fraction > 0 && text !== number(0) ? '+' : ''}${text}%`
  }
  const t: Words['t'] = (key, values = {}) => {
    const entry = catalogues[language][key] ?? key
    const text =
      typeof entry === 'string' ? entry : (entry[plurals.select(Number(values.count ?? 0))] ?? entry.other ?? key)
    if (!text.includes('{')) return text
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name]
      if (value === undefined) return hole
      return isolated(typeof value === 'number' ? number(value, 3) : value)
    })
  }
  const named = (amount: string, currency: string) => {
    const key = `money.${currency}`
    // Before a word that runs from right to left a leading minus would jump behind its number.
    const signed = language === 'ur' && amount.startsWith('\u2212') ? `\u200e${amount}` : amount
    const pattern = isKey(key) ? t(key, { amount: signed }) : `${currency} ${signed}`
    return pattern.replace(/[\u2068\u2069]/g, '')
  }
  return {
    language,
    direction: language === 'ur' ? 'rtl' : 'ltr',
    t,
    number,
    percent,
    quantity: (milli) => number(milli / 1000, 3),
    moneyShort: ({ minor, currency }) => {
      const { figure, scale } = spoken(Number(minor) / 10 ** decimalsOf(currency))
      const amount = number(figure, scale === 'one' && Math.abs(figure) >= 100 ? 0 : 2)
      return named(scale === 'one' ? amount : `${amount} ${t(`scale.${scale}`)}`, currency)
    },
    moneyFull: ({ minor, currency }) =>
      named(withDigits(exact(minor, decimalsOf(currency), grouping), digits), currency),
    day: (day, style = 'long') => withDigits(dayInWords(day, language, style), digits),
    hijri: (day) => withDigits(hijriInWords(day, language), digits),
    instant: (instant) => withDigits(instantInWords(instant, language, timeZone), digits),
    bytes: (count) => bytesInWords(count, number, t),
  }
}

/** Minor units as text, never through a float: an amount may be longer than a float is exact. */
function exact(minor: string, decimals: number, grouping: Grouping): string {
  const negative = minor.startsWith('-')
  const figures = minor.replace('-', '').padStart(decimals + 1, '0')
  const whole = decimals === 0 ? figures : figures.slice(0, -decimals)
  const rest = decimals === 0 ? '' : figures.slice(-decimals)
  return `${negative ? '\u2212' : ''}${withCommas(whole, grouping)}${/[1-9]/.test(rest) ? `.${rest}` : ''}`
}

function bytesInWords(count: number, number: Words['number'], t: Words['t']): string {
  if (count >= 1e9) return t('bytes.gb', { amount: number(count / 1e9, 1) })
  if (count >= 1e6) return t('bytes.mb', { amount: number(count / 1e6, 1) })
  return t('bytes.kb', { amount: number(Math.max(1, count / 1e3)) })
}
