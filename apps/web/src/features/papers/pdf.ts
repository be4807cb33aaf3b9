// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiler } from '#lib/features/brief/compiler.ts'
import type { PaperDocument, PaperMark } from './document.ts'
import { paperTemplate } from './template.ts'

/** Marks of isolation keep a screen's runs apart; on paper the typesetter finds the runs itself. */
const marks = /[\u2066-\u2069]/g
const empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

/**
 * A paper as a PDF/A-2b file, of as many pages as it needs.
 *
 * @throws Error where it cannot be set: a fault of ours
 */
export async function paperPdf({ mark, ...rest }: PaperDocument): Promise<Uint8Array> {
  const typst = await compiler()
  // All in one turn of the event loop: two papers do not mix.
  typst.resetShadow()
  typst.mapShadow(join(tmpdir(), 'mark.svg'), Buffer.from(mark?.matrix ? matrixSvg(mark.matrix) : empty))
  const data = { ...rest, mark: mark && { ...mark, matrix: mark.matrix !== null } }
  typst.mapShadow(join(tmpdir(), 'paper.json'), Buffer.from(JSON.stringify(data).replaceAll(marks, '')))
  const compiled = typst.compile({ mainFileContent: paperTemplate })
  const page = compiled.result
  if (!page) throw new Error(`the paper was not set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const pdf = typst.pdf(page, { pdfStandard: 'a-2b' })
  typst.evictCache(10)
  return pdf
}

/** The dark squares of a code as one path, with the four squares of quiet around it that readers need. */
export function matrixSvg(matrix: NonNullable<PaperMark['matrix']>): string {
  const size = matrix.length + 8
  const squares = matrix.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${squares.join('')}"/></svg>`
}
