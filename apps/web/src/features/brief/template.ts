// SPDX-License-Identifier: Apache-2.0
import tokens from '#lib/tokens/tokens.css?raw'

/** A raw colour of the light theme: the only place where it is written is the tokens. */
function colour(name: string): string {
  return /#[0-9a-f]{6}/i.exec(new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1] ?? '')?.[0] ?? '#000000'
}

/**
 * The brief as Typst reads it. All words come from `data.json` beside it, so no text of ours or of the data is ever read
 * as markup.
 */
export const briefTemplate = `
#let d = json("data.json")
#let urdu = d.language == "ur"
#let ink = rgb("${colour('ink')}")
#let soft = rgb("${colour('ink-soft')}")
#let line-ink = rgb("${colour('line')}")
#let indigo = rgb("${colour('indigo')}")
#set document(title: d.title)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 16mm, bottom: 18mm),
  footer: text(size: 8pt, fill: soft, grid(columns: (1fr, auto), d.shop, d.made)),
)
// Noto Nastaliq Urdu holds no Latin letters worth reading: they come from the second face, and the other way round.
#set text(
  font: if urdu { ("Noto Nastaliq Urdu", "Noto Sans") } else { ("Noto Sans", "Noto Nastaliq Urdu") },
  lang: d.language,
  dir: if d.direction == "rtl" { rtl } else { ltr },
  size: if urdu { 10.5pt } else { 10.5pt },
  fill: ink,
  fallback: true,
)
#set par(leading: if urdu { 1.25em } else { 0.65em }, spacing: if urdu { 1.5em } else { 0.9em })
#let small(body) = text(size: if urdu { 8.5pt } else { 8.5pt }, fill: soft, body)
#text(size: if urdu { 17pt } else { 20pt }, weight: "bold", d.title)
#v(if urdu { 2mm } else { -1mm })
#small(d.under)
#if d.figure != none {
  v(1mm)
  small(d.figure.label)
  linebreak()
  text(size: if urdu { 16pt } else { 18pt }, weight: "bold", d.figure.value)
}
#if d.chart { image("chart.svg", width: 100%, alt: d.title) }
#for sentence in d.sentences { par(sentence) }
#if d.table.rows.len() > 0 {
  v(1mm)
  text(weight: "bold", d.table.title)
  v(if urdu { 1mm } else { -1mm })
  set text(size: if urdu { 8.5pt } else { 9pt })
  set par(leading: if urdu { 0.9em } else { 0.55em })
  let bar(share) = if share == none { [] } else {
    box(width: 22mm, height: 2mm, fill: line-ink, align(left, rect(width: share * 1%, height: 2mm, fill: indigo)))
  }
  let has-bars = d.table.rows.any(row => row.bar != none)
  let count = d.table.columns.len()
  table(
    columns: (1fr,) + (auto,) * (count - 1) + if has-bars { (auto,) } else { () },
    align: (column, row) => if column == 0 { start + horizon } else { end + horizon },
    stroke: (x, y) => (bottom: 0.4pt + line-ink),
    inset: (x: 2mm, y: if urdu { 1.9mm } else { 1.3mm }),
    ..d.table.columns.map(name => small(name)),
    ..if has-bars { ([],) } else { () },
    ..d.table.rows.map(row => row.cells + if has-bars { (bar(row.bar),) } else { () }).flatten(),
  )
}
#v(1fr)
#for note in d.notes { par(small(note)) }
`
