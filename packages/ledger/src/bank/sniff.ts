// SPDX-License-Identifier: Apache-2.0
import { type ByteSource, formatError, type Row } from '@resham/formats'
import { normalHeader } from '../layout/columns.ts'
import { type ColumnContent, describeColumn } from '../layout/content.ts'
import { type HeadOptions, readTableHead } from '../layout/head.ts'
import { sniffDateOrder, sniffDecimal } from '../layout/styles.ts'
import { createKeyHasher } from '../line-key.ts'
import { type BankColumns, type BankLayout, type BankRole, bankRoles } from './types.ts'
import { bankHeaderWords, directionOf } from './words.ts'

/** A layout and the first records below the header, at most 20. */
export type SniffedBankTable = { readonly layout: BankLayout; readonly sample: readonly Row[] }

const headerDepth = 40

/**
 * Guesses how a bank's or wallet's table is laid out, by the words of its header and by what stands below. Lines of
 * address and account may stand above the header.
 *
 * @throws formats.* when it is no table
 */
export async function sniffBankTable(source: ByteSource, options: HeadOptions = {}): Promise<SniffedBankTable> {
  const table = await readTableHead(source, options)
  const headerAt = findHeader(table.rows)
  const headerRow = table.rows[headerAt]
  const body = table.rows.slice(headerAt + 1).filter((row) => row.fault === null)
  if (body.length === 0) throw formatError('formats.header-only')
  const width = Math.max(headerRow?.cells.length ?? 0, ...body.slice(0, 200).map((row) => row.cells.length))
  const names = Array.from({ length: width }, (_, i) => (headerRow?.cells[i] ?? '').trim())
  const cellsOf = (column: number) => body.slice(0, 1000).map((row) => row.cells[column] ?? '')
  const columns = guessColumns(
    names.map(normalHeader),
    names.map((_, column) => ({ content: describeColumn(cellsOf(column)), cells: cellsOf(column) })),
  )
  const money = [columns.debit, columns.credit, columns.amount, columns.balance].filter((column) => column !== null)
  return {
    layout: {
      ...{ kind: table.kind, encoding: table.encoding, dialect: table.dialect, sheet: table.sheet },
      headerRecord: headerRow?.recordNo ?? 0,
      header: names.map((name, i) => (name === '' ? `column ${i + 1}` : name)),
      dateOrder: sniffDateOrder(columns.date === null ? [] : cellsOf(columns.date), 'dmy').order,
      decimal: sniffDecimal(money.flatMap(cellsOf)),
      columns,
      fingerprint: fingerprintOf(names),
    },
    sample: body.slice(0, 20),
  }
}

/** Roles without which a table has no lines and this one lacks; `amount` stands for debit, credit or an amount. */
export function missingBankColumns(columns: BankColumns): readonly ('date' | 'amount')[] {
  const missing: ('date' | 'amount')[] = []
  if (columns.date === null) missing.push('date')
  if (columns.amount === null && columns.debit === null && columns.credit === null) missing.push('amount')
  return missing
}

/** Index of the row with most words of headers, at least two; -1 where there is none. */
function findHeader(rows: readonly Row[]): number {
  const known = new Set(bankRoles.flatMap((role) => bankHeaderWords[role]))
  let best = -1
  let most = 1
  rows.slice(0, headerDepth).forEach((row, index) => {
    const words = row.cells.filter((cell) => known.has(normalHeader(cell))).length
    if (words > most) {
      most = words
      best = index
    }
  })
  return best
}

type Column = { readonly content: ColumnContent; readonly cells: readonly string[] }

// Who wins a column that two roles want: debit and credit before amount, the surest words first.
const order: readonly BankRole[] = [
  'date',
  'valueDate',
  'balance',
  'debit',
  'credit',
  'amount',
  'direction',
  'reference',
  'counterparty',
  'description',
]

function guessColumns(names: readonly string[], columns: readonly Column[]): BankColumns {
  const found = Object.fromEntries(bankRoles.map((role) => [role, null])) as Record<BankRole, number | null>
  const scores = order.flatMap((role) =>
    columns.map((column, index) => ({ role, index, score: scoreOf(names[index] ?? '', role) * fitness(column, role) })),
  )
  scores.sort((a, b) => b.score - a.score || order.indexOf(a.role) - order.indexOf(b.role) || a.index - b.index)
  const taken = new Set<number>()
  for (const { role, index, score } of scores) {
    if (score < 0.2 || found[role] !== null || taken.has(index)) continue
    found[role] = index
    taken.add(index)
  }
  // A description is whatever text is left.
  found.description ??= longestText(columns, taken)
  return found
}

function scoreOf(name: string, role: BankRole): number {
  if (name === '') return 0
  const words = bankHeaderWords[role]
  const exact = words.indexOf(name)
  if (exact >= 0) return 1 - exact / 100
  const within = words.filter((word) => word.length > 2 && ` ${name} `.includes(` ${word} `))
  return Math.max(0, ...within.map((word) => 0.3 + (0.4 * word.length) / name.length))
}

function fitness({ content, cells }: Column, role: BankRole): number {
  switch (role) {
    case 'date':
    case 'valueDate':
      return content.dates >= 0.4 || content.dateNumbers >= 0.9 ? 1 : 0.1
    case 'debit':
    case 'credit':
    case 'amount':
    case 'balance':
      // Banks write `1,500.00 CR`, and leave the column of the other side empty.
      return content.filled === 0 || content.numbers >= 0.5 || cells.some((cell) => /\d\s*(cr|dr)\.?$/i.test(cell))
        ? 1
        : 0.1
    case 'direction':
      return cells.every((cell) => cell.trim() === '' || directionOf(cell) !== null) ? 1 : 0
    default:
      return content.dates > 0.5 ? 0.1 : 1
  }
}

function longestText(columns: readonly Column[], taken: ReadonlySet<number>): number | null {
  let best: number | null = null
  columns.forEach(({ content }, index) => {
    const longer = best === null || content.length > (columns[best]?.content.length ?? 0)
    if (!taken.has(index) && content.filled > 0 && content.numbers < 0.5 && longer) best = index
  })
  return best
}

function fingerprintOf(names: readonly string[]): string {
  const hasher = createKeyHasher()
  hasher.begin()
  for (const name of names) hasher.text(normalHeader(name))
  hasher.finish()
  return hasher.uuid(0)
}
