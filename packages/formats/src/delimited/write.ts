// SPDX-License-Identifier: Apache-2.0

/** How delimited text is written. */
export type WriteOptions = {
  readonly separator?: ',' | ';' | '\t' | '|'
  /** A byte order mark, without which spreadsheets take UTF-8 for something else. */
  readonly bom?: boolean
}

const plainNumber = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/

/**
 * Writes rows as delimited text with CRLF, safe to open in a spreadsheet.
 *
 * A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, tab or
 * carriage return) gets an apostrophe in front, unless it is a plain number.
 *
 * @source OWASP, "CSV Injection".
 */
export function writeDelimited(rows: readonly (readonly string[])[], options: WriteOptions = {}): string {
  const separator = options.separator ?? ','
  let text = options.bom ? '\uFEFF' : ''
  for (const row of rows) text += `${row.map((cell) => writeCell(cell, separator)).join(separator)}\r\n`
  return text
}

/** One cell, guarded and quoted where needed. */
export function writeCell(cell: string, separator = ','): string {
  const guarded = isFormula(cell) ? `'${cell}` : cell
  const quoted = guarded.includes('"') || guarded.includes(separator) || /[\r\n]/.test(guarded)
  return quoted ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Undoes the guard of a cell that `writeDelimited` wrote. */
export function unguardCell(cell: string): string {
  return cell.charCodeAt(0) === 39 && isFormula(cell.slice(1)) ? cell.slice(1) : cell
}

function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell) && !plainNumber.test(cell)
}
