// SPDX-License-Identifier: Apache-2.0

import type { ByteSource, Decompressor } from '../byte-source.ts'
import { formatError } from '../format-error.ts'
import { builtInShape, customShape, type NumberShape } from './dates.ts'
import { drainXml, localAttribute } from './xml.ts'
import { openEntry, readZipDirectory, type ZipEntry } from './zip.ts'

/** A workbook opened: everything but the cells. */
export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly is1904: boolean
  /** Shape of the numbers of each cell style. */
  readonly shapes: readonly NumberShape[]
  readonly sharedStrings: ZipEntry | undefined
}

/** One sheet. */
export type Sheet = { readonly name: string; readonly visible: boolean; readonly entry: ZipEntry }

/** What opening a workbook may use. */
export type WorkbookOptions = { readonly inflateRaw?: Decompressor; readonly maxExpandedBytes: number }

const maxPartBytes = 32 * 1024 * 1024

/**
 * Opens an .xlsx: its sheets, date system and styles.
 *
 * @throws formats.zip-not-workbook, formats.not-a-table (no sheet), formats.unsupported, formats.broken-workbook, formats.zip-bomb
 */
export async function openWorkbook(source: ByteSource, options: WorkbookOptions): Promise<Workbook> {
  const entries = new Map((await readZipDirectory(source)).map((entry) => [entry.name, entry]))
  const part = (name: string) => entries.get(name)
  if (part('xl/workbook.bin')) throw formatError('formats.unsupported', { kind: 'xlsb' })
  if (part('content.xml')) throw formatError('formats.unsupported', { kind: 'ods' })
  const root = (await relationsOf(source, part('_rels/.rels'), '', options)).find((r) => r.type === 'officeDocument')
  const workbookName = root?.target ?? 'xl/workbook.xml'
  const workbookPart = part(workbookName)
  if (!workbookPart || !workbookName.startsWith('xl/')) throw formatError('formats.zip-not-workbook')

  const listed: { name: string; visible: boolean; id: string }[] = []
  let is1904 = false
  await drainXml(open(source, workbookPart, options), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      listed.push({
        name: attributes.name ?? '',
        visible: (attributes.state ?? 'visible') === 'visible',
        id: localAttribute(attributes, 'id') ?? '',
      })
    },
  })
  const relations = await relationsOf(source, part('xl/_rels/workbook.xml.rels'), 'xl/', options)
  const targetOf = (type: string) => part(relations.find((r) => r.type === type)?.target ?? '')
  const sheets = listed.flatMap(({ name, visible, id }) => {
    const relation = relations.find((r) => r.id === id && r.type === 'worksheet')
    const entry = part(relation?.target ?? '')
    return entry ? [{ name, visible, entry }] : []
  })
  if (sheets.length === 0) throw formatError('formats.not-a-table', { kind: 'workbook' })
  return {
    sheets,
    is1904,
    shapes: await stylesOf(source, targetOf('styles'), options),
    sharedStrings: targetOf('sharedStrings'),
  }
}

/** The sheet asked for, or the first that is visible. @throws formats.not-a-table */
export function chooseSheet(workbook: Workbook, name: string | undefined): Sheet {
  const found =
    name === undefined ? workbook.sheets.find((sheet) => sheet.visible) : workbook.sheets.find((s) => s.name === name)
  const sheet = found ?? (name === undefined ? workbook.sheets[0] : undefined)
  if (!sheet) throw formatError('formats.not-a-table', { kind: 'sheet', sheet: (name ?? '').slice(0, 60) })
  return sheet
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

async function relationsOf(
  source: ByteSource,
  entry: ZipEntry | undefined,
  folder: string,
  options: WorkbookOptions,
): Promise<readonly Relation[]> {
  const relations: Relation[] = []
  if (!entry) return relations
  await drainXml(open(source, entry, options), {
    open: (tag, attributes) => {
      const target = attributes.Target ?? ''
      if (tag !== 'Relationship') return
      relations.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').pop() ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
      })
    },
  })
  return relations
}

async function stylesOf(
  source: ByteSource,
  entry: ZipEntry | undefined,
  options: WorkbookOptions,
): Promise<readonly NumberShape[]> {
  const shapes: NumberShape[] = []
  if (!entry) return shapes
  const custom = new Map<number, NumberShape>()
  let inCells = false
  await drainXml(open(source, entry, options), {
    open: (tag, attributes) => {
      if (tag === 'numFmt') custom.set(Number(attributes.numFmtId), customShape(attributes.formatCode ?? ''))
      if (tag === 'cellXfs') inCells = true
      if (tag !== 'xf' || !inCells) return
      const id = Number(attributes.numFmtId ?? 0)
      shapes.push(custom.get(id) ?? builtInShape(id))
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return shapes
}

function open(source: ByteSource, entry: ZipEntry, options: WorkbookOptions): AsyncIterable<Uint8Array> {
  return openEntry(source, entry, { ...options, maxExpandedBytes: Math.min(maxPartBytes, options.maxExpandedBytes) })
}
