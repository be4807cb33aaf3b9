// SPDX-License-Identifier: Apache-2.0
import tokens from '#lib/tokens/tokens.css?raw'

/** A raw colour of the light theme: the only place where it is written is the tokens. */
function colour(name: string): string {
  return /#[0-9a-f]{6}/i.exec(new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1] ?? '')?.[0] ?? '#000000'
}

/**
 * A paper as Typst reads it. All words come from `paper.json` beside it, so no text of ours or of the data is ever read
 * as markup. Small words stand under a label in the other language.
 */
export const paperTemplate = `
#let d = json("paper.json")
#let urdu = d.language == "ur"
#let ink = rgb("${colour('ink')}")
#let soft = rgb("${colour('ink-soft')}")
#let line-ink = rgb("${colour('line')}")
// Latin letters and figures in the plain face in both languages: they stand in columns.
#let nastaliq = (name: "Noto Nastaliq Urdu", covers: regex("[\\u{0600}-\\u{06ff}\\u{200c}-\\u{200f}\\u{fb50}-\\u{feff}]"))
#let faces = ("Noto Sans", "Noto Nastaliq Urdu")
#set document(title: d.title.main + " " + d.number)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 16mm, bottom: 20mm),
  footer: context text(size: 8pt, fill: soft, grid(
    columns: (1fr, auto),
    d.shop.name,
    counter(page).display((n, all) => str(n) + " / " + str(all), both: true),
  )),
)
#set text(
  font: if urdu { (nastaliq, "Noto Sans") } else { faces },
  lang: d.language,
  dir: if d.direction == "rtl" { rtl } else { ltr },
  size: 10pt,
  fill: ink,
)
#set par(leading: if urdu { 1.1em } else { 0.6em }, spacing: if urdu { 1.3em } else { 0.8em })
#let tiny(body, size: 7.5pt) = text(size: size, fill: soft, body)
#let latin(body) = text(font: faces, lang: "en", dir: ltr, body)
#let both(label, weight: "regular", fill: ink, size: 10pt) = {
  text(size: size, weight: weight, fill: fill, label.main)
  if label.other != none { h(1.5mm); text(size: 0.75em, fill: soft, latin(label.other)) }
}
#grid(
  columns: (1fr, auto),
  column-gutter: 8mm,
  {
    text(size: 15pt, weight: "bold", d.shop.name)
    for line in d.shop.lines { linebreak(); tiny(line, size: 8.5pt) }
  },
  align(end, {
    text(size: if urdu { 16pt } else { 18pt }, weight: "bold", d.title.main)
    if d.title.other != none { linebreak(); tiny(latin(d.title.other), size: 10pt) }
  }),
)
#v(2mm)
#line(length: 100%, stroke: 0.8pt + ink)
#v(1mm)
#grid(
  columns: (1fr, auto),
  column-gutter: 8mm,
  if d.to != none {
    both(d.to.label, fill: soft, size: 8.5pt)
    for (i, line) in d.to.lines.enumerate() {
      linebreak()
      if i == 0 { text(weight: "bold", size: 11pt, line) } else { text(size: 9pt, line) }
    }
  },
  grid(
    columns: (auto, auto),
    column-gutter: 5mm,
    row-gutter: if urdu { 3.2mm } else { 2mm },
    ..d.facts.map(fact => (both(fact.label, fill: soft, size: 8.5pt), align(end, text(size: 9.5pt, fact.value)))).flatten(),
  ),
)
#v(if urdu { 3mm } else { 2mm })
#let count = d.columns.len()
#{
  set text(size: 9.5pt)
  set par(leading: if urdu { 0.9em } else { 0.5em })
  table(
    columns: (1fr,) + (auto,) * (count - 1),
    align: (column, row) => if column == 0 { start + horizon } else { end + horizon },
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + line-ink }),
    inset: (x: 2mm, y: if urdu { 2.2mm } else { 1.7mm }),
    table.header(..d.columns.map(name => both(name, fill: soft, size: 8.5pt))),
    ..d.rows.flatten(),
  )
}
#v(2mm)
#block(breakable: false, width: 100%, grid(
  columns: (1fr, auto),
  column-gutter: 8mm,
  {
    for note in d.notes { par(text(size: 9pt, note)) }
    if d.mark != none {
      if d.mark.matrix { image("mark.svg", width: d.mark.sizeInches * 1in, height: d.mark.sizeInches * 1in, alt: d.mark.number) }
      par(tiny(d.mark.words))
      par(text(size: 8.5pt, latin(d.mark.number)))
    }
  },
  grid(
    columns: (auto, auto),
    column-gutter: 8mm,
    row-gutter: if urdu { 3.6mm } else { 2.2mm },
    ..d.sums.map(sum => {
      let weight = if sum.strong { "bold" } else { "regular" }
      (both(sum.label, weight: weight), align(end, text(weight: weight, size: if sum.strong { 12pt } else { 10pt }, sum.value)))
    }).flatten(),
  ),
))
#if d.sign != none {
  v(16mm)
  block(width: 70mm, {
    line(length: 100%, stroke: 0.5pt + soft)
    both(d.sign, fill: soft, size: 8.5pt)
  })
}
`
