// SPDX-License-Identifier: Apache-2.0
import type { Row, RowFault, TableLimits } from '../row.ts'

/** How a delimited file marks its cells. Records end with LF, CRLF or CR. */
export type Dialect = {
  readonly separator: ',' | ';' | '\t' | '|'
  readonly quote: '"' | "'" | null
}

/** Text in, rows out, in pieces of any size. */
export type Tokenizer = {
  /** Adds the records that this text completes to `rows`. */
  push(text: string, rows: Row[]): void
  /** Adds what is left. */
  end(rows: Row[]): void
}

const lineFeed = 10
const carriageReturn = 13
/** How much of a record that is too long is kept, to show the person which one it is. */
const keptChars = 200

/**
 * Makes a tokenizer for delimited text.
 *
 * Quotes count at the start of a cell only; a doubled quote inside is one quote; text after a
 * closing quote is kept. Blank lines are counted as lines but give no record. A record over the
 * limits, and a quote that is never closed, give a row with a fault, and reading goes on with the
 * next line, so that one slip never swallows the rest of a file. A quote that closes lines below
 * with text behind it was never closed: what closed it was the opening quote of another cell.
 */
export function createTokenizer(dialect: Dialect, limits: TableLimits): Tokenizer {
  const separator = dialect.separator.charCodeAt(0)
  const quoteText = dialect.quote ?? ''
  const quote = dialect.quote === null ? -1 : dialect.quote.charCodeAt(0)
  // Most characters lie above every mark, so one comparison passes them.
  const highestMark = Math.max(separator, carriageReturn)

  let carry = ''
  let recordNo = 0
  let lineNo = 1
  let skipping = false
  let openQuote = false

  /** Reads whole records; gives the place where the first unfinished one begins. */
  function scan(text: string, final: boolean, rows: Row[]): number {
    const length = text.length
    let start = 0
    while (start < length) {
      const cells: string[] = []
      let fault: RowFault | null = null
      let at = start
      let innerLines = 0
      let unclosed = false
      for (;;) {
        const cellStart = at
        let cell: string
        if (quote >= 0 && text.charCodeAt(at) === quote) {
          const close = closingQuote(text, at + 1, quote, quoteText)
          if (close < 0 || (close + 1 >= length && !final)) {
            openQuote = close < 0
            return start
          }
          cell = text.slice(at + 1, close)
          const cellLines = countLines(cell)
          innerLines += cellLines
          if (cell.includes(quoteText)) cell = cell.replaceAll(quoteText + quoteText, quoteText)
          at = endOfCell(text, close + 1)
          if (at > close + 1) {
            const tail = text.slice(close + 1, at)
            // Lines below that end in a quote with text behind it: that quote opened a cell of its own.
            if (cellLines > 0 && tail.trim() !== '' && (at < length || final)) {
              unclosed = true
              break
            }
            cell += tail
          }
        } else {
          at = endOfCell(text, at)
          cell = text.slice(cellStart, at)
        }
        if (at >= length && !final) {
          openQuote = false
          return start
        }
        if (cells.length >= limits.maxColumns) fault = 'too-many-columns'
        else if (cell.length > limits.maxCellChars) {
          fault = 'cell-too-long'
          cells.push(cell.slice(0, keptChars))
        } else cells.push(cell)
        if (at >= length || text.charCodeAt(at) !== separator) break
        at++
      }
      if (unclosed) {
        start += dropLine(text, start, rows)
        continue
      }
      if (text.charCodeAt(at) === carriageReturn) {
        // The line feed of this pair may still be on its way.
        if (at + 1 >= length && !final) {
          openQuote = false
          return start
        }
        if (text.charCodeAt(at + 1) === lineFeed) at++
      }
      if (at - start > limits.maxRecordChars) report('record-too-long', text.slice(start, start + keptChars), rows)
      else if (cells.length > 1 || cells[0] !== '') rows.push({ recordNo: ++recordNo, lineNo, cells, fault })
      lineNo += innerLines + 1
      start = at + 1
    }
    return length
  }

  function endOfCell(text: string, from: number): number {
    const length = text.length
    let at = from
    while (at < length) {
      const code = text.charCodeAt(at)
      if (code <= highestMark && (code === separator || code === lineFeed || code === carriageReturn)) break
      at++
    }
    return at
  }

  function report(fault: RowFault, text: string, rows: Row[]): void {
    rows.push({ recordNo: ++recordNo, lineNo, cells: [text.slice(0, keptChars)], fault })
  }

  /** Gives up one line whose quote never closes; gives its length, to read on behind it. */
  function dropLine(text: string, start: number, rows: Row[]): number {
    const end = endOfLine(text, start)
    report('quote-not-closed', text.slice(start, end < 0 ? text.length : end), rows)
    lineNo++
    return (end < 0 ? text.length : afterLine(text, end)) - start
  }

  function skipToLineEnd(text: string): string {
    const end = endOfLine(text, 0)
    if (end < 0) return ''
    if (end === text.length - 1 && text.charCodeAt(end) === carriageReturn) return '\r'
    skipping = false
    lineNo++
    return text.slice(afterLine(text, end))
  }

  return {
    push(piece, rows) {
      let text = carry === '' ? piece : carry + piece
      if (skipping) {
        text = skipToLineEnd(text)
        if (skipping) {
          carry = text
          return
        }
      }
      for (;;) {
        carry = text.slice(scan(text, false, rows))
        if (carry.length <= limits.maxRecordChars) return
        if (openQuote && endOfLine(carry, 0) >= 0) {
          text = carry.slice(dropLine(carry, 0, rows))
          continue
        }
        report('record-too-long', carry, rows)
        carry = ''
        skipping = true
        return
      }
    },
    end(rows) {
      let text = skipping ? '' : carry
      carry = ''
      while (text !== '') {
        const left = text.slice(scan(text, true, rows))
        text = left === '' ? '' : left.slice(dropLine(left, 0, rows))
      }
    },
  }
}

/** Where the quote closes, or -1. Doubled quotes are passed. */
function closingQuote(text: string, from: number, quote: number, quoteText: string): number {
  let at = text.indexOf(quoteText, from)
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf(quoteText, at + 2)
  return at
}

function countLines(cell: string): number {
  let lines = 0
  for (let at = endOfLine(cell, 0); at >= 0; at = endOfLine(cell, afterLine(cell, at))) lines++
  return lines
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = text.indexOf('\r', from)
  return end >= 0 && (feed < 0 || end < feed) ? end : feed
}

function afterLine(text: string, end: number): number {
  return text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1
}
