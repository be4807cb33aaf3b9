// SPDX-License-Identifier: Apache-2.0

/** Why a record could not be read whole. The record is reported; the ones around it are read. */
export type RowFault = 'record-too-long' | 'cell-too-long' | 'too-many-columns' | 'quote-not-closed' | 'mixed-encoding'

/** One record of a table, whatever the file was. */
export type Row = {
  /** 1 for the first record that is not blank. */
  readonly recordNo: number
  /** Physical line (sheet row in a workbook) on which the record begins, from 1. */
  readonly lineNo: number
  /** Text of each cell, untrimmed. On a fault, what could be kept of it. */
  readonly cells: readonly string[]
  readonly fault: RowFault | null
}

/** Rows in file order, a few hundred to a few thousand at a time. */
export type RowBatch = {
  readonly rows: readonly Row[]
  /** Bytes of the file (as stored, so compressed when it is) taken in so far. */
  readonly bytesRead: number
}

/** What a reader takes at most, so that no file can exhaust memory. */
export type TableLimits = {
  readonly maxRecordChars: number
  readonly maxCellChars: number
  readonly maxColumns: number
  /** Bytes after decompression. */
  readonly maxExpandedBytes: number
}

/** Wide enough for real ledgers, narrow enough for a small machine. */
export const tableLimits: TableLimits = {
  maxRecordChars: 1_048_576,
  maxCellChars: 100_000,
  maxColumns: 1_000,
  // 1 GiB of CSV compresses to about a tenth: a gzip file of that size may expand to what plain CSV may hold, four times.
  maxExpandedBytes: 4 * 1024 ** 3,
}
