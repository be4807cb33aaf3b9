// SPDX-License-Identifier: Apache-2.0
import { html, type Markup, nothing } from './markup.ts'

/** What a chart of weeks shows: what was, and what is expected with its band. */
export type LineChart = {
  readonly past: readonly number[]
  readonly next: readonly { readonly mean: number; readonly lo: number; readonly hi: number }[]
  /** Read out in place of the picture. */
  readonly says: string
  /** Written at the ends of the axis of time, and at its top. */
  readonly firstLabel: string
  readonly lastLabel: string
  readonly highLabel: (value: number) => string
}

/** About a phone's width, so that the labels keep their size there. */
const width = 340
const height = 150
const margin = { top: 18, bottom: 20 }

/**
 * The past solid, the expected dotted with its band; time from left to right in both languages.
 *
 * @returns nothing when there is no more than one point.
 */
export function lineChart({ past, next, says, firstLabel, lastLabel, highLabel }: LineChart): Markup {
  if (past.length < 2) return nothing
  const highest = Math.max(0, ...past, ...next.map(({ hi }) => hi))
  const lowest = Math.min(0, ...past, ...next.map(({ lo }) => lo))
  const last = past.length + next.length - 1
  const x = (week: number) => round((week / last) * width)
  const y = (value: number) => {
    const share = highest === lowest ? 0 : (value - lowest) / (highest - lowest)
    return round(height - margin.bottom - share * (height - margin.top - margin.bottom))
  }
  const line = (values: readonly number[], from: number) =>
    values.map((value, i) => `${x(from + i)},${y(value)}`).join(' ')
  const joint = past.length - 1
  const end = past[joint] as number
  const upper = next.map(({ hi }, i) => `${x(joint + 1 + i)},${y(hi)}`)
  const lower = next.map(({ lo }, i) => `${x(joint + 1 + i)},${y(lo)}`).reverse()
  const band = [`${x(joint)},${y(end)}`, ...upper, ...lower].join(' ')
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}" direction="ltr">
<line class="axis" x1="0" x2="${width}" y1="${y(0)}" y2="${y(0)}"/>
${next.length > 0 ? html`<polygon class="band" points="${band}"/>` : nothing}
<polyline class="past" points="${line(past, 0)}"/>
${next.length > 0 ? html`<polyline class="next" points="${line([end, ...next.map(({ mean }) => mean)], joint)}"/>` : nothing}
<text x="0" y="${height - 5}">${firstLabel}</text>
<text x="${x(joint)}" y="${height - 5}" text-anchor="${next.length > 0 ? 'middle' : 'end'}">${lastLabel}</text>
<text x="0" y="12">${highLabel(highest)}</text>
</svg>`
}

/** A row of small bars, oldest first; the last one stands out. */
export function bars(values: readonly number[]): Markup {
  if (values.length < 2) return nothing
  const highest = Math.max(1e-9, ...values.map((value) => Math.max(0, value)))
  const step = 96 / values.length
  const rects = values.map((value, i) => {
    const tall = round((Math.max(0, value) / highest) * 24)
    const kind = i === values.length - 1 ? 'last' : 'bar'
    return html`<rect class="${kind}" x="${round(i * step)}" y="${round(26 - tall)}" width="${round(step * 0.7)}" height="${round(tall + 1)}"/>`
  })
  return html`<svg class="bars" viewBox="0 0 96 28" aria-hidden="true" direction="ltr">${rects}</svg>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
