// SPDX-License-Identifier: Apache-2.0
import { type Declined, fromDayNumber, isDeclined } from '@resham/base'
import type { Change, Explanation } from '@resham/forecast'
import { isWordKey, type Language, type Speak } from '../terminal/words.ts'
import type { Look } from './look.ts'

type Say = {
  readonly speak: Speak
  /** The period at an index. */
  readonly at: (index: number) => string
  readonly period: (day: number) => string
  readonly number: (value: number) => string
  readonly percent: (percent: number) => string
}

const shown = 5

/** What is said of one series, a sentence a line: level, trend, season, changes, one-offs, what changed, what is expected. */
export function asText(look: Look, plain: Speak, language: Language): string {
  const { series, explanation, change, next } = look
  const say = sayerFor(look, plain, language)
  const { speak } = say
  const head = speak('trend.head', {
    name: series.name === '' ? speak('trend.series') : series.name,
    count: String(series.days.length),
    from: say.at(0),
    to: say.at(series.days.length - 1),
  })
  const lines = [head, ...noteLines(look, say)]
  if (isDeclined(explanation)) lines.push(refusal(explanation, speak))
  else lines.push(...explained(explanation, say))
  if (change && !isDeclined(change)) lines.push(...changed(change, say))
  if (isDeclined(next)) lines.push(refusal(next, speak))
  else {
    lines.push(speak('trend.next', { model: next.model }))
    next.days.forEach((day, k) => {
      lines.push(
        speak('trend.next.one', {
          period: say.period(day),
          mean: say.number(next.mean[k] as number),
          low: say.number(next.lo['80']?.[k] as number),
          high: say.number(next.hi['80']?.[k] as number),
        }),
      )
    })
  }
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function sayerFor({ series }: Look, plain: Speak, language: Language): Say {
  // In a line from right to left, names and figures keep their own direction (Unicode FSI, PDI).
  const speak: Speak =
    language !== 'ur'
      ? plain
      : (key, values = {}) =>
          plain(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`])))
  const biggest = Math.max(1e-9, ...series.y.map(Math.abs))
  const fraction = biggest >= 1000 ? 0 : biggest >= 10 ? 1 : biggest >= 0.1 ? 3 : 6
  const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: fraction })
  const whole = { month: 7, year: 4, quarter: 7, week: 10, day: 10 } as const
  const period = (day: number) => fromDayNumber(day).slice(0, whole[series.frequency])
  return {
    speak,
    period,
    at: (index) => period(series.days[index] as number),
    number: (value) => numbers.format(value),
    percent: (percent) => `${Math.abs(percent) < 10 ? percent.toFixed(1) : percent.toFixed(0)}%`,
  }
}

function noteLines({ series }: Look, say: Say): string[] {
  const unknown =
    series.unknown.length === 0 ? [] : [say.speak('trend.unknown', { count: String(series.unknown.length) })]
  const notes = series.notes.flatMap(({ code, values }) => {
    const key = `trend.note.${code}`
    return isWordKey(key) ? [say.speak(key, values)] : []
  })
  return [...unknown, ...notes]
}

function explained({ y, trend, season, changes, oneOffs, parts }: Explanation, say: Say): string[] {
  const { speak, at, number, percent } = say
  const level = (parts.level.at(-1) ?? 0) + (parts.trend.at(-1) ?? 0)
  const lines = [speak('trend.level', { level: number(level), last: number(y.at(-1) ?? 0) })]
  const size = trend.percent === null ? '' : percent(Math.abs(trend.percent))
  lines.push(
    speak(`trend.direction.${trend.direction}`, {
      since: at(trend.since),
      slope: number(Math.abs(trend.slope)),
      percent: size,
      sure: percent(100 * trend.sure),
    }),
  )
  if (season && isDeclined(season)) lines.push(speak('trend.season.unknown', { needed: String(season.needed ?? 0) }))
  else if (season?.shows) {
    const place = (one: typeof season.peak) => placeName(one.position, season.length, say, y.length)
    lines.push(speak('trend.season', { high: place(season.peak), low: place(season.trough) }))
  } else if (season) lines.push(speak('trend.season.none'))
  for (const one of changes.slice(-shown)) {
    const step = one.percent === null ? number(one.step) : `${one.step > 0 ? '+' : ''}${percent(one.percent)}`
    lines.push(
      speak(`trend.change.${one.kind}`, {
        at: at(one.at),
        step,
        before: number(one.slopeBefore),
        after: number(one.slopeAfter),
      }),
    )
  }
  for (const one of oneOffs.slice(-shown)) {
    lines.push(
      speak(one.size > 0 ? 'trend.oneOff.high' : 'trend.oneOff.low', {
        at: at(one.from),
        size: number(Math.abs(one.size)),
      }),
    )
  }
  return lines
}

/** A place in the season by a period that it fell on last. */
function placeName(position: number, length: number, say: Say, periods: number): string {
  const back = (((periods - 1 - position) % length) + length) % length
  return say.at(periods - 1 - back)
}

function changed({ before, after, whole, parts, order, beyondChance }: Change, say: Say): string[] {
  const { speak, number, percent } = say
  const said = speak(whole.size >= 0 ? 'trend.changed.up' : 'trend.changed.down', {
    before: number(before),
    after: number(after),
    percent: whole.percent === null ? number(Math.abs(whole.size)) : percent(Math.abs(whole.percent)),
  })
  const rows = order.slice(0, 3).map((name) => {
    const sign = parts[name].size > 0 ? '+' : '−'
    return speak(`trend.part.${name}`, { size: `${sign}${number(Math.abs(parts[name].size))}` })
  })
  return [said, ...rows, beyondChance ? '' : speak('trend.changed.chance')]
}

function refusal({ reason, needed, got }: Declined, speak: Speak): string {
  const key = `trend.declined.${reason}`
  return speak(isWordKey(key) ? key : 'trend.declined.other', { needed: String(needed ?? ''), got: String(got ?? '') })
}
