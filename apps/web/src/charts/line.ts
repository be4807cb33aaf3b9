// SPDX-License-Identifier: Apache-2.0
import { cut, dayNumber, pathThrough, roundDown, roundUp } from './scale.ts'

export type PastPoint = { readonly day: string; readonly value: number; readonly odd?: boolean }
export type ExpectedPoint = {
  readonly day: string
  readonly value: number
  readonly low: number
  readonly high: number
}
export type NamedDays = { readonly name: string; readonly from: string; readonly to: string }

export type LineInput = {
  /** Oldest first. */
  readonly past: readonly PastPoint[]
  /** What is expected after the last past point, with its 80 % band; empty when nothing can be said. */
  readonly expected: readonly ExpectedPoint[]
  readonly holidays: readonly NamedDays[]
  /** Days from which the level was another one. */
  readonly shifts?: readonly string[]
  /** Where the field begins: at zero, or `near` the lowest value where zero would flatten the line (rates of exchange). */
  readonly base?: 'zero' | 'near'
}

type Spot = { readonly x: number; readonly y: number }
export type LineDrawing = {
  /** Paths on a field of 100 by 100, stretched to the plot. */
  readonly past: string
  readonly area: string
  readonly next: string
  readonly band: string
  /** In percent of the plot's width, from its left. */
  readonly holidays: readonly {
    readonly x: number
    readonly width: number
    readonly name: string
    /** Where the middle of its name stands, and whether there is room for it. */
    readonly at: number
    readonly named: boolean
  }[]
  readonly odd: readonly Spot[]
  /** In percent of the plot's width. */
  readonly shifts: readonly number[]
  /** The last day that happened; null when nothing did. */
  readonly now: (Spot & { readonly day: string }) | null
  /** True when something is expected. */
  readonly ahead: boolean
  readonly first: string | null
  /** The value of the topmost line. */
  readonly top: number
  /** The value of the lowest line: 0, unless the field begins near the values or some are negative. */
  readonly bottom: number
}

/** Percent of the width that one letter of a name takes at 360 px in the widest of the faces that a phone may have. */
const letterRoom = 2.75
/** Percent at the left that belongs to the value of the topmost line. */
const topValueRoom = 24

/**
 * Where everything of a line chart stands. Time runs from left to right in every language.
 *
 * The field begins at zero: a line that does not makes small changes look large. Where it begins near the values, the
 * picture writes the lowest value beside its line.
 */
export function drawLine({ past, expected, holidays, shifts = [], base = 'zero' }: LineInput): LineDrawing {
  const days = [...past, ...expected].map(({ day }) => dayNumber(day))
  const first = Math.min(...days)
  const span = Math.max(1, Math.max(...days) - first)
  const lowest = Math.min(...past.map((point) => point.value), ...expected.map((point) => point.low))
  const highest = Math.max(0, ...past.map((point) => point.value), ...expected.map((point) => point.high))
  const near = base === 'near' && lowest > 0.2 * highest
  const low = near ? roundDown(lowest - 0.1 * (highest - lowest)) : Math.min(0, lowest)
  const top = near ? low + roundUp(highest - low) : roundUp(highest)
  const x = (day: number) => ((day - first) / span) * 100
  const y = (value: number) => 100 - ((value - low) / (top - low)) * 100
  const spot = (point: { day: string; value: number }): Spot => ({
    x: cut(x(dayNumber(point.day))),
    y: cut(y(point.value)),
  })

  const line = past.map((point): [number, number] => [x(dayNumber(point.day)), y(point.value)])
  const lastPast = past.at(-1)
  const joint = lastPast
    ? [{ day: lastPast.day, value: lastPast.value, low: lastPast.value, high: lastPast.value }]
    : []
  const ahead = expected.length === 0 ? [] : [...joint, ...expected]
  const highs = ahead.map((point): [number, number] => [x(dayNumber(point.day)), y(point.high)])
  const lows = ahead.map((point): [number, number] => [x(dayNumber(point.day)), y(point.low)]).reverse()
  const lastX = line.at(-1)?.[0] ?? 0

  return {
    past: pathThrough(line),
    area: line.length > 1 ? `${pathThrough(line)}L${cut(lastX)} 100L${cut(line[0]?.[0] ?? 0)} 100Z` : '',
    next: pathThrough(ahead.map((point) => [x(dayNumber(point.day)), y(point.value)])),
    band: ahead.length > 0 ? `${pathThrough([...highs, ...lows])}Z` : '',
    holidays: columns(holidays, first, span, x),
    shifts: shifts
      .map(dayNumber)
      .filter((day) => day > first && day < first + span)
      .map((day) => cut(x(day))),
    odd: past.filter((point) => point.odd).map(spot),
    now: lastPast ? { ...spot(lastPast), day: lastPast.day } : null,
    ahead: ahead.length > 0,
    first: past[0]?.day ?? null,
    top,
    bottom: Number.isFinite(low) ? low : 0,
  }
}

function columns(holidays: readonly NamedDays[], first: number, span: number, x: (day: number) => number) {
  let takenTo = topValueRoom
  return holidays
    .filter(({ from, to }) => dayNumber(to) >= first && dayNumber(from) <= first + span)
    .sort((a, b) => dayNumber(a.from) - dayNumber(b.from))
    .map(({ name, from, to }) => {
      const start = Math.max(0, x(dayNumber(from)))
      const end = Math.min(100, x(dayNumber(to) + 1))
      // A day must still be seen on a chart of three years.
      const width = Math.max(1.5, end - start)
      const left = Math.min(start, 100 - width)
      const room = (name.length * letterRoom) / 2
      const middle = Math.min(left + width / 2, 100 - room)
      const named = middle - room > takenTo
      if (named) takenTo = middle + room + 2
      return { x: cut(left), width: cut(width), name, at: cut(middle), named }
    })
}
