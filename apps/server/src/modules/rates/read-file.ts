// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays, fromDayNumber, isAppError, type PlainDate } from '@resham/base'
import { type BadRate, market, type QuotedRate, readRateTable } from '@resham/formats'
import { decompressors } from '#platform/files/decompressors.ts'

/** Rates as a file quotes them. `per`: one unit of `currency` in the home currency, or units of `currency` for one euro. */
export type RateFile = {
  readonly kind: 'ecb' | 'bank'
  readonly rates: readonly QuotedRate[]
  readonly bad: readonly Pick<BadRate, 'lineNo' | 'reason' | 'cell'>[]
}

/** The European Central Bank's file begins in 1999; a business needs the last years. */
const daysKept = 800

/**
 * Reads a file of rates, whichever of those we know it is.
 *
 * @param dayIfNone The day of a table that names none.
 * @throws rates.file-unreadable, formats.*
 */
export async function readRateFile(bytes: Uint8Array, dayIfNone: PlainDate | null): Promise<RateFile> {
  async function* source(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  const format = await market.sniffMarketFormat(source, decompressors).catch(refuse)
  if (format === 'ecb' || (format === 'csv' && (await isWide(source)))) return readEcb(source)
  const { rates, bad } = await readRateTable(source, dayIfNone)
  return { kind: 'bank', rates, bad }
}

async function readEcb(source: () => AsyncIterable<Uint8Array>): Promise<RateFile> {
  const rates: QuotedRate[] = []
  const bad: { lineNo: number; reason: BadRate['reason']; cell: string }[] = []
  for await (const batch of market.readMarket(source, 'ecb', decompressors)) {
    for (const { facts, day, value } of batch.readings) {
      if (facts.currency === null || facts.perCurrency !== 'EUR' || facts.frequency !== 'day') continue
      rates.push({ currency: facts.currency, day: fromDayNumber(day), rate: decimalOf(value) })
    }
    for (const { lineNo, cell } of batch.bad) bad.push({ lineNo, cell, reason: 'rate-unreadable' })
  }
  const last = rates
    .map(({ day }) => day)
    .sort()
    .at(-1)
  if (last === undefined) return { kind: 'ecb', rates, bad }
  const first = addDays(last, -daysKept)
  return { kind: 'ecb', rates: rates.filter(({ day }) => day >= first), bad }
}

/** The bank's own wide file: a column `Date`, then a column a currency. */
async function isWide(source: () => AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    for await (const { readings, rowsRead } of market.readMarket(source, 'ecb', decompressors)) {
      if (rowsRead > 0) return readings.length > 0
    }
  } catch (error) {
    // No such columns: another shape.
    if (!isAppError(error) || !error.code.startsWith('market.')) throw error
  }
  return false
}

function refuse(error: unknown): never {
  if (isAppError(error) && error.code.startsWith('market.')) throw new AppError('rates.file-unreadable', {})
  throw error
}

// As the file wrote it: a float's shortest text is what was read.
function decimalOf(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(12) : text
}
