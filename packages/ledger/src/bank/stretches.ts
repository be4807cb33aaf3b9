// SPDX-License-Identifier: Apache-2.0
import type { StatementLine } from '@resham/formats'
import type { BankRow } from './read-row.ts'
import type { BadBankRow, BalanceBreak, BankStretch, BankTable } from './types.ts'

/**
 * Rows of a table as stretches in which each balance follows from the one before, oldest first. Tables that run from the
 * newest row down are turned around. An amount without direction takes the one that its balance proves.
 *
 * @param read         In the order of the file.
 * @param openingMinor The balance before the first row, where the table says it.
 */
export function toStretches(
  read: readonly BankRow[],
  openingMinor: bigint | null,
): Pick<BankTable, 'stretches' | 'breaks'> & { readonly bad: readonly BadBankRow[] } {
  const rows = withSigns(read)
  const oldestFirst = isNewestFirst(rows) ? [...rows].reverse() : rows
  // A row above the lines tells the opening balance of a table that runs down from the oldest row.
  let before = oldestFirst === rows ? openingMinor : null
  const stretches: StatementLine[][] = []
  const breaks: BalanceBreak[] = []
  const bad: BadBankRow[] = []
  for (const row of oldestFirst) {
    const amountMinor = signed(row, before)
    if (amountMinor === null) {
      bad.push({ lineNo: row.lineNo, column: 'amount', reason: 'direction-unknown' })
      before = row.balanceMinor
      continue
    }
    const wanted = before === null ? null : before + amountMinor
    const breaksOff = wanted !== null && row.balanceMinor !== null && wanted !== row.balanceMinor
    if (breaksOff) {
      breaks.push({ lineNo: row.lineNo, day: row.day, wantedMinor: wanted, foundMinor: row.balanceMinor })
    }
    if (breaksOff || stretches.length === 0) stretches.push([])
    const balanceMinor = row.balanceMinor ?? wanted
    stretches.at(-1)?.push(toLine(row, amountMinor, balanceMinor))
    before = balanceMinor
  }
  return { stretches: stretches.map(toStretch), breaks, bad }
}

/** Where some amounts of a column have a minus sign, those without one are money in. */
function withSigns(rows: readonly BankRow[]): readonly BankRow[] {
  if (!rows.some(({ signedMinor }) => signedMinor !== null && signedMinor < 0n)) return rows
  return rows.map((row) => ({ ...row, signedMinor: row.signedMinor ?? row.unsignedMinor }))
}

function toLine(row: BankRow, amountMinor: bigint, balanceMinor: bigint | null): StatementLine {
  const { lineNo, day, valueDay, counterparty, reference, description } = row
  return { lineNo, day, valueDay, amountMinor, balanceMinor, counterparty, reference, description }
}

function toStretch(lines: readonly StatementLine[]): BankStretch {
  const days = lines.map((line) => line.day).sort()
  const first = lines[0] as StatementLine
  const closingMinor = lines.at(-1)?.balanceMinor ?? null
  return {
    firstDay: days[0] ?? first.day,
    lastDay: days.at(-1) ?? first.day,
    openingMinor: first.balanceMinor === null ? null : first.balanceMinor - first.amountMinor,
    closingMinor,
    lines,
  }
}

/** The amount with its sign; null where nothing says it. */
function signed(row: BankRow, before: bigint | null): bigint | null {
  if (row.signedMinor !== null) return row.signedMinor
  if (row.balanceMinor === null) return row.unsignedMinor
  if (before === null) return null
  if (before + row.unsignedMinor === row.balanceMinor) return row.unsignedMinor
  return before - row.unsignedMinor === row.balanceMinor ? -row.unsignedMinor : null
}

/** By the days of the rows; on one day by the clock, else by the order under which more balances follow. */
function isNewestFirst(rows: readonly BankRow[]): boolean {
  let up = 0
  let down = 0
  for (let i = 1; i < rows.length; i++) {
    const [a, b] = [rows[i - 1] as BankRow, rows[i] as BankRow]
    if (a.day < b.day) up++
    else if (a.day > b.day) down++
  }
  if (up !== down) return down > up
  return followsDown(rows) < followsDown([...rows].reverse())
}

function followsDown(rows: readonly BankRow[]): number {
  let follows = 0
  for (let i = 1; i < rows.length; i++) {
    const [a, b] = [rows[i - 1] as BankRow, rows[i] as BankRow]
    if (a.balanceMinor === null || b.balanceMinor === null) continue
    const moved = b.balanceMinor - a.balanceMinor
    if (b.signedMinor === null ? moved === b.unsignedMinor || moved === -b.unsignedMinor : moved === b.signedMinor)
      follows++
  }
  return follows
}
