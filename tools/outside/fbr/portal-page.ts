// SPDX-License-Identifier: Apache-2.0
import type { Mood, Taken } from './simulator.ts'

const htmlText = (value: unknown) =>
  String(value ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

/** The office's portal: what it has taken in, for who looks an invoice up; and how it behaves. */
export function portalPage(taken: readonly Taken[], mood: Mood, moods: readonly Mood[]): string {
  const rows = taken.toReversed().map(({ number, trial, invoice }) => {
    const cells = [
      number,
      trial ? 'trial' : 'real',
      invoice.invoiceType,
      invoice.invoiceDate,
      invoice.buyerBusinessName,
    ]
    return `<tr>${cells.map((cell) => `<td>${htmlText(cell)}</td>`).join('')}</tr>`
  })
  const buttons = moods.map(
    (one) => `<button name="mood" value="${one}"${one === mood ? ' disabled' : ''}>${one}</button>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Invented tax office</title><style>body{font:16px system-ui;margin:2rem}td{padding:.2rem 1rem .2rem 0}</style>
<h1>Invented tax office</h1><p>A simulator. Nothing here reaches a real office.</p>
<form method="post" action="/mood">It behaves: ${buttons.join(' ')}</form>
<h2>Taken in: ${taken.length}</h2><table>${rows.join('')}</table>`
}
