// SPDX-License-Identifier: Apache-2.0
import { AppError, dayNumberOfParts, fromDayNumber, isRealDate, type PlainDate } from '@resham/base'
import { type ByteSource, readHead } from '../byte-source.ts'
import { createDecoder } from '../decoder.ts'
import { readHeadRows, sniffDialect } from '../delimited/dialect.ts'
import { readDelimited } from '../delimited/read.ts'
import { detectEncoding } from '../encoding.ts'
import { formatError } from '../format-error.ts'
import { isNoValue } from '../market/number.ts'
import { readPeriod } from '../market/period.ts'
import { columnOf } from '../market/table.ts'
import type { Row } from '../row.ts'

/** A quoted rate: units of the bank's own currency for one of `currency`, exact decimal text. */
export type QuotedRate = { readonly currency: string; readonly day: PlainDate; readonly rate: string }

/** A row that gives no rate, and why. */
export type BadRate = {
  readonly lineNo: number
  readonly reason: 'row-broken' | 'currency-unknown' | 'rate-unreadable' | 'day-missing'
  readonly cell: string
}

const names = {
  currency: ['Currency', 'Currencies', 'Currency Code', 'CCY', 'Code', 'Symbol'],
  day: ['Date', 'Day', 'As on', 'Observation Date'],
  rate: ['Rate', 'Exchange Rate', 'Mid', 'Ready', 'Closing', 'Close'],
  buying: ['Buying', 'Bid', 'Buy'],
  selling: ['Selling', 'Offer', 'Ask', 'Sell'],
} as const
const mostRowsAbove = 20
const headBytes = 65_536

/**
 * Reads a bank's daily table: a row a currency with buying and selling (their middle is taken) or one rate, the day in a
 * column or in a line above the table (`Date: 14-Jul-2026`). Several tables' rows may follow one another when each has its day.
 *
 * @param dayIfNone The day of rows for which the file names none.
 * @source State Bank of Pakistan, "Weighted Average Customer Exchange Rates": currency, buying, selling for a day. The
 *         bank publishes it as PDF; the shape was taken from reprints of the table, no file of the bank's own was at hand.
 * @throws formats.empty; rates.file-unreadable when no row names its columns
 */
export async function readRateTable(
  source: ByteSource,
  dayIfNone: PlainDate | null = null,
): Promise<{ readonly rates: QuotedRate[]; readonly bad: BadRate[] }> {
  const { head, whole } = await readHead(source(), headBytes)
  if (head.length === 0) throw formatError('formats.empty')
  const { encoding } = detectEncoding(head)
  const decoder = createDecoder(encoding)
  const text = decoder.push(head) + (whole ? decoder.end() : '')
  const { dialect } = sniffDialect(text, whole)
  const above = readHeadRows(text, whole, dialect).slice(0, mostRowsAbove)
  const header = above.find(({ cells }) => placesIn(cells) !== undefined)
  const places = header && placesIn(header.cells)
  if (!header || !places) throw new AppError('rates.file-unreadable', {})
  const titled = above.filter(({ recordNo }) => recordNo < header.recordNo).flatMap(({ cells }) => cells.map(findDay))
  const usual = titled.find((day) => day !== undefined) ?? dayIfNone
  const result: { rates: QuotedRate[]; bad: BadRate[] } = { rates: [], bad: [] }
  for await (const { rows } of readDelimited(source, { encoding, dialect })) {
    for (const row of rows.filter(({ recordNo }) => recordNo > header.recordNo)) takeRow(row, places, usual, result)
  }
  return result
}

type Places = Readonly<Record<keyof typeof names, number>>

function placesIn(cells: readonly string[]): Places | undefined {
  const entries = Object.entries(names).map(([name, some]) => [name, columnOf(cells, some)])
  const places = Object.fromEntries(entries) as Places
  const hasRate = places.rate >= 0 || (places.buying >= 0 && places.selling >= 0)
  return places.currency >= 0 && hasRate ? places : undefined
}

function takeRow(row: Row, at: Places, usual: PlainDate | null, result: { rates: QuotedRate[]; bad: BadRate[] }): void {
  const read = readRow(row, at, usual)
  if (read === undefined) return
  if ('reason' in read) result.bad.push({ ...read, lineNo: row.lineNo, cell: read.cell.slice(0, 100) })
  else result.rates.push(read)
}

/** The rate of a row, what is wrong with it, or undefined where there is nothing to read. */
function readRow(row: Row, at: Places, usual: PlainDate | null): QuotedRate | Omit<BadRate, 'lineNo'> | undefined {
  const cell = (place: number) => (place < 0 ? '' : (row.cells[place] ?? '').trim())
  if (row.cells.every((text) => text.trim() === '')) return undefined
  if (row.fault) return { reason: 'row-broken', cell: row.cells[0] ?? '' }
  const currency = /\b[A-Z]{3}\b/.exec(cell(at.currency).toUpperCase())?.[0]
  if (!currency) return { reason: 'currency-unknown', cell: cell(at.currency) }
  const day = at.day >= 0 ? findDay(cell(at.day)) : usual
  if (!day) return { reason: 'day-missing', cell: cell(at.day) }
  const written = [cell(at.rate), cell(at.buying), cell(at.selling)]
  // Not quoted that day.
  if (written.every(isNoValue)) return undefined
  const [rate, buying, selling] = written.map(readRate)
  const value = rate ?? middleOf(buying, selling)
  if (value === undefined) return { reason: 'rate-unreadable', cell: written.filter(Boolean).join(' ') }
  return { currency, day, rate: textOf(value) }
}

const decimals = 12
const scale = 10n ** BigInt(decimals)

/** A rate in units of its last decimal; undefined when it is no number above zero. */
function readRate(text: string): bigint | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text.replaceAll(',', ''))
  const value = match ? BigInt(match[1] as string) * scale + BigInt((match[2] ?? '').padEnd(decimals, '0')) : 0n
  return value > 0n ? value : undefined
}

function middleOf(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return (a + b + 1n) / 2n
}

function textOf(value: bigint): string {
  const part = (value % scale).toString().padStart(decimals, '0').replace(/0+$/, '')
  return part === '' ? String(value / scale) : `${value / scale}.${part}`
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day somewhere in a text: `2026-07-14`, `14/07/2026`, `14-Jul-26`, `July 14, 2026`. */
function findDay(text: string): PlainDate | undefined {
  const named = /(\d{1,2})[\s-]([A-Za-z]{3,9})[\s,-]+(\d{4}|\d{2})\b/.exec(text)
  if (named) return dayOf(named[3], named[2], named[1])
  const american = /\b([A-Za-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})\b/.exec(text)
  if (american) return dayOf(american[3], american[1], american[2])
  const plain = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.exec(text)
  const period = plain && readPeriod(plain[0])
  return period ? fromDayNumber(period.day) : undefined
}

function dayOf(year = '', month = '', day = ''): PlainDate | undefined {
  const y = Number(year) + (year.length === 2 ? 2000 : 0)
  const m = monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const d = Number(day)
  return m > 0 && isRealDate(y, m, d) ? fromDayNumber(dayNumberOfParts(y, m, d)) : undefined
}
