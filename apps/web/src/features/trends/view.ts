// SPDX-License-Identifier: Apache-2.0
import {
  abcClasses,
  type TrendBrief,
  type TrendStory,
  trendStatuses,
  trendSubjects,
  xyzClasses,
} from '@resham/contract'
import type { Static } from 'typebox'
import { declinedInWords } from '#lib/features/sentences/declined.ts'
import { monthInWords } from '#lib/features/sentences/values.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'
import { addressOfSubject } from './address.ts'
import { growthInWords } from './figures.ts'
import { addressWith, type TrendFilters, type TrendSubject, trendSorts } from './filters.ts'

type Brief = Static<typeof TrendBrief>
type Story = Static<typeof TrendStory>
export type ChipView = { readonly label: string; readonly href: string; readonly on: boolean }

/** A name as a person reads it: a channel of the books may have words of its own. */
export function nameInWords(subject: TrendSubject, name: string, words: Words): string {
  if (name === '') return words.t('trends.unnamed')
  const key = `channel.${name}`
  return subject === 'channel' && isKey(key) ? words.t(key) : name
}

/** One row of the list. */
export function trendRow(brief: Brief, subject: TrendSubject, slug: string, words: Words) {
  const growth = growthInWords(brief.growth, words)
  const status = statusInWords(brief, words)
  return {
    name: nameInWords(subject, brief.name, words),
    note: [words.moneyShort(brief.net30), status].filter(Boolean).join(' · '),
    amount: growth?.text,
    mood: growth?.mood ?? ('plain' as const),
    spark: brief.spark,
    href: addressOfSubject(slug, { kind: subject, key: brief.key }),
    find: [brief.name, brief.code, brief.category].filter(Boolean).join(' '),
  }
}

// Below this a change is level: as in the sentence of the story, so that the two never say different things.
const levelBelow = 0.05

/** New, gone, back; or, of what sells as always, which way it goes. Empty when there is too little to say. */
export function statusInWords({ status, growth }: Pick<Brief, 'status' | 'growth'>, words: Words): string {
  if (status !== 'steady') return words.t(`trends.status.${status}`)
  if (growth === null) return ''
  return words.t(Math.abs(growth) < levelBelow ? 'trends.way.same' : growth > 0 ? 'trends.way.up' : 'trends.way.down')
}

/** Which things the list is about. */
export function subjectChips(subject: TrendSubject, slug: string, words: Words): readonly ChipView[] {
  return trendSubjects.map((one) => ({
    label: words.t(`trends.subject.${one}`),
    href: one === 'item' ? `/${slug}/trends` : `/${slug}/trends/${one}`,
    on: one === subject,
  }))
}

/** A chip that is on is taken off by pressing it again. */
export function filterChips(path: string, filters: TrendFilters, subject: TrendSubject, words: Words) {
  const chips = <N extends keyof TrendFilters>(name: N, values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({
      label: label(value),
      href: addressWith(path, filters, { [name]: filters[name] === value ? null : value }),
      on: filters[name] === value || (name === 'sort' && value === 'rank' && filters.sort === undefined),
    }))
  const t = (key: string) => (isKey(key) ? words.t(key) : key)
  const sorts = chips('sort', trendSorts, (value) => t(`trends.sort.${value}`))
  const statuses = chips('status', trendStatuses, (value) => t(`trends.status.${value}`))
  if (subject !== 'item') return { sorts, statuses, abc: [], xyz: [] }
  return {
    sorts,
    statuses,
    abc: chips('abc', abcClasses, (value) => t(`trends.abc.${value}`)),
    xyz: chips('xyz', xyzClasses, (value) => t(`trends.xyz.${value}`)),
  }
}

/** When in the year it sells best, or what is needed to know. */
export function seasonInWords(season: Story['season'], words: Words): string {
  if (season.kind === 'declined') {
    if (season.reason !== 'history-too-short') return declinedInWords(season, words)
    const count = Math.max(1, Math.ceil((season.needed ?? 0) - (season.got ?? 0)))
    return words.t('trends.season.unsure', { count })
  }
  if (season.peakMonths.length === 0 || season.strength < 0.1) return words.t('trends.season.none')
  const names = season.peakMonths.map((month) => monthInWords(month, words))
  const months = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(names)
  const sentence = words.t(season.strength >= 0.5 ? 'trends.season.strong' : 'trends.season.some', { months })
  return season.weak ? `${sentence} ${words.t('trends.season.weak')}` : sentence
}

/** What the page says elsewhere: in the comparison, the season, the facts, or under the chart. */
const saidElsewhere = /^trend\.(last-year|season|no-season|next-weeks|climbed|slipped)/

/** The further sentences of a story, without what the page says in another place. */
export function notYetSaid(more: Story['more']): Story['more'] {
  return more.filter(({ code }) => !saidElsewhere.test(code))
}

/** The facts of a story, a row of a table each. */
export function factsOf(story: Story, words: Words): readonly (readonly [string, string])[] {
  const { brief } = story
  const facts: (readonly [string, string])[] = [
    [words.t('trends.fact.rank'), rankInWords(brief, words)],
    [words.t('trends.fact.pieces'), words.quantity(brief.quantity30Milli)],
    [words.t('trends.fact.year'), words.moneyShort(story.net12Months)],
    [words.t('trends.fact.first'), words.day(story.firstDay)],
    [words.t('trends.fact.last'), words.day(story.lastDay)],
  ]
  if (brief.code !== null) facts.unshift([words.t('items.code'), brief.code])
  if (brief.category !== null) facts.push([words.t('items.category'), brief.category])
  if (brief.abc !== null) facts.push(['ABC', words.t(`trends.abc.${brief.abc}.long`)])
  if (brief.xyz !== null) facts.push(['XYZ', words.t(`trends.xyz.${brief.xyz}.long`)])
  const status = statusInWords(brief, words)
  if (status !== '') facts.push([words.t('trends.fact.status'), status])
  return facts
}

function rankInWords({ rank, rankChange }: Brief, words: Words): string {
  if (rankChange === null || rankChange === 0) return words.number(rank)
  const key = rankChange > 0 ? 'trends.rank.up' : 'trends.rank.down'
  return `${words.number(rank)} (${words.t(key, { count: Math.abs(rankChange) })})`
}
