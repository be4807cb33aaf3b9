// SPDX-License-Identifier: Apache-2.0
import type { MarketBrief, MarketStory, Sentence } from '@resham/contract'
import type { Static } from 'typebox'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

type Brief = Static<typeof MarketBrief>
export type Measured = Pick<Brief, 'kind' | 'unit' | 'currency' | 'perCurrency' | 'frequency'>

/** A series' name in the reader's language, where it has one there. */
export function marketName(name: { readonly en: string; readonly ur: string | null }, words: Words): string {
  return words.language === 'ur' && name.ur !== null ? name.ur : wellWritten(name.en)
}

/** Sources write "apple" and "Beans(mash)": a capital to begin with, a space before what is in brackets. */
function wellWritten(name: string): string {
  return (name.charAt(0).toUpperCase() + name.slice(1)).replace(/(\S)\(/g, '$1 (')
}

type From = Pick<Static<typeof MarketStory>, 'sourceName' | 'licence'> & { readonly brief: Pick<Brief, 'invented'> }

/** Who says so, and under which terms; a file that the operator brought may state neither. */
export function sourceOf({ brief, sourceName, licence }: From, words: Words) {
  const named = sourceName === '' ? words.t('market.source.file') : sourceName
  return {
    source: brief.invented ? words.t('market.source.invented') : named,
    licence: licence === '' ? words.t('market.source.unstated') : licence,
  }
}

/** The same in one line. */
export function sourceAndTerms(from: From, words: Words): string {
  const { source, licence } = sourceOf(from, words)
  return from.brief.invented ? source : `${source} · ${licence}`
}

/** A value of a series as people say it: money with its sign, a rate with four figures, else the bare number. */
export function valueInWords(value: number, series: Pick<Measured, 'kind' | 'currency'>, words: Words): string {
  if (series.kind !== 'rate' && series.kind !== 'index' && series.currency !== null)
    return moneyInWords(value, series.currency, words)
  if (series.kind === 'rate') return words.number(value, value >= 100 ? 1 : value >= 10 ? 2 : 4)
  return words.number(value, Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2)
}

function moneyInWords(value: number, currency: string, words: Words): string {
  const minor = value * 10 ** decimalsOf(currency)
  return words.moneyShort({ minor: String(Math.round(minor)), currency })
}

/** What one value is of: "a KG", "1000 t", "PKR for 1 USD"; empty where nothing need be said. */
export function unitInWords({ kind, unit, currency, perCurrency }: Measured, words: Words): string {
  if (kind === 'rate' && currency && perCurrency) return words.t('market.unit.rate', { currency, per: perCurrency })
  if (!unit) return ''
  const key = `market.unit.${unit.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  const said = isKey(key) ? words.t(key) : unit
  return currency ? words.t('market.unit.per', { unit: said }) : said
}

/** The period that begins on a day: "November 2026", "2026", "week from 3 November", a day. */
export function periodInWords(day: string, frequency: Measured['frequency'], words: Words): string {
  if (frequency === 'month') return words.day(day, 'month')
  if (frequency === 'year') return words.number(Number(day.slice(0, 4))).replace(/[,٬]/g, '')
  if (frequency === 'quarter') {
    const quarter = String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1)
    return words.t('market.quarter', { quarter, year: day.slice(0, 4) })
  }
  return frequency === 'week' ? words.t('market.weekFrom', { day: words.day(day) }) : words.day(day)
}

/** The same for a small place under a chart. */
export function shortPeriod(day: string, frequency: Measured['frequency'], words: Words): string {
  if (frequency === 'week' || frequency === 'day') return `${words.day(day, 'short')} ${day.slice(0, 4)}`
  return frequency === 'month' ? words.day(day, 'shortMonth') : periodInWords(day, frequency, words)
}

/**
 * A sentence of the engine about a series. Its words stand in the catalogues under `sentences.<code>`.
 *
 * @returns Empty for a code that has no words: better silent than wrong.
 */
export function marketSentence({ code, values }: Static<typeof Sentence>, series: Measured, words: Words): string {
  const key = `sentences.${code}`
  if (!isKey(key)) return ''
  const last = words.t(`market.before.${series.frequency}`)
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(name, value, series, words)])
  return words.t(key, { before: last, ...Object.fromEntries(said) })
}

function sayValue(name: string, value: string | number, series: Measured, words: Words): string | number {
  if (name === 'day') return periodInWords(String(value), series.frequency, words)
  if (name === 'ratio' || name === 'sure') return ratioInWords(Number(value), words)
  if (name === 'was' || name === 'now') return words.percent(Number(value), { signed: true })
  return valueInWords(Number(value), series, words)
}

/** A size of change without its direction: "8%", from threefold on "3.4 times as much". */
function ratioInWords(ratio: number, words: Words): string {
  return words.percent(ratio, { decimals: ratio < 0.1 ? 1 : 0 })
}

/** A change with its sign, for a list; nothing where there is none. */
export function changeInWords(ratio: number | undefined, words: Words) {
  if (ratio === undefined) return { text: undefined, mood: 'plain' as const }
  // Whether a dearer price is good depends on who buys: no colour says so.
  return {
    text: words.percent(ratio, { signed: true, decimals: Math.abs(ratio) < 0.1 ? 1 : 0 }),
    mood: 'plain' as const,
  }
}
