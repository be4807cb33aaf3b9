// SPDX-License-Identifier: Apache-2.0
import type { DestinationRanking, destinationEndpoints, ReplyOf } from '@resham/contract'
import type { Static } from 'typebox'
import { marketName } from '#lib/features/market/words.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

export type Ranking = Static<typeof DestinationRanking>
export type Destination = Ranking['items'][number]
type Subjects = ReplyOf<typeof destinationEndpoints.subjects>
type Heading = { readonly code: string; readonly name: { readonly en: string; readonly ur: string | null } | null }

/** Countries that a page shows at first. */
export const countriesShown = 12

/** "9506 · Sports and gym goods"; the digits alone where no name is loaded. */
export function headingInWords({ code, name }: Heading, words: Words): string {
  return name ? `${code} · ${marketName(name, words)}` : words.t('sell.heading.bare', { code })
}

/** What the business's goods are called, goods of one heading together; the most goods first. */
export function headingsOf(subjects: Subjects) {
  const groups = Map.groupBy(
    subjects.items.filter(({ heading }) => heading !== null),
    ({ heading }) => heading?.code ?? '',
  )
  const traded = new Map(subjects.traded.map(({ heading, countries }) => [heading.code, countries]))
  return [...groups]
    .map(([code, goods]) => ({
      heading: goods[0]?.heading ?? { code, name: null },
      goods,
      countries: traded.get(code) ?? 0,
      count: goods.reduce((sum, one) => sum + one.count, 0),
    }))
    .sort((a, b) => b.count - a.count)
}

/** The place of a country as points out of a hundred. */
export function pointsOf({ score }: Pick<Destination, 'score'>): number {
  return Math.round(score * 100)
}

/** A country as a row of the list: its place and name, its two best reasons, its points. */
export function destinationRow(one: Destination, ranking: Ranking, words: Words) {
  const known = one.parts.filter(({ score }) => score !== null)
  const best = known
    .toSorted((a, b) => ranking.weights[b.part] * (b.score ?? 0) - ranking.weights[a.part] * (a.score ?? 0))
    .slice(0, 2)
  return {
    name: `${words.number(one.rank)}. ${one.names[words.language]}`,
    note: best.map(({ part }) => words.t(`sell.good.${part}`)).join(' · '),
    amount: words.number(pointsOf(one)),
    spark: one.spark,
  }
}

/** One reason of a country's place: its words, its share of full marks, or that it is not known. */
export function partView({ part, score, sentence }: Destination['parts'][number], ranking: Ranking, words: Words) {
  const key = `sell.${sentence.code.replace(/^sell\./, '')}`
  const said = Object.entries(sentence.values).map(([name, value]) => [name, sayValue(name, value, ranking, words)])
  return {
    part,
    label: words.t(`sell.part.${part}`),
    text: isKey(key) ? words.t(key, Object.fromEntries(said)) : '',
    percent: score === null ? null : Math.round(score * 100),
    mark: score === null ? words.t('sell.notKnown') : words.t('sell.ofTen', { points: words.number(score * 10, 0) }),
  }
}

function sayValue(name: string, value: string | number, ranking: Pick<Ranking, 'currency'>, words: Words) {
  if (name === 'value') return moneyInWords(Number(value), ranking.currency, words)
  if (name === 'price' || name === 'ours') return moneyInWords(Number(value), ranking.currency, words)
  if (name === 'share' || name === 'ratio') return percentInWords(Math.abs(Number(value)), words)
  if (name === 'from' || name === 'to') return String(value)
  if (name === 'km') return words.number(Number(value))
  return Number(value)
}

function percentInWords(share: number, words: Words): string {
  return words.percent(share, { decimals: share < 0.1 ? 1 : 0 })
}

/** Money of trade as people say it. */
export function moneyInWords(value: number, currency: string, words: Words): string {
  return words.moneyShort({ minor: String(Math.round(value * 10 ** decimalsOf(currency))), currency })
}

/** What home sells there already; empty where nothing is known. */
export function oursInWords(one: Destination, { currency }: Pick<Ranking, 'currency'>, words: Words): string {
  if (one.ourValue === null || one.lastYear === null) return words.t('sell.ours.unknown')
  const year = String(one.lastYear)
  const value = moneyInWords(one.ourValue, currency, words)
  return one.ourShare === null
    ? words.t('sell.ours.value', { value, year })
    : words.t('sell.ours.share', { value, year, percent: percentInWords(one.ourShare, words) })
}

/** The preference there in a sentence or two, and where that stands. */
export function preferenceInWords({ preference }: Destination, words: Words): readonly string[] {
  if (!preference) return []
  const { names, proof, check, until, cover } = preference
  const name = names[words.language]
  return [
    cover === 'none' ? name : words.t('sell.proof', { name, proof: proof[words.language] }),
    until ? words.t('sell.until', { day: words.day(until) }) : '',
    check ? words.t('sell.check') : '',
  ].filter(Boolean)
}

/** What the whole list says, in a sentence or two. */
export function rankingInWords(ranking: Ranking, words: Words): string {
  const [first, second, third] = ranking.items.map(({ names }) => names[words.language])
  if (!first) return ''
  const names = [first, second, third].filter((name) => name !== undefined)
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(names)
  return words.t(names.length === 1 ? 'sell.sum.one' : 'sell.sum', { list, count: ranking.items.length })
}
