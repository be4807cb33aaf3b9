// SPDX-License-Identifier: Apache-2.0
import { cut, dayNumber, pathThrough, roundDown, roundUp } from './scale.ts'

export type NamedLine = {
  /** A, B, C: what stands at its end and in the list below. */
  readonly letter: string
  readonly name: string
  readonly points: readonly { readonly day: string; readonly value: number }[]
}

export type LinesDrawing = {
  /** Paths on a field of 100 by 100. */
  readonly lines: readonly { readonly letter: string; readonly d: string }[]
  /** Where each letter stands, in percent; none closer to another than can be read. */
  readonly ends: readonly { readonly letter: string; readonly x: number; readonly y: number }[]
  readonly top: number
  readonly bottom: number
  /** Height of the value 100, where the field holds it and is about 100. */
  readonly hundred: number | null
  readonly first: string | null
  readonly last: string | null
}

/** Percent of the height that two letters need between them. */
const letterHeight = 9

/** Several lines on one field. Time runs from left to right in every language; the field begins near the values. */
export function drawLines(lines: readonly NamedLine[], aboutHundred: boolean): LinesDrawing {
  const points = lines.flatMap((line) => line.points)
  if (points.length === 0) return { lines: [], ends: [], top: 1, bottom: 0, hundred: null, first: null, last: null }
  const days = points.map(({ day }) => dayNumber(day))
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const [lowest, highest] = [
    Math.min(...points.map(({ value }) => value)),
    Math.max(...points.map(({ value }) => value)),
  ]
  const bottom = lowest <= 0 ? lowest : lowest > 0.3 * highest ? roundDown(lowest * 0.98) : 0
  const top = bottom + roundUp(Math.max(1e-9, highest - bottom))
  const x = (day: string) => ((dayNumber(day) - from) / Math.max(1, to - from)) * 100
  const y = (value: number) => 100 - ((value - bottom) / (top - bottom)) * 100
  const byTime = points.map(({ day }) => day).sort()
  return {
    lines: lines.map(({ letter, points }) => ({
      letter,
      d: pathThrough(points.map(({ day, value }) => [x(day), y(value)])),
    })),
    ends: apart(
      lines.flatMap(({ letter, points }) => {
        const end = points.at(-1)
        return end ? [{ letter, x: cut(x(end.day)), y: y(end.value) }] : []
      }),
    ),
    top,
    bottom,
    hundred: aboutHundred && bottom < 100 && top > 100 ? cut(y(100)) : null,
    first: byTime[0] ?? null,
    last: byTime.at(-1) ?? null,
  }
}

/** Moves letters that would cover each other up and down until they can be read. */
function apart(ends: readonly { letter: string; x: number; y: number }[]) {
  const placed = ends.toSorted((a, b) => a.y - b.y)
  const out: { letter: string; x: number; y: number }[] = []
  for (const end of placed) {
    const above = out.at(-1)
    const isClose = above !== undefined && Math.abs(above.x - end.x) < 12
    out.push({ ...end, y: isClose ? Math.max(end.y, above.y + letterHeight) : end.y })
  }
  const over = Math.max(0, (out.at(-1)?.y ?? 0) - 100)
  return out.map((end) => ({ ...end, y: cut(Math.max(0, end.y - over)) }))
}
