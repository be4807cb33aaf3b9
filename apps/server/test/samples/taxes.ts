// SPDX-License-Identifier: Apache-2.0
import type * as taxSums from '../../src/modules/documents/tax-sums.repository.ts'
import type * as fiscal from '../../src/modules/fiscal/fiscal.repository.ts'
import type * as taxes from '../../src/modules/taxes/taxes.repository.ts'
import type { Samples, World } from './world.ts'

export const taxSamples: Samples<typeof taxes> = {
  saveOwnTax: (w) => [
    [
      {
        registration: 'guild',
        taxNumber: w.word('number'),
        name: w.word('shop'),
        address: w.word('street'),
        region: 'ZZ-N',
        version: 0,
      },
    ],
  ],
  findOwnTax: () => [[]],
  saveItemTax: (w) => [
    [
      {
        itemId: w.id('item'),
        taxClass: 'knotted',
        retailPriceMinor: 1_500n,
        facts: { knot: w.word('knot') },
        version: 0,
      },
    ],
  ],
  listItemTaxes: (w) => [[[w.id('item')]]],
  findTaxFacts: (w) => [[[w.id('item')]]],
}

const submission = (w: World) => ({
  documentId: w.id('document'),
  use: 'trial' as const,
  changedAt: w.now,
})

export const fiscalSamples: Samples<typeof fiscal> = {
  saveSettings: (w) => [
    [{ use: 'trial', place: 'http://127.0.0.1:9', tokenSealed: w.word('token'), scenario: null, version: 0 }],
  ],
  findSettings: () => [[]],
  insertSubmission: (w) => [[{ ...submission(w), id: w.id('submission') }]],
  updateSubmission: (w) => [
    [
      {
        ...submission(w),
        state: 'accepted',
        officeNumber: w.word('office number'),
        problems: [{ code: 'loose', line: 0, said: w.word('fault') }],
        acceptedAt: w.now,
      },
    ],
  ],
  findSubmission: (w) => [[w.id('document')], [w.id('document'), 'change']],
  isNumberTaken: (w) => [[w.word('office number'), w.id('another document')]],
  insertEvent: (w) => [
    [
      {
        id: w.id('fiscal event'),
        documentId: w.id('document'),
        at: w.now,
        event: 'accept',
        byId: null,
        sent: w.word('body'),
        status: 201,
        answered: w.word('answer'),
        note: null,
      },
    ],
  ],
  listEvents: (w) => [[w.id('document')]],
  listSubmissions: (w) => [[{ limit: 10 }], [{ state: 'accepted', before: w.id('submission'), limit: 10 }]],
  countByState: () => [[]],
  listOfficeNumbers: (w) => [[[w.id('document')]]],
}

export const taxSumSamples: Samples<typeof taxSums> = {
  sumLineTaxes: (w) => [[{ from: w.day, to: w.day }]],
  listTaxedPapers: (w) => [[{ from: w.day, to: w.day }]],
  listWithheld: (w) => [[{ from: w.day, to: w.day }]],
  listDocumentNames: (w) => [[[w.id('document')]]],
}
