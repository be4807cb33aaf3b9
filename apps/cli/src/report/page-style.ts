// SPDX-License-Identifier: Apache-2.0

/** The report's whole style: warm paper, white cards, ink of indigo. It stands in the page, which asks for no other file. */
export const pageStyle = `
:root { --paper: #faf7f1; --surface: #fff; --ink: #1d2340; --soft: #5a607c; --line: #e5dece; --indigo: #2b3a8c;
  --band: rgb(43 58 140 / .14); --madder: #a8322a; --leaf: #1f6f54; --turmeric: #b7770d; color-scheme: light dark }
@media (prefers-color-scheme: dark) { :root { --paper: #12152a; --surface: #1a1f3a; --ink: #eceefb; --soft: #a9b0d3;
  --line: #2c3460; --indigo: #9aa8f5; --band: rgb(154 168 245 / .18); --madder: #f19a90; --leaf: #86d0b2; --turmeric: #e9bd6c } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Noto Sans", system-ui, sans-serif }
main { max-inline-size: 46rem; margin: 0 auto; padding: 16px }
.ur { font: .9375rem/2.15 "Noto Nastaliq Urdu", "Noto Naskh Arabic", serif }
.switch { position: absolute; opacity: 0 }
.languages { display: flex; gap: 8px; justify-content: end; max-inline-size: 46rem; margin: 0 auto; padding: 16px 16px 0 }
.languages label { padding: 10px 16px; border: 1px solid var(--line); border-radius: 9px; cursor: pointer; min-block-size: 44px }
#read-en:checked ~ .languages [for=read-en], #read-ur:checked ~ .languages [for=read-ur] { background: var(--indigo); color: var(--surface) }
#read-en:focus-visible ~ .languages [for=read-en], #read-ur:focus-visible ~ .languages [for=read-ur] { outline: 3px solid var(--turmeric) }
#read-en:checked ~ .ur, #read-ur:checked ~ .en { display: none }
h1 { font-size: 1.375rem; margin-block: 8px } h2 { font-size: 1.125rem; margin-block: 0 8px }
.ur h1 { font-size: 1.25rem } .ur h2 { font-size: 1.0625rem }
section { background: var(--surface); border-radius: 14px; padding: 16px; margin-block: 16px;
  box-shadow: 0 1px 2px rgb(29 35 64 / .05), 0 6px 20px rgb(29 35 64 / .05) }
.figure { font-size: 2.25rem; line-height: 1.25; margin: 0; font-family: "Noto Sans", system-ui, sans-serif }
.soft, .why { color: var(--soft) } .why { font-size: .875rem; margin: 0 }
ul, ol { margin: 0; padding-inline-start: 1.25rem } li { margin-block: 8px } ul.plain { list-style: none; padding: 0 }
.up { color: var(--leaf) } .down { color: var(--madder) } .now { color: var(--madder) } .soon { color: var(--turmeric) }
.scroll { overflow-x: auto } table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: start; vertical-align: top; padding: 8px; border-block-end: 1px solid var(--line) }
td.number { text-align: end; white-space: nowrap }
svg.chart { inline-size: 100%; max-inline-size: 34rem; block-size: auto } svg.bars { inline-size: 96px; block-size: 28px; vertical-align: middle }
svg text { fill: var(--soft); font: 11px "Noto Sans", system-ui, sans-serif } .axis { stroke: var(--line) }
.past { fill: none; stroke: var(--indigo); stroke-width: 2 } .next { fill: none; stroke: var(--indigo); stroke-width: 2; stroke-dasharray: 2 5 }
.band { fill: var(--band) } .bar { fill: var(--line) } .last { fill: var(--indigo) }
@media print { .languages { display: none } section { box-shadow: none; break-inside: avoid } }
`
