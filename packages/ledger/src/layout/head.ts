// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import {
  type ByteSource,
  createDecoder,
  type Decompressor,
  type Dialect,
  detectEncoding,
  type Encoding,
  gunzip,
  isEncryptedWorkbook,
  plainBytes,
  type Row,
  readHead,
  readHeadRows,
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
  readonly mixed: boolean
  readonly rows: readonly Row[]
}

const headBytes = 262_144

/** Reads the first rows of whatever the file is. @throws formats.* when it is no table. */
export async function readTableHead(source: ByteSource, options: HeadOptions): Promise<TableHead> {
  const { head } = await readHead(source(), headBytes)
  const kind = sniffBytes(head)
  if (kind === 'empty') throw new AppError('formats.empty', {})
  if (kind === 'pdf') throw new AppError('formats.pdf', {})
  if (kind === 'image') throw new AppError('formats.image', {})
  if (kind === 'ole') {
    throw new AppError(isEncryptedWorkbook(head) ? 'formats.encrypted-workbook' : 'formats.old-workbook', {})
  }
  if (kind === 'zip') throw new AppError('formats.unsupported', {})
  return delimitedHead(source, options)
}

async function delimitedHead(source: ByteSource, options: HeadOptions): Promise<TableHead> {
  const { head, whole } = await readHead(plainBytes(source(), options.gunzip ?? gunzip), headBytes)
  const inner = sniffBytes(head)
  if (inner === 'empty') throw new AppError('formats.empty', {})
  if (inner !== 'text') throw new AppError('formats.not-a-table', { kind: inner })
  const guess = detectEncoding(head)
  if (guess.binary) throw new AppError('formats.not-a-table', { kind: 'binary' })
  const decoder = createDecoder(guess.encoding)
  const text = decoder.push(head) + (whole ? decoder.end() : '')
  if (text.trim() === '') throw new AppError('formats.empty', {})
  const sniffed = sniffDialect(text, whole)
  const rows = readHeadRows(text, whole, sniffed.dialect)
  if (rows[0]?.fault === 'too-many-columns') {
    throw new AppError('formats.too-many-columns', { maxColumns: tableLimits.maxColumns })
  }
  if (sniffed.columns < 2) throw new AppError('formats.not-a-table', { kind: 'text' })
  return {
    kind: 'delimited',
    encoding: guess.encoding,
    dialect: sniffed.dialect,
    sheet: null,
    mixed: guess.mixed,
    rows: /^sep=.?$/.test(rows[0]?.cells[0] ?? '') ? rows.slice(1) : rows,
  }
}
