// SPDX-License-Identifier: Apache-2.0
import type * as files from '../../src/modules/banking/bank-files.repository.ts'
import type * as banking from '../../src/modules/banking/banking.repository.ts'
import type * as accounts from '../../src/modules/banking/money-accounts.repository.ts'
import type { Samples, World } from './world.ts'

const account = (w: World) => ({
  id: w.id('money account'),
  name: w.word('bank'),
  kind: 'bank' as const,
  currency: 'XTS',
  iban: null,
  accountCode: '1010',
  details: { holder: w.word('holder') },
})

export const moneyAccountSamples: Samples<typeof accounts> = {
  insertMoneyAccount: (w) => [[account(w)]],
  updateMoneyAccount: (w) => [[{ ...account(w), version: 1 }]],
  listMoneyAccounts: () => [[]],
  findMoneyAccount: (w) => [[w.id('money account')], [w.id('money account'), { lock: true }]],
}

const file = (w: World, name: string) => ({
  id: w.id(name),
  moneyAccountId: w.id('money account'),
  fileName: w.word('statement.csv'),
  fileHash: name,
  bytes: 10,
  format: 'table' as const,
  state: 'asking' as const,
  layout: { fingerprint: w.word('shape') },
  madeAt: w.now,
})

export const bankFileSamples: Samples<typeof files> = {
  insertBankFile: (w) => [
    [file(w, 'bank file'), { userId: w.userId }],
    [file(w, 'unread bank file'), { userId: null }],
  ],
  findBankFile: (w) => [[w.id('bank file')], [w.id('bank file'), { lock: true }]],
  findBankFileByContent: (w) => [[w.id('money account'), 'bank file']],
  isContentKept: () => [['bank file']],
  listBankFiles: (w) => [
    [{ limit: 5 }],
    [{ moneyAccountId: w.id('money account'), before: w.id('bank file'), limit: 5 }],
  ],
  finishBankFile: (w) => [
    [
      w.id('bank file'),
      { layout: {}, lines: 1, added: 1, bad: [{ lineNo: 2, column: w.word('column'), reason: 'r' }] },
    ],
  ],
  deleteUnreadFile: (w) => [[w.id('unread bank file')]],
  saveLayout: (w) => [[w.id('money account'), w.word('shape'), { holds: w.word('layout') }]],
  findLayout: (w) => [[w.id('money account'), w.word('shape')]],
}

export const bankingSamples: Samples<typeof banking> = {
  insertStatement: (w) => [
    [
      {
        id: w.id('bank statement'),
        fileId: w.id('bank file'),
        moneyAccountId: w.id('money account'),
        currency: 'XTS',
        firstDay: w.day,
        lastDay: w.day,
        openingMinor: 0n,
        closingMinor: 500n,
        lines: 1,
        sharesWith: [],
      },
    ],
  ],
  listStatements: (w) => [[w.id('money account')]],
  insertBankLines: (w) => [
    [
      [
        {
          id: w.id('bank line'),
          moneyAccountId: w.id('money account'),
          statementId: w.id('bank statement'),
          lineNo: 1,
          day: w.day,
          valueDay: null,
          amountMinor: 500n,
          currency: 'XTS',
          balanceMinor: 500n,
          counterparty: w.word('payer'),
          reference: w.word('reference'),
          description: w.word('description'),
          state: 'open',
        },
      ],
    ],
  ],
  findKnownLines: (w) => [[[w.id('bank line')]]],
  listBankLines: (w) => [
    [{ limit: 5 }],
    [
      {
        moneyAccountId: w.id('money account'),
        state: 'open',
        firstDay: w.day,
        lastDay: w.day,
        after: { day: w.day, lineNo: 9, id: w.id('bank line') },
        limit: 5,
      },
    ],
  ],
  findBankLine: (w) => [[w.id('bank line')]],
  setBankLineState: (w) => [[w.id('bank line'), { from: 'open', to: 'set-aside' }]],
  listAccountStandings: () => [[]],
}
