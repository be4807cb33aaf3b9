// SPDX-License-Identifier: Apache-2.0

import { headerWords, orderTotalWords, otherWords } from '../header-words.ts'
import { type Columns, type Role, roles } from '../types.ts'
import type { ColumnContent } from './content.ts'

/** A header as it is looked up: lower case, `InvoiceNo` and `invoice_no` both `invoice no`. */
export function normalHeader(text: string): string {
  return text
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\u064B-\u0652\u200B-\u200F\uFEFF]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const rolesOfWord: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) => headerWords[role].map((word) => [word, role])),
)
const orderTotals = new Set(orderTotalWords)
const others = new Set(otherWords)

/** How well a header names a role, 0 to 1. */
function headerScore(header: string, role: Role): number {
  if (header === '') return 0
  // A dedicated meaning beats a resemblance: `discount amount` is no amount.
  if (others.has(header)) return rolesOfWord.get(header) === role ? 0.35 : 0
  if (rolesOfWord.get(header) === role) return 1
  if (orderTotals.has(header)) return role === 'amount' ? 0.3 : 0
  if (rolesOfWord.has(header)) return 0
  let best = 0
  for (const word of headerWords[role]) {
    if (word.length < 3 || !` ${header} `.includes(` ${word} `)) continue
    best = Math.max(best, 0.3 + (0.4 * word.length) / header.length)
  }
  return best
}

/** How many cells of a row are words that headers are made of. */
export function countHeaderWords(cells: readonly string[]): number {
  return cells.filter((cell) => {
    const header = normalHeader(cell)
    return rolesOfWord.has(header) || orderTotals.has(header) || others.has(header)
  }).length
}

/** True when the header names the total of an order rather than of a line. */
export function isOrderTotal(header: string): boolean {
  return orderTotals.has(normalHeader(header))
}

const order: readonly Role[] = [
  'date',
  'quantity',
  'price',
  'amount',
  'itemCode',
  'itemName',
  'document',
  'currency',
  'customer',
  'customerName',
  'country',
  'status',
  'channel',
  'category',
]

/**
 * Guesses which column is what, by the words of the header and by what stands in the column.
 *
 * @param header Names as they stand in the file; empty strings where there is no header.
 * @returns The columns and the mean score of those that every ledger needs, 0 to 1.
 */
export function guessColumns(
  header: readonly string[],
  contents: readonly ColumnContent[],
): { readonly columns: Columns; readonly confidence: number } {
  const columns = Object.fromEntries(roles.map((role) => [role, null])) as Record<Role, number | null>
  const scores: { role: Role; column: number; score: number }[] = []
  const names = header.map(normalHeader)
  for (const role of order) {
    contents.forEach((content, column) => {
      const byHeader = headerScore(names[column] ?? '', role)
      const byContent = contentScore(content, role)
      const named = byHeader > 0 ? 0.3 + 0.7 * byHeader : 0
      // A column whose header says something else is not guessed by its content.
      const guessed = (names[column] ?? '') === '' ? byContent * 0.5 : 0
      const score = Math.max(named * fitness(content, role), guessed)
      if (score > 0.15) scores.push({ role, column, score })
    })
  }
  scores.sort((a, b) => b.score - a.score || order.indexOf(a.role) - order.indexOf(b.role) || a.column - b.column)
  const taken = new Set<number>()
  const won = new Map<Role, number>()
  for (const { role, column, score } of scores) {
    if (columns[role] !== null || taken.has(column)) continue
    columns[role] = column
    taken.add(column)
    won.set(role, score)
  }
  const money = Math.max(won.get('amount') ?? 0, won.get('price') ?? 0)
  const item = Math.max(won.get('itemCode') ?? 0, won.get('itemName') ?? 0)
  const needed = [won.get('date') ?? 0, item, money, won.get('quantity') ?? (columns.amount === null ? 0 : 0.7)]
  return { columns, confidence: needed.reduce((sum, score) => sum + score, 0) / needed.length }
}

/** Whether what stands in the column can be this role at all: 1 when it can, near 0 when not. */
function fitness(content: ColumnContent, role: Role): number {
  if (content.filled === 0) return 0.5
  switch (role) {
    case 'date':
      return content.dates >= 0.5 || content.dateNumbers >= 0.9 ? 1 : 0.05
    case 'quantity':
    case 'price':
    case 'amount':
      return content.numbers >= 0.5 && content.isoDates < 0.5 ? 1 : 0.05
    case 'itemName':
      return content.words >= 0.2 ? 1 : 0.6
    case 'currency':
      return content.currencyCodes >= 0.5 ? 1 : 0.3
    case 'status':
    case 'channel':
    case 'country':
    case 'category':
      return content.numbers < 0.9 ? 1 : 0.3
    default:
      return 1
  }
}

/** How much a column without a name looks like a role, 0 to 1. */
function contentScore(content: ColumnContent, role: Role): number {
  if (content.filled < 0.3) return 0
  switch (role) {
    case 'date':
      return content.dates
    case 'quantity':
      return content.numbers >= 0.9 && content.integers >= 0.9 && content.medianSize < 1000 && content.distinct < 0.5
        ? 0.8
        : 0
    case 'price':
      return content.numbers >= 0.9 && content.dates < 0.5 ? 0.4 + 0.4 * (1 - content.integers) : 0
    case 'itemName':
      return content.words >= 0.6 ? 0.6 + Math.min(0.4, content.length / 100) : 0
    case 'itemCode':
      return content.words < 0.3 && content.dates < 0.5 && content.length >= 3 && content.length <= 20
        ? 0.5 * content.distinct
        : 0
    case 'document':
      return content.repeatsBelow >= 0.4 && content.distinct > 0.02 && content.dates < 0.5 && content.length >= 4
        ? 0.6
        : 0
    case 'currency':
      return content.currencyCodes >= 0.9 ? 0.9 : 0
    default:
      return 0
  }
}
