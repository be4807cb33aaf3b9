// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { BadRow as BadRowReply, Import, Preview } from '@resham/contract'
import type { BadRow, LedgerLine, LineRule, SniffedLedger } from '@resham/ledger'
import type { Static } from 'typebox'
import type { Choice, ImportRecord } from './imports.types.ts'

/** An import as the API answers it. */
export function toImportReply(record: ImportRecord, sameFileAsBefore: boolean): Static<typeof Import> {
  return {
    id: record.id,
    fileName: record.fileName,
    bytes: record.bytes,
    state: record.state,
    createdAt: record.createdAt.toISOString(),
    progress: {
      bytesRead: record.bytesRead,
      lines: record.recordsLoaded,
      bad: record.linesBad,
      startedAt: record.startedAt?.toISOString() ?? null,
    },
    result: record.result,
    error: record.errorCode === null ? null : { code: record.errorCode, details: record.errorDetails ?? {} },
    sameFileAsBefore,
  }
}

/** A row that was left out, as the API answers it. */
export function toBadRowReply(row: BadRow): Static<typeof BadRowReply> {
  return { ...row, details: { ...row.details }, cells: [...row.cells] }
}

/** How a file would be read, as the API answers it. */
export function toPreviewReply(
  record: Static<typeof Import>,
  read: {
    readonly sniffed: SniffedLedger
    readonly choice: Choice
    readonly remembered: boolean
    readonly lines: readonly LedgerLine[]
    readonly bad: readonly BadRow[]
  },
): Static<typeof Preview> {
  const { layout, sample } = read.sniffed
  return {
    import: record,
    choice: read.choice,
    remembered: read.remembered,
    encoding: layout.encoding,
    separator: layout.kind === 'workbook' ? null : layout.dialect.separator,
    header: [...layout.header],
    rows: sample.map((row) => row.cells.map((cell) => cell.slice(0, 200))),
    lines: read.lines.map(toPreviewLine),
    bad: read.bad.map(toBadRowReply),
  }
}

function toPreviewLine(line: LedgerLine): Static<typeof Preview>['lines'][number] {
  const { recordNo, kind, document, itemCode, itemName, quantityMilli, customer, country } = line
  return {
    recordNo,
    kind,
    day: fromDayNumber(line.day),
    document,
    itemCode,
    itemName,
    quantityMilli,
    net: { minor: String(line.netMinor), currency: line.currency },
    customer,
    country,
  }
}

/** Rules as the API answers them: the engine's are read-only, the contract's are plain. */
export function toRulesReply(from: { readonly rules: readonly LineRule[]; readonly changed: boolean }) {
  return { rules: structuredClone(from.rules) as never[], changed: from.changed }
}
