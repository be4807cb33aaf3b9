// SPDX-License-Identifier: Apache-2.0
import type { BadRow, Layout, LineRule } from '@resham/ledger'
import type * as imports from '../../src/modules/imports/imports.repository.ts'
import type { Choice, Result, Shape } from '../../src/modules/imports/imports.types.ts'
import type { Samples, World } from './world.ts'

// Kept as they are and not looked into: their words are all that matters here.
const layout = (w: World) => ({ fingerprint: w.word('shape'), header: [w.word('header')] }) as unknown as Layout
const choice = (w: World) => ({ columns: { item: w.word('column') } }) as unknown as Choice
const shape = (w: World) => ({ correction: { columns: {} }, currency: w.word('currency') }) as unknown as Shape
const result = (w: World) => ({ linesAdded: 1, said: w.word('result') }) as unknown as Result
const rules = (w: World) => [{ id: w.word('rule'), kind: 'charge' }] as unknown as LineRule[]
const badRow = (w: World) =>
  ({
    recordNo: 7,
    lineNo: 8,
    column: w.word('column'),
    reason: 'date-unreadable',
    details: {},
    cells: [w.word('cell')],
  }) as unknown as BadRow

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
  isFileLoaded: (w) => [[w.word('hash'), w.id('another import')]],
  listProblems: (w) => [[w.id('import'), { after: 0, limit: 10 }]],
  findShape: (w) => [[w.word('shape')]],
  findRules: () => [[]],
  deleteProblems: (w) => [[w.id('import')]],
  deleteRules: () => [[]],
}
