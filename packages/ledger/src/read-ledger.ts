// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import {
  type ByteSource,
  type Decompressor,
  type RowBatch,
  readDelimited,
  readWorkbook,
  type TableLimits,
} from '@resham/formats'
import type { MoneyOptions } from './currency-of-line.ts'
import { missingColumns } from './layout/sniff.ts'
import { createLineReader } from './read-line.ts'
import type { LineRule } from './rules/rule.ts'
import type { BadRow, Layout, LedgerBatch, LedgerLine } from './types.ts'

const firstBatch = 1000

/** How a ledger is read. */
export type ReadOptions = MoneyOptions & {
  /** The host's own gunzip and raw inflate; slower ones of ours when absent. */
  readonly gunzip?: Decompressor
  readonly inflateRaw?: Decompressor
  readonly limits?: Partial<TableLimits>
  /** Lines per batch at most; 2,000 when not given. The first batches are smaller: something is seen to move at once. */
  readonly batchLines?: number
}

/**
 * Reads a sales file into understood lines, in file order, some thousands at a time. Bad records
 * are reported beside the good ones and never stop them. Memory does not grow with the file, but
 * for about 15 bytes a line by which equal lines are told apart.
 *
 * @throws ledger.columns-not-found before the first record; formats.* when the file itself is at fault.
 */
export async function* readLedger(
  source: ByteSource,
  layout: Layout,
  rules: readonly LineRule[],
  options: ReadOptions,
): AsyncIterable<LedgerBatch> {
  const missing = missingColumns(layout.columns)
  if (missing.length > 0) throw new AppError('ledger.columns-not-found', { columns: missing })
  const readLine = createLineReader(layout, rules, options)
  const mostLines = options.batchLines ?? 2000
  let batchLines = Math.min(firstBatch, mostLines)
  let lines: LedgerLine[] = []
  let bad: BadRow[] = []
  let recordsRead = 0
  let bytesRead = 0

  for await (const batch of openRows(source, layout, options)) {
    bytesRead = batch.bytesRead
    for (const row of batch.rows) {
      recordsRead = row.recordNo
      const result = readLine(row)
      if (result === null) continue
      if ('key' in result) lines.push(result)
      else bad.push(result)
      if (lines.length + bad.length >= batchLines) {
        yield { lines, bad, bytesRead, recordsRead }
        lines = []
        bad = []
        batchLines = Math.min(2 * batchLines, mostLines)
      }
    }
  }
  yield { lines, bad, bytesRead, recordsRead }
}

function openRows(source: ByteSource, layout: Layout, options: ReadOptions): AsyncIterable<RowBatch> {
  const { gunzip, inflateRaw, limits } = options
  if (layout.kind === 'workbook') {
    return readWorkbook(source, {
      decimal: layout.decimal,
      ...(layout.sheet !== null && { sheet: layout.sheet }),
      ...(inflateRaw && { inflateRaw }),
      ...(limits && { limits }),
    })
  }
  return readDelimited(source, {
    encoding: layout.encoding,
    dialect: layout.dialect,
    ...(gunzip && { gunzip }),
    ...(limits && { limits }),
  })
}
