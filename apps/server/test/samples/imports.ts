// SPDX-License-Identifier: Apache-2.0
import { columnRoles, ImportResult, ReadingChoice, LineRule as Rule } from '@resham/contract'
import type { BadRow, Layout, LineRule } from '@resham/ledger'
import type * as imports from '../../src/modules/imports/imports.repository.ts'
import type { Choice, Result, Shape } from '../../src/modules/imports/imports.types.ts'
import { exampleOf } from '../valid-input.ts'
import type { Samples, World } from './world.ts'

const own = (w: World) => ({ text: w.word('words'), items: 1 })
const noColumns = Object.fromEntries(columnRoles.map((role) => [role, null]))
const layout = (w: World): Layout => ({
  kind: 'delimited',
  encoding: 'utf-8',
  dialect: { separator: ',', quote: '"' },
  sheet: null,
  headerRecord: 1,
  hasHeader: true,
  header: [w.word('item'), w.word('price')],
  dateOrder: 'ymd',
  decimal: '.',
  columns: noColumns as Layout['columns'],
  confidence: 1,
  fingerprint: w.word('shape'),
  warnings: [],
})
const choice = (w: World) => exampleOf(ReadingChoice, own(w)) as Choice
const shape = (w: World): Shape => ({
  correction: { dateOrder: 'ymd', decimal: '.', columns: noColumns as Shape['correction']['columns'] },
  currency: w.word('currency'),
})
const result = (w: World) => exampleOf(ImportResult, own(w)) as Result
const rules = (w: World) => [exampleOf(Rule, own(w))] as LineRule[]
const badRow = (w: World): BadRow => ({
  recordNo: 7,
  lineNo: 8,
  column: w.word('column'),
  reason: 'date-unreadable',
  details: {},
  cells: [w.word('cell')],
})

export const importSamples: Samples<typeof imports> = {
  createImport: (w) => [
    [
      {
        id: w.id('import'),
        fileName: w.word('file'),
        fileHash: w.word('hash'),
        bytes: 1234,
        layout: layout(w),
        choice: choice(w),
        createdBy: w.userId,
      },
    ],
  ],
  insertProblems: (w) => [[w.id('import'), [badRow(w)]]],
  saveShape: (w) => [[w.word('shape'), shape(w)]],
  saveRules: (w) => [[rules(w)]],
  saveCheckpoint: (w) => [[w.id('import'), { recordsLoaded: 5, bytesRead: 500, linesAdded: 4, linesBad: 1 }]],
  setImportState: (w) => [
    [w.id('import'), 'loading', { choice: choice(w) }],
    [w.id('import'), 'failed', { errorCode: 'imports.no-good-rows', errorDetails: { rows: 3 } }],
  ],
  finishImport: (w) => [[w.id('import'), result(w)]],
  findImport: (w) => [[w.id('import')]],
  lockImport: (w) => [[w.id('import')]],
  listImports: (w) => [[{ limit: 10 }], [{ before: w.id('import'), limit: 10 }]],
  listDoneImports: () => [[]],
  isAnyDoneSince: () => [[new Date('2026-11-24T08:00:00Z')]],
  isFileNeeded: (w) => [[w.word('hash')]],
  isFileLoaded: (w) => [[w.word('hash'), w.id('another import')]],
  listProblems: (w) => [[w.id('import'), { after: 0, limit: 10 }]],
  findShape: (w) => [[w.word('shape')]],
  findRules: () => [[]],
  deleteProblems: (w) => [[w.id('import')]],
  deleteRules: () => [[]],
}
