// SPDX-License-Identifier: Apache-2.0
import {
  type ByteSource,
  createDecoder,
  type Decompressor,
  type Dialect,
  detectEncoding,
  type Encoding,
  formatError,
  gunzip,
  isEncryptedWorkbook,
  listSheets,
  plainBytes,
  type Row,
  readHead,
  readHeadRows,
  readWorkbook,
  sniffBytes,
  sniffDialect,
  tableLimits,
} from '@resham/formats'

/** Help that a host may give. */
export type HeadOptions = {
  readonly gunzip?: Decompressor
  readonly inflateRaw?: Decompressor
  /** Sheet of a workbook; the first visible one when not given. */
  readonly sheet?: string
}

/** The first rows of a file, and how it was read. */
export type TableHead = {
  readonly kind: 'delimited' | 'workbook'
  readonly encoding: Encoding
  readonly dialect: Dialect
  readonly sheet: string | null
  /** Names of the visible sheets; empty in a delimited file. */
  readonly sheets: readonly string[]
  readonly mixed: boolean
  readonly rows: readonly Row[]
}

const headBytes = 262_144
const workbookRows = 1100

/** Reads the first rows of whatever the file is. @throws formats.* when it is no table. */
export async function readTableHead(source: ByteSource, options: HeadOptions): Promise<TableHead> {
  const { head } = await readHead(source(), headBytes)
  const kind = sniffBytes(head)
  if (kind === 'empty') throw formatError('formats.empty')
  if (kind === 'pdf') throw formatError('formats.pdf')
  if (kind === 'image') throw formatError('formats.not-a-table', { kind: 'image' })
  if (kind === 'ole') {
    throw formatError(isEncryptedWorkbook(head) ? 'formats.encrypted-workbook' : 'formats.old-workbook')
  }
  if (kind === 'zip') return workbookHead(source, options)
  return delimitedHead(source, options)
}

async function workbookHead(source: ByteSource, options: HeadOptions): Promise<TableHead> {
  const { inflateRaw } = options
  const native = inflateRaw ? { inflateRaw } : {}
  const sheets = await listSheets(source, native)
  const sheet = options.sheet ?? sheets[0]
  const rows: Row[] = []
  for await (const batch of readWorkbook(source, { ...native, ...(sheet !== undefined && { sheet }) })) {
    rows.push(...batch.rows)
    if (rows.length >= workbookRows) break
  }
  const first = rows[0]
  if (!first) throw formatError('formats.empty')
  if (first.fault === 'too-many-columns') {
    throw formatError('formats.too-many-columns', { maxColumns: tableLimits.maxColumns })
  }
  return {
    kind: 'workbook',
    encoding: 'utf-8',
    dialect: { separator: ',', quote: '"' },
    sheet: sheet ?? null,
    sheets,
    mixed: false,
    rows: rows.slice(0, workbookRows),
  }
}

async function delimitedHead(source: ByteSource, options: HeadOptions): Promise<TableHead> {
  const { head, whole } = await readHead(plainBytes(source(), options.gunzip ?? gunzip), headBytes)
  const inner = sniffBytes(head)
  if (inner === 'empty') throw formatError('formats.empty')
  if (inner !== 'text') throw formatError('formats.not-a-table', { kind: inner })
  const guess = detectEncoding(head)
  if (guess.binary) throw formatError('formats.not-a-table', { kind: 'binary' })
  const decoder = createDecoder(guess.encoding)
  const text = decoder.push(head) + (whole ? decoder.end() : '')
  if (text.trim() === '') throw formatError('formats.empty')
  const sniffed = sniffDialect(text, whole)
  const rows = readHeadRows(text, whole, sniffed.dialect)
  if (rows[0]?.fault === 'too-many-columns') {
    throw formatError('formats.too-many-columns', { maxColumns: tableLimits.maxColumns })
  }
  if (sniffed.columns < 2) throw formatError('formats.not-a-table', { kind: 'text' })
  return {
    kind: 'delimited',
    encoding: guess.encoding,
    dialect: sniffed.dialect,
    sheet: null,
    sheets: [],
    mixed: guess.mixed,
    rows: /^sep=.?$/.test(rows[0]?.cells[0] ?? '') ? rows.slice(1) : rows,
  }
}
