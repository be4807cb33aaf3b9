// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import type * as books from '../../src/modules/books/books.repository.ts'
import type * as sums from '../../src/modules/books/sums.repository.ts'
import type { Samples, World } from './world.ts'

const month = plainDate('2026-10-01')
const day = plainDate('2026-10-20')

const entry = (w: World) => ({
  ...{ id: w.id('entry'), day, sourceKind: 'by-hand', sourceId: w.id('source') },
  ...{ event: 'by-hand', memo: w.word('memo') },
})
const line = (w: World, lineNo: number, minor: bigint) => ({
  ...{ entryId: w.id('entry'), lineNo, day, account: 'X1', partyId: w.id('party'), minor },
  ...{ currency: 'XTS', foreignMinor: minor },
})
const by = (w: World) => ({ now: w.now, userId: w.userId })

export const booksSamples: Samples<typeof books> = {
  createAccounts: (w) => [
    [[{ code: 'X1', names: { en: w.word('account'), ur: w.word('account') }, kind: 'asset', role: null }]],
  ],
  listAccounts: () => [[]],
  holdMonths: () => [
    [[month], 'shared'],
    [[month], 'alone'],
    [[month], 'try'],
  ],
  listPeriods: () => [[[month]]],
  addEntries: (w) => [[[entry(w)], [line(w, 1, 100n), line(w, 2, -100n)], by(w)]],
  listWritten: (w) => [[[entry(w)]]],
  listLinesOfSource: (w) => [['by-hand', w.id('source')]],
  findEntrySpan: () => [[]],
  setPeriodState: (w) => [[[month], 'closed', by(w)]],
}

export const sumsSamples: Samples<typeof sums> = {
  forgetMonthSums: () => [[[month]]],
  keepMonthSums: (w) => [[month, w.now]],
  addKeptSums: () => [[[month]]],
  sumLines: () => [[month, day]],
  listAccountLines: (w) => [
    [{ account: 'X1', from: month, to: day, limit: 10 }],
    [{ account: 'X1', from: month, to: day, after: { day, entryId: w.id('entry'), lineNo: 1 }, limit: 10 }],
  ],
  listEntryLines: (w) => [[w.id('entry')]],
}
