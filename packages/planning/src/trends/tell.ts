// SPDX-License-Identifier: Apache-2.0
import type { Declined } from '@resham/base'
import { type Sentence, sentence } from '../sentences.ts'
import type { Chart, Compared, Season, TrendBrief, TrendSubject } from '../types.ts'
import type { Presence } from './status.ts'

/** Changes smaller than this are called level. */
const LEVEL = 0.05
/** Places from which a climb is worth a sentence. */
const NOTABLE_PLACES = 3
/** Weeks ahead that a sentence adds up. */
const WEEKS_SAID = 4

/** What the sentences of a story are made from. */
export type Told = {
  readonly subject: TrendSubject
  readonly brief: TrendBrief
  readonly presence: Presence
  readonly lastYear: Compared
  /** Of all net in twelve months, 0 to 1. */
  readonly share: number
  readonly of: number
  readonly season: Season | Declined
  readonly chart: Chart
}

/** The one sentence of a chart. */
export function mainSentence({ brief, presence }: Pick<Told, 'brief' | 'presence'>): Sentence {
  const { growth, net30: net } = brief
  const { status, first, last, silent, gap } = presence
  if (status === 'new') return sentence('trend.new', { first, net })
  if (status === 'lost') return sentence('trend.lost', { last, silent })
  if (status === 'returning') return sentence('trend.returning', { gap, net })
  if (!(net > 0)) return sentence('trend.quiet', { last })
  if (growth === null) return sentence('trend.little', { net })
  if (growth >= LEVEL) return sentence('trend.up', { ratio: growth, net })
  if (growth <= -LEVEL) return sentence('trend.down', { ratio: -growth, net })
  return sentence('trend.level', { net })
}

/** What else there is to say, most telling first. */
export function moreSentences(told: Told): Sentence[] {
  const { brief, share, of, subject, presence } = told
  const more: Sentence[] = []
  if (share > 0) more.push(sentence('trend.share', { share, rank: brief.rank, of }))
  more.push(...lastYearSentence(told.lastYear), ...aheadSentence(told.chart), ...seasonSentence(told.season))
  if (brief.xyz === 'X') more.push(sentence('trend.steady-week', {}))
  if (brief.xyz === 'Z') more.push(sentence('trend.uneven-week', {}))
  const places = brief.rankChange ?? 0
  if (brief.net30 > 0 && places >= NOTABLE_PLACES) more.push(sentence('trend.climbed', { places }))
  if (brief.net30 > 0 && places <= -NOTABLE_PLACES) more.push(sentence('trend.slipped', { places: -places }))
  if (subject === 'customer' && presence.usualGap !== null) {
    more.push(sentence('trend.usual-gap', { usual: presence.usualGap }))
  }
  return more
}

function lastYearSentence(lastYear: Compared): Sentence[] {
  if (lastYear.kind === 'declined') return []
  const { ratio } = lastYear
  if (ratio >= LEVEL) return [sentence('trend.last-year-up', { ratio })]
  if (ratio <= -LEVEL) return [sentence('trend.last-year-down', { ratio: -ratio })]
  return [sentence('trend.last-year-level', {})]
}

/** The next weeks together. Their ends are the sums of the weeks' ends: wider than the band of the sum, never narrower. */
function aheadSentence({ next, unit }: Chart): Sentence[] {
  if ('kind' in next) return []
  const weeks = Math.min(WEEKS_SAID, next.mean.length)
  const first = (values: readonly number[]): number => values.slice(0, weeks).reduce((a, b) => a + b, 0)
  const values = { weeks, mean: first(next.mean), low: first(next.lo), high: first(next.hi) }
  return [unit === 'pieces' ? sentence('trend.next-weeks', values) : sentence('trend.next-weeks-money', values)]
}

function seasonSentence(season: Season | Declined): Sentence[] {
  if (season.kind === 'declined') return []
  const month = season.peakMonths[0]
  if (month === undefined) return season.weak ? [] : [sentence('trend.no-season', {})]
  return [season.weak ? sentence('trend.season-weak', { month }) : sentence('trend.season', { month })]
}
