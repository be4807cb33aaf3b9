// SPDX-License-Identifier: Apache-2.0
import { type MarketComparison, marketMeasures, marketSpans } from '@resham/contract'
import type { Static } from 'typebox'
import type { NamedLine } from '#lib/charts/lines.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'
import { type Compared, comparedQuery } from './filters.ts'
import { marketName, valueInWords } from './words.ts'

type Comparison = Static<typeof MarketComparison>
const letters = ['A', 'B', 'C', 'D', 'E', 'F']

/** The lines of the picture, each with its letter. */
export function comparedLines(comparison: Comparison, words: Words): NamedLine[] {
  return comparison.lines.map((line, place) => ({
    letter: letters[place] ?? '',
    name: marketName(line.name, words),
    points: line.points,
  }))
}

/** How a value of the picture is said: points of the index, money when all lines are of one currency, else bare. */
export function sayCompared(comparison: Comparison, words: Words): (value: number) => string {
  if (comparison.measure === 'index') return (value) => words.number(value, 0)
  const currencies = new Set(comparison.lines.map(({ currency }) => currency))
  const [currency] = currencies
  const only = currencies.size === 1 ? (currency ?? null) : null
  return (value) => valueInWords(value, { kind: 'price', currency: only }, words)
}

/** "A rice +12%, B wheat −3%": what the picture shows, for who cannot see it. */
export function comparedSentence(comparison: Comparison, words: Words): string {
  if (comparison.lines.length === 0) return words.t('market.compare.nothing')
  const each = comparison.lines.map(({ name, ratio }) => {
    const change = ratio === null ? words.t('market.compare.flat') : words.percent(ratio, { signed: true })
    return words.t('market.compare.one', { name: marketName(name, words), change })
  })
  return new Intl.ListFormat(words.language, { type: 'unit', style: 'long' }).format(each)
}

/** Chips by which a comparison is changed; what cannot be is not offered. */
export function compareChips(path: string, compared: Compared, comparison: Comparison, words: Words) {
  const to = (change: Partial<Compared>) => `${path}?${comparedQuery({ ...compared, ...change })}`
  return {
    measures: marketMeasures
      .filter((measure) => measure !== 'real' || comparison.canBeReal)
      .map((measure) => ({
        label: words.t(`market.measure.${measure}`),
        href: to({ measure, ...(measure === 'index' ? { currency: undefined } : {}) }),
        on: compared.measure === measure,
      })),
    currencies:
      compared.measure === 'index' ||
      comparison.currencies.length < 2 ||
      comparison.currencies.length > mostCurrencyChips
        ? []
        : comparison.currencies.map((currency) => ({
            label: currency,
            href: to({ currency: compared.currency === currency ? undefined : currency }),
            on: compared.currency === currency,
          })),
    spans: marketSpans.map((span) => ({
      label: words.t(`market.span.${span}`),
      href: to({ span }),
      on: (compared.span ?? 'all') === span,
    })),
  }
}

/** More currencies than these are a list to choose from, not a wall of chips. */
const mostCurrencyChips = 8

/** The currencies to choose from, and what else the address says, where they are too many for chips. */
export function currencyChoice(compared: Compared, comparison: Comparison, words: Words) {
  const { currencies } = comparison
  if (compared.measure === 'index' || currencies.length <= mostCurrencyChips) return undefined
  const kept = comparedQuery({ ...compared, currency: undefined })
  return {
    kept: [...new URLSearchParams(kept)],
    options: [
      { value: '', label: words.t('market.currency.own') },
      ...currencies.map((currency) => ({ value: currency, label: currency })),
    ],
  }
}

/** Why a series is not in the picture. */
export function leftOutInWords({ name, why }: Comparison['leftOut'][number], words: Words): string {
  const key = `market.leftOut.${why.reason}`
  return words.t(isKey(key) ? key : 'market.leftOut.other', { name: marketName(name, words) })
}

/** What the measure means, and what it rests on. */
export function measureInWords(comparison: Comparison, words: Words): string {
  if (comparison.measure === 'index' && comparison.base)
    return words.t('market.measure.index.long', { day: words.day(comparison.base, 'month') })
  if (comparison.measure === 'real' && comparison.deflator) {
    const { name, base } = comparison.deflator
    return words.t('market.measure.real.long', { day: words.day(base, 'month'), name: marketName(name, words) })
  }
  if (comparison.measure === 'nominal') return words.t('market.measure.nominal.long')
  return ''
}
