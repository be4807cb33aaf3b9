// SPDX-License-Identifier: Apache-2.0
import { strToU8, zipSync } from 'fflate'

/** A cell of a test workbook: text is shared, numbers may have a style, the rest is raw XML. */
export type TestCell = string | number | { readonly xml: string } | { readonly date: number } | null

export type TestSheet = {
  readonly name: string
  readonly state?: string
  readonly rows: readonly (readonly TestCell[])[]
}

/** Writes the smallest .xlsx that spreadsheets open. Style 1 is a date with time, style 2 a custom date. */
export function aWorkbook(
  sheets: readonly TestSheet[],
  options: { readonly is1904?: boolean; readonly prefix?: string; readonly extra?: Record<string, Uint8Array> } = {},
): Uint8Array {
  const p = options.prefix ?? ''
  const shared = new Map<string, number>()
  const sheetXml = sheets.map((sheet) => {
    const rows = sheet.rows.map(
      (cells, r) => `<${p}row r="${r + 1}">${cells.map((c, i) => cellXml(c, i, r, p, shared)).join('')}</${p}row>`,
    )
    return `<${p}worksheet><${p}sheetData>${rows.join('')}</${p}sheetData></${p}worksheet>`
  })
  const texts = [...shared.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')
  const listed = sheets.map(
    (s, i) =>
      `<sheet name="${escapeXml(s.name)}" sheetId="${i + 1}" ${s.state ? `state="${s.state}" ` : ''}r:id="rId${i + 1}"/>`,
  )
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(`<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="${office}"><workbookPr${options.is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rIdT', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${texts}</sst>`),
    ...options.extra,
  }
  sheetXml.forEach((xml, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(xml)
  })
  return zipSync(files)
}

function cellXml(cell: TestCell, column: number, row: number, p: string, shared: Map<string, number>): string {
  if (cell === null) return ''
  const name = `${columnName(column)}${row + 1}`
  if (typeof cell === 'number') return `<${p}c r="${name}"><${p}v>${cell}</${p}v></${p}c>`
  if (typeof cell === 'string') {
    const index = shared.get(cell) ?? shared.size
    shared.set(cell, index)
    return `<${p}c r="${name}" t="s"><${p}v>${index}</${p}v></${p}c>`
  }
  return 'date' in cell
    ? `<${p}c r="${name}" s="1"><${p}v>${cell.date}</${p}v></${p}c>`
    : cell.xml.replaceAll('{r}', name)
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
