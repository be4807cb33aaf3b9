// SPDX-License-Identifier: Apache-2.0
import { type ByteSource, joinBytes, largestStatement, readCamt053, readMt940, type Statement } from '@resham/formats'
import type { BankStretch } from '@resham/ledger'
import { currencyDecimals, isCurrency } from '@resham/pack-kit'
import { idOfCode } from '#platform/ids.ts'

/** What a person may hand in at most. */
export const statementLimit = largestStatement

/** What a statement is, by its first bytes; its name is never asked. */
export function formatOf(head: Uint8Array): 'camt.053' | 'mt940' | 'table' {
  const text = new TextDecoder('windows-1252').decode(head.subarray(0, 4096)).replace(/\0/g, '')
  if (/^(ÿþ|þÿ|ï»¿)?\s*<(\?xml|\w*:?Document|!DOCTYPE)/i.test(text)) return 'camt.053'
  return /(^|\n|\{4:)\s*:20:/.test(text) && /\n:(25P?|28C?|60[FM]):/.test(text) ? 'mt940' : 'table'
}

/** All of a file that is small enough to be one. */
export async function bytesOf(source: ByteSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source()) chunks.push(chunk)
  return joinBytes(chunks)
}

/** Reads a file that says itself how it is read. @throws formats.* */
export function readMessage(format: 'camt.053' | 'mt940', bytes: Uint8Array): Statement[] {
  const options = { currencyDecimals: (code: string) => (isCurrency(code) ? currencyDecimals(code) : null) }
  return format === 'mt940' ? readMt940(bytes, options) : readCamt053(bytes, options)
}

/** A statement as a stretch of days: a statement without lines still joins those around it. */
export function toStretchOf(statement: Statement): BankStretch {
  const days = [statement.openingDay, statement.closingDay, ...statement.lines.map(({ day }) => day)].sort()
  const lineDays = statement.lines.map(({ day }) => day).sort()
  return {
    firstDay: lineDays[0] ?? days[0] ?? statement.openingDay,
    lastDay: lineDays.at(-1) ?? statement.closingDay,
    openingMinor: statement.openingMinor,
    closingMinor: statement.closingMinor,
    lines: statement.lines,
  }
}

/**
 * Ids of the lines of a file, made from what they say: day, amount and the balance after them, which no other line of
 * the account has; where the bank gives no balance, day, amount and texts. Equal lines of a file are counted. So a file
 * that overlaps another one, even in another format, names the same lines alike.
 */
export function lineIds(tenantId: string, moneyAccountId: string, stretches: readonly BankStretch[]): string[][] {
  const seen = new Map<string, number>()
  return stretches.map(({ lines }) =>
    lines.map((line) => {
      const { day, amountMinor, balanceMinor, reference, description } = line
      const told = balanceMinor === null ? `\n${reference}\n${description}` : `=${balanceMinor}`
      const content = `${moneyAccountId}\n${day}\n${amountMinor}${told}`
      const nth = (seen.get(content) ?? 0) + 1
      seen.set(content, nth)
      return idOfCode(tenantId, 'bank-line', `${content}\n${nth}`)
    }),
  )
}
