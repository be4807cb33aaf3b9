// SPDX-License-Identifier: Apache-2.0
import {
  type ByteSource,
  type Decompressor,
  formatError,
  largestStatement,
  mostStatementLines,
  type RowBatch,
  readDelimited,
  readWorkbook,
} from '@resham/formats'
import { type BankRow, readBankRow } from './read-row.ts'
import { toStretches } from './stretches.ts'
import type { BadBankRow, BankLayout, BankTable } from './types.ts'

/** Help that a host may give, and what the account counts in. */
export type BankTableOptions = {
  readonly gunzip?: Decompressor
  readonly inflateRaw?: Decompressor
  /** Decimals of the account's currency. */
  readonly decimals: number
}

/**
 * Reads a bank's or wallet's table by its layout. A row that is no line is told with its reason; where a balance does not
 * follow from the row before, the row is named and another stretch begins.
 *
 * @throws formats.header-only when no row is a line; formats.too-large; formats.*
 */
export async function readBankTable(
  source: ByteSource,
  layout: BankLayout,
  options: BankTableOptions,
): Promise<BankTable> {
  const rows: BankRow[] = []
  const bad: BadBankRow[] = []
  let openingMinor: bigint | null = null
  for await (const batch of batches(source, layout, options)) {
    for (const row of batch.rows) {
      if (row.recordNo <= layout.headerRecord) continue
      const read = readBankRow(row, layout, options.decimals)
      if (read.kind === 'line') rows.push(read)
      else if (read.kind === 'bad') bad.push({ lineNo: read.lineNo, column: read.column, reason: read.reason })
      else if (read.kind === 'opening') openingMinor ??= rows.length === 0 ? read.balanceMinor : null
      else if (read.kind === 'more') appendText(rows, read.text)
    }
    if (rows.length > mostStatementLines) throw formatError('formats.too-large', { maxLines: mostStatementLines })
  }
  if (rows.length === 0) throw formatError('formats.header-only')
  const read = toStretches(rows, openingMinor)
  return { ...read, bad: [...bad, ...read.bad].slice(0, 200) }
}

function batches(source: ByteSource, layout: BankLayout, options: BankTableOptions): AsyncIterable<RowBatch> {
  const { gunzip, inflateRaw } = options
  const limits = { maxExpandedBytes: largestStatement * 4 }
  if (layout.kind === 'workbook') {
    const { decimal } = layout
    return readWorkbook(source, {
      ...{ decimal, limits },
      ...(inflateRaw && { inflateRaw }),
      ...(layout.sheet !== null && { sheet: layout.sheet }),
    })
  }
  const { encoding, dialect } = layout
  return readDelimited(source, { encoding, dialect, limits, ...(gunzip && { gunzip }) })
}

/** A description that goes on in the row below. */
function appendText(rows: BankRow[], text: string): void {
  const last = rows.at(-1)
  if (last) rows[rows.length - 1] = { ...last, description: `${last.description} ${text}`.slice(0, 1000).trim() }
}
