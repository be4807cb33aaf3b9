// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined } from '@resham/base'
import { medianAbsoluteDeviation, normalCdf } from '@resham/stats'
import { checkOptions } from '../door.ts'
import { estimateEffects } from '../effects/calendar.ts'
import type { CalendarEvent } from '../types.ts'
import { fillUnknown } from '../unknown-periods.ts'
import { VERSION } from '../version.ts'
import { type Course, courseOf, slopeErrorOf } from './course.ts'
import { oneOffsIn } from './one-offs.ts'
import { seasonOf, seasonStory } from './season-part.ts'
import { percentOf, shareOf, strengthOf } from './strength.ts'
import type { ExplainOptions, Explanation, Parts, TrendStory } from './types.ts'

/** Known periods below which nothing is said. */
export const MINIMUM_EXPLAINED = 8
/** How sure one must be to name a direction. */
const SURE = 0.95
/** Percent a season that counts as hardly moving. */
const HARDLY = 5

/**
 * Takes a series apart and says what it is made of, as data for sentences: level, trend, season, holidays, one-offs and
 * the rest, which add up to it; when its course changed; what was far from all else.
 *
 * Holidays first, by their calendar; then season and course by turns, so that a step is not taken for a season and a
 * season not for a step; then one-offs against both.
 *
 * @param y [t], oldest first; leading zeros from before the thing existed should be cut off.
 * @returns Or a Declined, `history-too-short`, under eight known periods.
 * @throws  forecast.season-invalid, forecast.value-not-finite, forecast.value-too-large, forecast.event-invalid,
 *          forecast.unknown-invalid
 * @source  season-part.ts, course.ts, one-offs.ts, ../effects/calendar.ts; shares: Hyndman and Athanasopoulos,
 *          Forecasting: Principles and Practice, 3rd ed., section 4.3.
 */
export function explain(y: readonly number[], options: ExplainOptions = {}): Explanation | Declined {
  const { seasonLength = 1, unknown = [] } = options
  const events = (options.events ?? []).map((event) => overHistory(event, y.length))
  const { known } = checkOptions(y, { h: 1, seasonLength, unknown, events })
  const got = known.reduce((total, one) => total + one, 0)
  if (got < MINIMUM_EXPLAINED) return declined('history-too-short', { needed: MINIMUM_EXPLAINED, got })

  const values = Float64Array.from(y, (value, t) => (known[t] === 1 ? value : 0))
  const { effects, factors } = estimateEffects(values, known, events, seasonLength, 1)
  const ordinary = fillUnknown(
    factors ? values.map((value, t) => value / (factors[t] as number)) : values,
    known,
    seasonLength,
  )
  const all = ordinary.map((value, t) => (known[t] === 1 ? (values[t] as number) : value * (factors?.[t] ?? 1)))
  const { course, fitted, season } = courseAndSeason(ordinary, seasonLength)

  const left = ordinary.map((value, t) => value - (fitted[t] as number) - (season[t] as number))
  const expected = fitted.map((value, t) => value + (season[t] as number))
  const oneOffs = oneOffsIn(left, expected, known)
  const holiday = all.map((value, t) => value - (ordinary[t] as number))
  const parts = partsOf(all, course, fitted, season, holiday, left, oneOffs)
  return {
    kind: 'explanation',
    engine: 'forecast',
    version: VERSION,
    y: Array.from(all),
    known,
    parts,
    trend: trendStory(course, fitted, parts, seasonLength),
    season: seasonStory(season, parts.residual, fitted, seasonLength),
    changes: course.changes,
    oneOffs,
    events: effects,
    noise: medianAbsoluteDeviation(parts.residual),
  }
}

/** Cut to the history, with the one period ahead that the door asks for. */
function overHistory({ name, exposure }: CalendarEvent, length: number): CalendarEvent {
  return { name, exposure: exposure.length < length ? exposure : [...exposure.slice(0, length), 0] }
}

function courseAndSeason(
  y: Float64Array,
  seasonLength: number,
): { course: Course; fitted: Float64Array; season: Float64Array } {
  const without = (part: Float64Array) => y.map((value, t) => value - (part[t] as number))
  let season = seasonOf(y, seasonLength)
  let course = courseOf(without(season))
  if (seasonLength > 1) {
    season = seasonOf(y, seasonLength, valuesOf(course, y.length))
    course = courseOf(without(season))
  }
  return { course, fitted: valuesOf(course, y.length), season }
}

function valuesOf({ segments }: Course, n: number): Float64Array {
  const out = new Float64Array(n)
  for (const { from, to, start, slope } of segments) {
    for (let t = from; t < to; t++) out[t] = start + slope * (t - from)
  }
  return out
}

function partsOf(
  y: Float64Array,
  course: Course,
  fitted: Float64Array,
  season: Float64Array,
  holiday: Float64Array,
  left: Float64Array,
  oneOffs: Explanation['oneOffs'],
): Parts {
  const level = new Float64Array(y.length).fill(course.segments[0]?.start ?? 0)
  for (const { at, step } of course.changes) {
    for (let t = at; t < y.length; t++) level[t] = (level[t] as number) + step
  }
  const trend = fitted.map((value, t) => value - (level[t] as number))
  const oneOff = new Float64Array(y.length)
  for (const { from, to } of oneOffs) oneOff.set(left.subarray(from, to + 1), from)
  // By subtraction, so that the parts add up whatever the rounding of those before.
  const residual = y.map((value, t) => {
    const explained = (level[t] as number) + (trend[t] as number) + (season[t] as number) + (holiday[t] as number)
    return value - explained - (oneOff[t] as number)
  })
  return { level, trend, season, holiday, oneOff, residual }
}

function trendStory(course: Course, fitted: Float64Array, parts: Parts, seasonLength: number): TrendStory {
  const { from, to, slope } = course.segments[course.segments.length - 1] ?? { from: 0, to: 0, slope: 0 }
  const now = fitted[fitted.length - 1] as number
  const percent = percentOf(slope * seasonLength, now)
  const error = course.noise * slopeErrorOf(to - from)
  const common = { slope, percent, strength: strengthOf(percent), since: from, share: shareOf(fitted, parts.residual) }
  if (slope === 0) {
    // How likely the slope, unseen as it is, would move less than a little.
    const hardly = (Math.abs(now) * HARDLY) / 100 / seasonLength
    const sure = error > 0 ? Math.max(0.5, 2 * normalCdf(hardly / error) - 1) : 1
    return { ...common, direction: sure >= SURE ? 'flat' : 'unclear', sure }
  }
  const sure = error > 0 ? normalCdf(Math.abs(slope) / error) : 1
  return { ...common, direction: sure < SURE ? 'unclear' : slope > 0 ? 'up' : 'down', sure }
}
