// SPDX-License-Identifier: Apache-2.0
import type * as documents from '../../src/modules/documents/documents.repository.ts'
import type * as dueMoney from '../../src/modules/documents/due-money.repository.ts'
import type * as owed from '../../src/modules/documents/owed.repository.ts'
import type * as payments from '../../src/modules/documents/payments.repository.ts'
import type { Samples, World } from './world.ts'

const line = (w: World): documents.NewDocument['lines'][number] => ({
  id: w.id('document line'),
  lineNo: 1,
  itemId: w.id('item'),
  lotId: null,
  description: w.word('footballs'),
  quantityMilli: 12_000n,
  unit: 'piece',
  priceThousandths: 45_000_000n,
  discountMinor: 0n,
  netMinor: 540_000n,
  taxClass: null,
  taxes: [{ code: 'levy', base: 540_000n, rate: '1/10', amount: 54_000n }],
  taxMinor: 54_000n,
  fromLineId: null,
})

const document = (w: World): documents.NewDocument => ({
  id: w.id('document'),
  kind: 'invoice',
  state: 'draft',
  partyId: w.id('party'),
  placeId: null,
  day: w.day,
  dueDay: w.day,
  currency: 'XTS',
  rate: '1',
  rateSource: null,
  reference: w.word('reference'),
  note: w.word('note'),
  fromId: null,
  netMinor: 540_000n,
  taxMinor: 54_000n,
  totalMinor: 594_000n,
  homeNetMinor: 540_000n,
  details: { terms: w.word('terms') },
  clientId: w.id('phone'),
  lines: [line(w)],
  madeAt: w.now,
  madeBy: null,
})

export const documentSamples: Samples<typeof documents> = {
  insertDocument: (w) => [
    [document(w)],
    [
      {
        ...document(w),
        id: w.id('another document'),
        clientId: null,
        fromId: w.id('document'),
        lines: [{ ...line(w), id: w.id('another document line'), fromLineId: w.id('document line') }],
      },
    ],
  ],
  replaceDocument: (w) => [[w.id('document'), 'draft', document(w)]],
  stepDocument: (w) => [
    [w.id('document'), { state: 'issued', number: w.word('INV-1'), issuedAt: w.now, dueDay: w.day }],
  ],
  addSettled: (w) => [[w.id('document'), 4_000n]],
  takeNumber: (w) => [[w.word('invoice 2026')]],
  findDocument: (w) => [[w.id('document')], [w.id('document'), 'change']],
  findByClientId: (w) => [[w.id('phone')]],
  listDocuments: (w) => [
    [{ kind: 'invoice', limit: 10 }],
    [
      {
        kind: 'invoice',
        states: ['issued'],
        partyId: w.id('party'),
        search: 'inv',
        after: { day: '2026-12-01', id: w.id('nobody') },
        limit: 10,
      },
    ],
  ],
  listOpenDocuments: (w) => [
    [{ kinds: ['invoice'] }],
    [{ kinds: ['invoice', 'bill'], partyId: w.id('party'), limit: 10 }],
  ],
  listFirstOfStates: () => [
    [
      [
        { kind: 'invoice', state: 'draft' },
        { kind: 'order', state: 'open' },
      ],
      5,
    ],
  ],
  countByState: () => [[['invoice'], ['issued']]],
  listCarriedOn: (w) => [[[w.id('document line')]]],
  listLineQuantities: (w) => [[[w.id('document line')]]],
  listMadeFrom: (w) => [[w.id('document')]],
}

export const paymentSamples: Samples<typeof payments> = {
  insertMoneyAccount: (w) => [
    [
      {
        id: w.id('cash box'),
        name: w.word('cash box'),
        kind: 'cash',
        currency: 'XTS',
        iban: null,
        accountCode: w.word('account'),
      },
    ],
  ],
  insertPayment: (w) => [
    [
      {
        id: w.id('payment'),
        direction: 'in',
        partyId: w.id('party'),
        moneyAccountId: w.id('cash box'),
        day: w.day,
        currency: 'XTS',
        rate: '1',
        amountMinor: 4_000n,
        withheldMinor: 0n,
        feeMinor: 0n,
        unusedMinor: 4_000n,
        against: 'receivables',
        method: w.word('method'),
        reference: w.word('slip'),
        note: null,
        clientId: w.id('paying phone'),
        madeAt: w.now,
        madeBy: null,
      },
    ],
  ],
  usePayment: (w) => [[w.id('payment'), 4_000n]],
  insertSettlement: (w) => [
    [
      {
        id: w.id('settlement'),
        documentId: w.id('document'),
        paymentId: w.id('payment'),
        creditId: null,
        amountMinor: 4_000n,
        day: w.day,
      },
    ],
  ],
  findPayment: (w) => [[w.id('payment')], [w.id('payment'), 'change']],
  findPaymentByClientId: (w) => [[w.id('paying phone')]],
  listPayments: (w) => [
    [{ limit: 10 }],
    [{ partyId: w.id('party'), direction: 'in', after: { day: '2026-12-01', id: w.id('nobody') }, limit: 10 }],
  ],
  findSettlement: (w) => [[w.id('settlement')]],
  listSettlements: (w) => [[{ documentId: w.id('document') }]],
  listMoneyAccounts: () => [[]],
  undoSettlement: (w) => [[w.id('no settlement'), w.now]],
  cancelPayment: (w) => [[w.id('no payment')]],
}

export const dueMoneySamples: Samples<typeof dueMoney> = {
  listDueMoney: () => [[5]],
  listPaidDays: (w) => [[w.day]],
  sumCreditSales: (w) => [[w.day]],
  sumPaymentsAfter: (w) => [
    [
      [
        { id: w.id('cash box'), after: null },
        { id: w.id('cash box'), after: w.day },
      ],
    ],
  ],
}

export const owedSamples: Samples<typeof owed> = {
  listOpenByAge: (w) => [
    ['receivable', w.day, [0, 31, 61, 91]],
    ['payable', w.day, [0, 31, 61, 91]],
  ],
  listAccountMoves: (w) => [[{ partyId: w.id('party'), side: 'receivable', currency: 'XTS', to: w.day }]],
}
