// SPDX-License-Identifier: Apache-2.0
import tokens from '#lib/tokens/tokens.css?raw'
import { drawLine, type LineInput } from './line.ts'
import { drawLines, type NamedLine } from './lines.ts'

/** A picture that stands on its own: outside the page, without its styles. */
export type Standalone = {
  readonly title: string
  /** Lines below the picture: what it says, where it comes from. */
  readonly notes: readonly string[]
  readonly direction: 'ltr' | 'rtl'
  readonly say: (value: number) => string
  readonly sayDay: (day: string) => string
}

const width = 960
const height = 630
const plot = { x: 60, y: 120, width: 840, height: 340 }
/**
 * Faces by name: who opens the file has them, or their own. One face for all of a picture: programs that draw cannot mix
 * two inside a line, and the Urdu one has Latin letters too.
 */
const faces = {
  ltr: "'Noto Sans', system-ui, sans-serif",
  rtl: "'Noto Nastaliq Urdu', 'Noto Sans', serif",
} as const
const dashes: Readonly<Record<string, string>> = { B: '10 5', C: '3 4', D: '14 4 3 4', E: '6 3', F: '18 6' }
const inks: Readonly<Record<string, string>> = {
  A: 'indigo',
  B: 'madder',
  C: 'leaf',
  D: 'turmeric-ink',
  E: 'ink-soft',
  F: 'ink',
}

/** A raw colour of the light theme: the only place where it is written is the tokens. */
function colour(name: string): string {
  return new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1]?.trim() ?? 'currentColor'
}

/** One series with what is expected, as an SVG file. */
export function seriesPicture(input: LineInput, about: Standalone): string {
  const drawing = drawLine(input)
  const x = (percent: number) => plot.x + (percent * plot.width) / 100
  const y = (percent: number) => plot.y + (percent * plot.height) / 100
  const inside = scaled([
    `<path d="${drawing.area}" fill="${colour('indigo-wash')}" opacity="0.55"/>`,
    `<path d="${drawing.band}" fill="${colour('indigo')}" fill-opacity="0.16"/>`,
    stroke(drawing.past, colour('indigo')),
    stroke(drawing.next, colour('indigo'), '2 6'),
  ])
  return frame(about, [
    ...drawing.holidays.map(
      (one) =>
        `<rect x="${x(one.x)}" y="${plot.y - 20}" width="${(one.width * plot.width) / 100}" height="${plot.height + 20}" fill="${colour('turmeric-wash')}"/>`,
    ),
    ...drawing.holidays
      .filter(({ named }) => named)
      .map((one) => text(x(one.at), plot.y - 6, one.name, { anchor: 'middle', size: 14 })),
    inside,
    ...drawing.shifts.map(
      (at) =>
        `<line x1="${x(at)}" x2="${x(at)}" y1="${plot.y}" y2="${plot.y + plot.height}" stroke="${colour('turmeric-ink')}" stroke-width="2" stroke-dasharray="7 4"/>`,
    ),
    ...drawing.odd.map((spot) => `<circle cx="${x(spot.x)}" cy="${y(spot.y)}" r="6" fill="${colour('turmeric')}"/>`),
    drawing.now
      ? `<circle cx="${x(drawing.now.x)}" cy="${y(drawing.now.y)}" r="6" fill="${colour('surface')}" stroke="${colour('indigo')}" stroke-width="3"/>`
      : '',
    ...scale(drawing.top, drawing.bottom, about),
    drawing.first ? text(plot.x, plot.y + plot.height + 28, about.sayDay(drawing.first)) : '',
    drawing.now
      ? text(
          Math.min(plot.x + plot.width, x(drawing.now.x)),
          plot.y + plot.height + 28,
          about.sayDay(drawing.now.day),
          { anchor: 'middle' },
        )
      : '',
  ])
}

/** Several series, as an SVG file. */
export function linesPicture(lines: readonly NamedLine[], aboutHundred: boolean, about: Standalone): string {
  const drawing = drawLines(lines, aboutHundred)
  const y = (percent: number) => plot.y + (percent * plot.height) / 100
  const ink = (letter: string) => colour(inks[letter] ?? 'ink')
  return frame(about, [
    drawing.hundred === null
      ? ''
      : `<line x1="${plot.x}" x2="${plot.x + plot.width}" y1="${y(drawing.hundred)}" y2="${y(drawing.hundred)}" stroke="${colour('line')}"/>`,
    scaled(drawing.lines.map(({ letter, d }) => stroke(d, ink(letter), dashes[letter]))),
    ...drawing.ends.map((end) =>
      text(plot.x + (end.x * plot.width) / 100 + 8, y(end.y) + 6, end.letter, { ink: ink(end.letter), bold: true }),
    ),
    ...scale(drawing.top, drawing.bottom, about),
    drawing.first ? text(plot.x, plot.y + plot.height + 28, about.sayDay(drawing.first)) : '',
    drawing.last
      ? text(plot.x + plot.width, plot.y + plot.height + 28, about.sayDay(drawing.last), { anchor: 'end' })
      : '',
  ])
}

function scale(top: number, bottom: number, about: Standalone): string[] {
  const line = (at: number, dash = '') =>
    `<line x1="${plot.x}" x2="${plot.x + plot.width}" y1="${at}" y2="${at}" stroke="${colour('line')}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`
  return [
    line(plot.y, '3 5'),
    line(plot.y + plot.height),
    text(plot.x, plot.y - 6, about.say(top)),
    bottom === 0 ? '' : text(plot.x, plot.y + plot.height - 8, about.say(bottom)),
  ]
}

function stroke(d: string, ink: string, dash?: string): string {
  const dashed = dash ? ` stroke-dasharray="${dash}"` : ''
  return d === ''
    ? ''
    : `<path d="${d}" fill="none" stroke="${ink}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round" vector-effect="non-scaling-stroke"${dashed}/>`
}

/** Paths of a field of 100 by 100, stretched to the plot: their points, so that lines keep their width everywhere. */
function scaled(paths: readonly string[]): string {
  const [sx, sy] = [plot.width / 100, plot.height / 100]
  return paths
    .map((path) =>
      path.replace(
        / d="([^"]*)"/,
        (_, d: string) =>
          ` d="${d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (__, px: string, py: string) => `${(plot.x + Number(px) * sx).toFixed(1)} ${(plot.y + Number(py) * sy).toFixed(1)}`)}"`,
      ),
    )
    .join('')
}

type TextStyle = {
  readonly anchor?: 'middle' | 'end'
  readonly size?: number
  readonly ink?: string
  readonly bold?: boolean
  readonly direction?: 'rtl'
}

function text(x: number, y: number, said: string, style: TextStyle = {}): string {
  const attributes = [
    `x="${x.toFixed(1)}"`,
    `y="${y.toFixed(1)}"`,
    `font-size="${style.size ?? 16}"`,
    `fill="${style.ink ?? colour('ink-soft')}"`,
    style.anchor ? `text-anchor="${style.anchor}"` : '',
    style.bold ? 'font-weight="700"' : '',
    style.direction ? 'direction="rtl"' : '',
  ]
  // Marks of isolation mean nothing to programs that draw; some draw a box for them. A line of Urdu says that it runs
  // from right to left, or the numbers and Latin names inside it change places.
  const plain = escaped(said.replace(/[\u2066-\u2069]/g, ''))
  const turned = /[\u0600-\u06ff]/.test(plain) ? `\u202b${plain}\u202c` : plain
  return `<text ${attributes.filter(Boolean).join(' ')}>${turned}</text>`
}

function frame(about: Standalone, inside: readonly string[]): string {
  const isRtl = about.direction === 'rtl'
  const edge = isRtl ? width - plot.x : plot.x
  const lay = isRtl ? ({ anchor: 'end' } as const) : {}
  const notes = about.notes.map((note, place) =>
    text(edge, plot.y + plot.height + 62 + place * (isRtl ? 34 : 24), note, { ...lay, size: 15 }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${faces[about.direction]}">`,
    `<title>${escaped(about.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colour('surface')}"/>`,
    text(edge, 56, about.title, { ...lay, size: 26, bold: true, ink: colour('ink') }),
    ...inside,
    ...notes,
    '</svg>',
  ].join('\n')
}

function escaped(said: string): string {
  return said.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
