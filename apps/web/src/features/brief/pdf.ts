// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from '#lib/features/market/png.ts'
import type { BriefDocument } from './document.ts'
import { briefTemplate } from './template.ts'

/** Marks of isolation keep a screen's runs apart; on paper the typesetter finds the runs itself. */
const marks = /[\u2066-\u2069]/g

let opened: Promise<NodeCompiler> | undefined

/** One compiler a process, with the pages' own faces: opening one takes a tenth of a second, a page a hundredth. */
function compiler(): Promise<NodeCompiler> {
  opened ??= fontFiles().then((files) =>
    NodeCompiler.create({
      workspace: tmpdir(),
      fontArgs: [{ fontPaths: [...new Set(files.map((file) => join(file, '..')))] }],
    }),
  )
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

/**
 * A brief as a PDF/A-2b file of one page.
 *
 * @throws Error where the page cannot be set: a fault of ours
 */
export async function briefPdf({ chart, ...rest }: BriefDocument): Promise<Uint8Array> {
  const typst = await compiler()
  const data = JSON.stringify({ ...rest, chart: chart !== null }).replaceAll(marks, '')
  // All in one turn of the event loop: two briefs do not mix.
  typst.resetShadow()
  typst.mapShadow(join(tmpdir(), 'data.json'), Buffer.from(data))
  typst.mapShadow(join(tmpdir(), 'chart.svg'), Buffer.from(chart ?? '<svg xmlns="http://www.w3.org/2000/svg"/>'))
  const pdf = typst.pdf({ mainFileContent: briefTemplate }, { pdfStandard: 'a-2b' })
  typst.evictCache(10)
  return pdf
}
