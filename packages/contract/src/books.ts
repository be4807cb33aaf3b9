// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Bilingual, Currency, Day, Id, Line, Maybe, MoneyAmount, OneOf, PageQuery, pageFields } from './primitives.ts'

const AtBusiness = Type.Object(businessParam)
const inLedger = '/api/v1/businesses/:business/ledger'

/** What an account is. */
export const ledgerKinds = ['asset', 'liability', 'equity', 'income', 'expense'] as const

const MonthText = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-11'] })
const AccountCode = Type.String({ pattern: '^[0-9A-Z]{2,12}$', examples: ['1010'] })
const AtAccount = Type.Object({ ...businessParam, account: AccountCode })
const MonthQuery = Type.Object({ month: Type.Optional(MonthText) })

const account = { code: Type.String(), names: Bilingual, kind: OneOf(ledgerKinds), role: Maybe(Type.String()) }
const Months = Type.Array(Type.String())

/** An account of the ledger. */
export const LedgerAccount = Type.Object(account)

/** What an account stood at, what moved, and what it stands at. Debit positive. */
export const TrialBalanceRow = Type.Object({
  ...account,
  opening: MoneyAmount,
  debit: MoneyAmount,
  credit: MoneyAmount,
  closing: MoneyAmount,
})

const line = {
  entryId: Id,
  lineNo: Type.Integer(),
  day: Day,
  /** What happened: `invoice-issued`, `payment-in` and so on. */
  event: Type.String(),
  source: Type.Object({ kind: Type.String(), id: Id }),
  memo: Maybe(Type.String()),
  party: Maybe(Type.Object({ id: Id, name: Type.String() })),
  /** Debit positive. */
  amount: MoneyAmount,
  foreign: Maybe(MoneyAmount),
}

/** A line of an account with the balance after it. */
export const LedgerLine = Type.Object({ ...line, balance: MoneyAmount })

const Side = Type.Object({ rows: Type.Array(Type.Object({ ...account, amount: MoneyAmount })), sum: MoneyAmount })

export const booksEndpoints = {
  trialBalance: endpoint({
    id: 'books.trialBalance',
    method: 'GET',
    path: `${inLedger}/trial-balance`,
    summary: 'What every account stands at, at the end of a month.',
    access: 'ledger.read',
    params: AtBusiness,
    query: MonthQuery,
    response: Type.Object({
      month: Type.String(),
      state: OneOf(['open', 'closed']),
      months: Months,
      currency: Currency,
      items: Type.Array(TrialBalanceRow),
      sum: MoneyAmount,
    }),
    status: 200,
  }),
  trialBalanceFile: endpoint({
    id: 'books.trialBalanceFile',
    method: 'GET',
    path: `${inLedger}/trial-balance.csv`,
    summary: 'The trial balance as a CSV.',
    access: 'ledger.read',
    params: AtBusiness,
    query: MonthQuery,
    response: 'bytes',
    status: 200,
  }),
  result: endpoint({
    id: 'books.result',
    method: 'GET',
    path: `${inLedger}/result`,
    summary: 'Profit and loss from one month to another, and the balance sheet at the end.',
    access: 'ledger.read',
    params: AtBusiness,
    query: Type.Object({ from: MonthText, to: MonthText }),
    response: Type.Object({
      from: Type.String(),
      to: Type.String(),
      income: Side,
      expenses: Side,
      profit: MoneyAmount,
      assets: Side,
      debts: Side,
      capital: Side,
      earned: MoneyAmount,
      difference: MoneyAmount,
    }),
    status: 200,
  }),
  chart: endpoint({
    id: 'books.chart',
    method: 'GET',
    path: `${inLedger}/accounts`,
    summary: 'The chart of accounts.',
    access: 'ledger.read',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(LedgerAccount) }),
    status: 200,
  }),
  chartFile: endpoint({
    id: 'books.chartFile',
    method: 'GET',
    path: `${inLedger}/accounts.csv`,
    summary: 'The chart of accounts as a CSV.',
    access: 'ledger.read',
    params: AtBusiness,
    response: 'bytes',
    status: 200,
  }),
  account: endpoint({
    id: 'books.account',
    method: 'GET',
    path: `${inLedger}/accounts/:account`,
    summary: 'A month of an account, line by line with its balance.',
    access: 'ledger.read',
    params: AtAccount,
    query: Type.Object({ ...PageQuery, month: Type.Optional(MonthText) }),
    response: Type.Object({
      ...pageFields(LedgerLine),
      account: LedgerAccount,
      month: Type.String(),
      months: Months,
      opening: MoneyAmount,
      closing: MoneyAmount,
    }),
    status: 200,
  }),
  accountFile: endpoint({
    id: 'books.accountFile',
    method: 'GET',
    path: `${inLedger}/accounts/:account/lines.csv`,
    summary: 'A month of an account as a CSV.',
    access: 'ledger.read',
    params: AtAccount,
    query: MonthQuery,
    response: 'bytes',
    status: 200,
  }),
  entry: endpoint({
    id: 'books.entry',
    method: 'GET',
    path: `${inLedger}/entries/:entry`,
    summary: 'An entry with both its sides.',
    access: 'ledger.read',
    params: Type.Object({ ...businessParam, entry: Id }),
    response: Type.Object({
      id: Id,
      day: Day,
      event: Type.String(),
      memo: Maybe(Type.String()),
      source: Type.Object({ kind: Type.String(), id: Id }),
      lines: Type.Array(Type.Object({ ...line, account: Type.Object({ code: Type.String(), names: Bilingual }) })),
    }),
    status: 200,
  }),
  recordEntry: endpoint({
    id: 'books.recordEntry',
    method: 'POST',
    path: `${inLedger}/entries`,
    summary: 'An entry by hand: debit positive, sum zero. With `opening`, the rest is the capital.',
    access: 'ledger.close',
    params: AtBusiness,
    body: Type.Object({
      day: Day,
      memo: Type.Optional(Line(200)),
      opening: Type.Optional(Type.Boolean()),
      /** Handed in twice, it is one entry. */
      clientId: Type.Optional(Id),
      lines: Type.Array(Type.Object({ account: AccountCode, amount: MoneyAmount }), { minItems: 1, maxItems: 100 }),
    }),
    response: Type.Object({ id: Id }),
    status: 201,
    example: {
      day: '2026-11-20',
      memo: 'Rent',
      lines: [
        { account: '6020', amount: { minor: '5000000', currency: 'XTS' } },
        { account: '1010', amount: { minor: '-5000000', currency: 'XTS' } },
      ],
    },
  }),
  periods: endpoint({
    id: 'books.periods',
    method: 'GET',
    path: `${inLedger}/periods`,
    summary: 'The months of the books, newest first.',
    access: 'ledger.read',
    params: AtBusiness,
    response: Type.Object({
      items: Type.Array(Type.Object({ month: Type.String(), state: OneOf(['open', 'closed']), over: Type.Boolean() })),
    }),
    status: 200,
  }),
  changePeriod: endpoint({
    id: 'books.changePeriod',
    method: 'PUT',
    path: `${inLedger}/periods/:month`,
    summary: 'Close a month and all before it, or open one again.',
    access: 'ledger.close',
    params: Type.Object({ ...businessParam, month: MonthText }),
    body: Type.Object({ state: OneOf(['open', 'closed']), reason: Type.Optional(Line(200)) }),
    response: Type.Object({ month: Type.String(), state: OneOf(['open', 'closed']) }),
    status: 200,
    example: { state: 'open', reason: 'A bill came late' },
  }),
} as const
