// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiler } from './compiler.ts'
import type { BriefDocument } from './document.ts'
import { briefTemplate } from './template.ts'

/** Marks of isolation keep a screen's runs apart; on paper the typesetter finds the runs itself. */
const marks = /[\u2066-\u2069]/g

/** Sentences that stay before rows of the table are let go of. */
const leastSentences = 4

/**
 * A brief as a PDF/A-2b file of one page; what does not fit is left out from the end.
 *
 * @throws Error where the page cannot be set: a fault of ours
 */
export async function briefPdf({ chart, ...rest }: BriefDocument): Promise<Uint8Array> {
  const typst = await compiler()
  // All in one turn of the event loop: two briefs do not mix.
  typst.resetShadow()
  typst.mapShadow(join(tmpdir(), 'chart.svg'), Buffer.from(chart ?? '<svg xmlns="http://www.w3.org/2000/svg"/>'))
  let { sentences, table } = rest
  for (;;) {
    const data = { ...rest, sentences, table, chart: chart !== null }
    typst.mapShadow(join(tmpdir(), 'data.json'), Buffer.from(JSON.stringify(data).replaceAll(marks, '')))
    const compiled = typst.compile({ mainFileContent: briefTemplate })
    const page = compiled.result
    if (!page) throw new Error(`the brief was not set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    if (page.numOfPages === 1 || (sentences.length === 0 && table.rows.length === 0)) {
      const pdf = typst.pdf(page, { pdfStandard: 'a-2b' })
      typst.evictCache(10)
      return pdf
    }
    // What comes last matters least.
    if (sentences.length > leastSentences) sentences = sentences.slice(0, -1)
    else if (table.rows.length > 0) table = { ...table, rows: table.rows.slice(0, -1) }
    else sentences = sentences.slice(0, -1)
  }
}
