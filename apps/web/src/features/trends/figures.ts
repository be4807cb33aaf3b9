// SPDX-License-Identifier: Apache-2.0
import type { Change, Chart, DeclinedReply } from '@resham/contract'
import type { Static } from 'typebox'
import type { ExpectedPoint, NamedDays, PastPoint } from '#lib/charts/line.ts'
import { declinedInWords, uncomparedInWords } from '#lib/features/sentences/declined.ts'
import { timesInWords } from '#lib/features/sentences/sentence.ts'
import type { Words } from '#lib/i18n/words.ts'

type Compared = Static<typeof Change> | Static<typeof DeclinedReply>
export type CompareLine = { readonly way: 'up' | 'down' | 'same'; readonly mood?: 'plain'; readonly text: string }
/** Against what a stretch of days is held. */
export type Against = 'before' | 'lastYear'

/** A change smaller than this is "about the same": half of the last digit we show. */
const sameBelow = 0.005

/** "8% more than the 30 days before", or what is needed to say so. */
export function compareLine(compared: Compared, against: Against, words: Words): CompareLine {
  if (compared.kind === 'declined') {
    return { way: 'same', mood: 'plain', text: uncomparedInWords(compared, against, words) }
  }
  const { ratio } = compared
  if (Math.abs(ratio) < sameBelow) return { way: 'same', mood: 'plain', text: words.t(`compare.${against}.same`) }
  const times = timesInWords(ratio, words)
  if (times !== undefined) return { way: 'up', text: words.t(`compare.${against}.times`, { times }) }
  const way = ratio > 0 ? 'up' : 'down'
  return { way, text: words.t(`compare.${against}.${way}`, { percent: words.percent(Math.abs(ratio)) }) }
}

export type Growth = { readonly text: string; readonly mood: 'good' | 'bad' | 'plain' }

/** "+12%", "−35%", "same"; nothing when there is too little to say. */
export function growthInWords(growth: number | null, words: Words): Growth | null {
  if (growth === null) return null
  if (Math.abs(growth) < sameBelow) return { text: words.t('trends.same'), mood: 'plain' }
  return { text: ratioInWords(growth, words), mood: growth > 0 ? 'good' : 'bad' }
}

/** A change as people say it: "+41%", "−35%"; from threefold on "4.2 times". */
export function ratioInWords(ratio: number, words: Words): string {
  const times = timesInWords(ratio, words)
  return times === undefined ? words.percent(ratio, { signed: true }) : words.t('trends.times', { times })
}

export type ChartView = {
  readonly past: readonly PastPoint[]
  readonly expected: readonly ExpectedPoint[]
  readonly holidays: readonly NamedDays[]
  readonly say: (value: number) => string
  /** The plain sentence of the chart. */
  readonly sentence: string
}

/**
 * A chart of the contract as the picture wants it, with its sentence.
 *
 * @param weeks  At most so many weeks of the past, the newest; all when left out.
 */
export function chartView(
  chart: Static<typeof Chart>,
  currency: string,
  words: Words,
  weeks: number = Number.POSITIVE_INFINITY,
): ChartView {
  const say = (value: number) =>
    chart.unit === 'money'
      ? words.moneyShort({ minor: String(Math.round(value)), currency })
      : words.t('pieces', { count: Math.round(value), number: words.number(value) })
  const marks = new Set(chart.marks)
  const skipped = Math.max(0, chart.past.length - weeks)
  return {
    past: chart.past
      .map(({ from, value }, index) => ({ day: from, value, ...(marks.has(index) ? { odd: true } : {}) }))
      .slice(skipped),
    expected: chart.next.map(({ from, mean, lo, hi }) => ({ day: from, value: mean, low: lo, high: hi })),
    holidays: chart.holidays
      .filter(({ kind }) => kind !== 'public' || chart.past.length - skipped <= manyWeeks)
      .map(({ names, from, to }) => ({ name: names[words.language], from, to })),
    say,
    sentence: chartSentence(chart, say, words),
  }
}

// Beyond this a column for every public holiday hides the line; the feasts that move trade stay.
const manyWeeks = 40

/** "Next week about Rs 3.1 lakh, likely between ... and ...", or why that cannot be said. */
export function nextWeekInWords(chart: Static<typeof Chart>, say: (value: number) => string, words: Words): string {
  const next = chart.next[0]
  if (next) return words.t('chart.sentence.next', { mean: say(next.mean), low: say(next.lo), high: say(next.hi) })
  return chart.declined ? declinedInWords(chart.declined, words) : ''
}

function chartSentence(chart: Static<typeof Chart>, say: (value: number) => string, words: Words): string {
  const last = chart.past.at(-1)
  if (!last) return words.t('chart.sentence.nothing')
  const week = words.t('chart.sentence.last', { value: say(last.value), day: words.day(last.from, 'short') })
  return `${week} ${nextWeekInWords(chart, say, words)}`.trim()
}
