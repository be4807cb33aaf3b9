// SPDX-License-Identifier: Apache-2.0
import type { destinationEndpoints, ReplyOf } from '@resham/contract'
import {
  destinationRow,
  headingInWords,
  moneyInWords,
  partView,
  pointsOf,
  preferenceInWords,
  type Ranking,
  rankingInWords,
} from '#lib/features/sell/view.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { BriefDocument } from './document.ts'

const countriesShown = 12

/** Where to sell on a page: the countries with their points, and why the first stands first. */
export function sellBrief(
  answer: ReplyOf<typeof destinationEndpoints.rank> & { readonly ranking: Ranking },
  about: { readonly shop: string; readonly day: string },
  words: Words,
): BriefDocument {
  const { ranking } = answer
  const [first] = ranking.items
  const reasons = first ? first.parts.map((part) => partView(part, ranking, words).text) : []
  const years = { from: String(ranking.firstYear), to: String(ranking.lastYear) }
  return {
    language: words.language,
    direction: words.direction,
    shop: about.shop,
    title: words.t('sell.title'),
    under: headingInWords(answer.heading, words),
    figure: null,
    chart: null,
    sentences: [
      rankingInWords(ranking, words),
      first
        ? words.t('brief.first', { name: first.names[words.language], why: reasons.filter(Boolean).join(' ') })
        : '',
      first ? preferenceInWords(first, words).join(' ') : '',
    ].filter((text) => text !== ''),
    table: {
      title: words.t('sell.list'),
      columns: [words.t('brief.country'), words.t('brief.strong'), words.t('brief.bought'), words.t('brief.points')],
      rows: ranking.items.slice(0, countriesShown).map((one) => {
        const { name, note } = destinationRow(one, ranking, words)
        const bought =
          one.lastValue === null ? words.t('sell.notKnown') : moneyInWords(one.lastValue, ranking.currency, words)
        return { cells: [name, note, bought, words.number(pointsOf(one))], bar: pointsOf(one) }
      }),
    },
    notes: [
      words.t('sell.unknown'),
      words.t(answer.invented ? 'sell.source.invented' : 'sell.source', years),
      words.t('sell.checked', { day: words.day(ranking.checkedOn) }),
    ],
    made: words.t('brief.made', { day: words.day(about.day) }),
  }
}
