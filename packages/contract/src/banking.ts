// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { dateOrders, decimalMarks } from './imports.ts'
import { Currency, Day, Empty, Id, Instant, Line, Maybe, MoneyAmount, OneOf, Page, PageQuery } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)
const AtAccount = Type.Object({ ...businessParam, account: Id })
const AtFile = Type.Object({ ...businessParam, file: Id })

/** Where money lies: a till, an account at a bank, a wallet. */
export const moneyAccountKinds = ['cash', 'bank', 'wallet'] as const
/** What became of a line of a statement. */
export const bankLineStates = ['open', 'matched', 'set-aside'] as const
/** What a column of a bank's table can be. */
export const bankColumnRoles = [
  'date',
  'valueDate',
  'description',
  'debit',
  'credit',
  'amount',
  'direction',
  'balance',
  'reference',
  'counterparty',
] as const
export type BankColumnRole = (typeof bankColumnRoles)[number]

/** Money that moved between two statements, of which none tells; above zero money in. */
const StatementGap = Type.Object({
  after: Day,
  before: Day,
  closing: MoneyAmount,
  opening: MoneyAmount,
  amount: MoneyAmount,
})

/** What the acquirer's payment code says. */
const PaymentCode = Type.Object({
  text: Type.String(),
  name: Type.String(),
  city: Type.String(),
  scheme: Type.String(),
  /** True where the owner says that the acquirer allows it to be given out with an amount. */
  withAmount: Type.Boolean(),
})

export const MoneyAccount = Type.Object({
  id: Id,
  name: Type.String(),
  kind: OneOf(moneyAccountKinds),
  currency: Currency,
  iban: Maybe(Type.String()),
  /** What a wallet is paid by. */
  walletId: Maybe(Type.String()),
  /** Whose account it is, as a payer sees it. */
  holder: Maybe(Type.String()),
  code: Maybe(PaymentCode),
  /** Of the last statement; null while there is none. */
  balance: Maybe(MoneyAmount),
  balanceDay: Maybe(Day),
  /** Lines of which nothing has become yet. */
  open: Type.Integer(),
  version: Type.Integer(),
})

const AccountText = {
  name: Line(80),
  iban: Type.Optional(Maybe(Line(60, 0))),
  walletId: Type.Optional(Maybe(Line(60, 0))),
  holder: Type.Optional(Maybe(Line(80, 0))),
}

/** How a bank's table is read: each role's column, counted from 0. */
export const BankTableChoice = Type.Object({
  columns: Type.Object(
    Object.fromEntries(bankColumnRoles.map((role) => [role, Maybe(Type.Integer({ minimum: 0, maximum: 999 }))])),
  ),
  dateOrder: OneOf(dateOrders),
  decimal: OneOf(decimalMarks),
})

const BadStatementRow = Type.Object({ lineNo: Type.Integer(), column: Type.String(), reason: Type.String() })

export const BankFile = Type.Object({
  id: Id,
  moneyAccountId: Id,
  fileName: Type.String(),
  bytes: Type.Integer(),
  format: OneOf(['camt.053', 'mt940', 'table'] as const),
  /** `asking`: a person has to say which column is what, once for tables of this shape. */
  state: OneOf(['asking', 'read'] as const),
  /** Lines in it, and those of them that no other file had brought. */
  lines: Type.Integer(),
  added: Type.Integer(),
  bad: Type.Array(BadStatementRow),
  madeAt: Instant,
})

export const BankLine = Type.Object({
  id: Id,
  moneyAccountId: Id,
  day: Day,
  valueDay: Maybe(Day),
  /** Above zero: money in. */
  amount: MoneyAmount,
  balance: Maybe(MoneyAmount),
  counterparty: Type.String(),
  reference: Type.String(),
  description: Type.String(),
  state: OneOf(bankLineStates),
})

export const BankFilePreview = Type.Object({
  file: BankFile,
  choice: BankTableChoice,
  header: Type.Array(Type.String()),
  /** First rows as they stand in the file. */
  rows: Type.Array(Type.Array(Type.String())),
  /** The first lines as they are understood, oldest first. */
  lines: Type.Array(
    Type.Object({ day: Day, amount: MoneyAmount, balance: Maybe(MoneyAmount), description: Type.String() }),
  ),
  missing: Type.Array(OneOf(['date', 'amount'] as const)),
  /** Rows at which the balance does not follow from the one before. */
  breaks: Type.Array(Type.Object({ lineNo: Type.Integer(), day: Day, wanted: MoneyAmount, found: MoneyAmount })),
  bad: Type.Array(BadStatementRow),
})

/** What a payer is told: an account of the business, and its code for the amount where there may be one. */
export const PaymentRequest = Type.Object({
  amount: Maybe(MoneyAmount),
  /** The amount as digits with its decimals, as codes and banking apps take it. */
  amountText: Maybe(Type.String()),
  reference: Type.String(),
  name: Type.String(),
  holder: Maybe(Type.String()),
  iban: Maybe(Type.String()),
  walletId: Maybe(Type.String()),
  /** Text of the QR code to show; null where the account has none or may not give it out so. */
  codeText: Maybe(Type.String()),
  codeHasAmount: Type.Boolean(),
})

export const bankingEndpoints = {
  accounts: endpoint({
    id: 'moneyAccounts.list',
    method: 'GET',
    path: `${inBusiness}/money-accounts`,
    summary: 'Where money lies, with the balance of the last statement.',
    access: 'money.read',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(MoneyAccount) }),
    status: 200,
  }),
  openAccount: endpoint({
    id: 'moneyAccounts.open',
    method: 'POST',
    path: `${inBusiness}/money-accounts`,
    summary: 'Write down a till, a bank account or a wallet.',
    access: 'money.write',
    params: AtBusiness,
    body: Type.Object({ ...AccountText, kind: OneOf(moneyAccountKinds), currency: Type.Optional(Currency) }),
    response: MoneyAccount,
    status: 201,
    example: { name: 'Shop account', kind: 'bank' },
  }),
  account: endpoint({
    id: 'moneyAccounts.read',
    method: 'GET',
    path: `${inBusiness}/money-accounts/:account`,
    summary: 'One account, the money of which no statement tells, and the last files.',
    access: 'money.read',
    params: AtAccount,
    response: Type.Object({
      account: MoneyAccount,
      gaps: Type.Array(StatementGap),
      firstDay: Maybe(Day),
      lastDay: Maybe(Day),
      files: Type.Array(BankFile),
    }),
    status: 200,
  }),
  changeAccount: endpoint({
    id: 'moneyAccounts.change',
    method: 'PUT',
    path: `${inBusiness}/money-accounts/:account`,
    summary: "Change what is said of an account: its IBAN, its wallet id, the text of the acquirer's QR code.",
    access: 'money.write',
    params: AtAccount,
    body: Type.Object({
      ...AccountText,
      /** As scanned or pasted; empty takes it away. */
      codeText: Type.Optional(Maybe(Type.String({ maxLength: 600 }))),
      codeWithAmount: Type.Optional(Type.Boolean()),
      version: Type.Integer({ minimum: 1 }),
    }),
    response: MoneyAccount,
    status: 200,
    example: { name: 'Shop account', version: 1 },
  }),
  askToPay: endpoint({
    id: 'moneyAccounts.askToPay',
    method: 'GET',
    path: `${inBusiness}/money-accounts/:account/ask-to-pay`,
    summary: 'What a payer needs to pay an amount into the account, with the QR code where the acquirer allows it.',
    access: 'money.read',
    params: AtAccount,
    query: Type.Object({
      amountMinor: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,17}$' })),
      reference: Type.Optional(Line(25, 0)),
    }),
    response: PaymentRequest,
    status: 200,
  }),
  upload: endpoint({
    id: 'bankFiles.upload',
    method: 'POST',
    path: `${inBusiness}/money-accounts/:account/files`,
    summary:
      'Hand in a statement (camt.053, MT940, or the CSV or XLSX of a bank or wallet). Only what is new is added.',
    access: 'money.write',
    params: AtAccount,
    query: Type.Object({ fileName: Type.Optional(Line(200)) }),
    body: 'bytes',
    response: BankFile,
    status: 201,
  }),
  uploadForm: endpoint({
    id: 'bankFiles.uploadForm',
    method: 'POST',
    path: `${inBusiness}/money-accounts/:account/files/form`,
    summary: 'The same from a web form (multipart/form-data); answers with a redirect to the page of the file.',
    access: 'money.write',
    params: AtAccount,
    body: 'bytes',
    response: 'bytes',
    status: 200,
  }),
  file: endpoint({
    id: 'bankFiles.read',
    method: 'GET',
    path: `${inBusiness}/bank-files/:file`,
    summary: 'One file and what came of it.',
    access: 'money.read',
    params: AtFile,
    response: BankFile,
    status: 200,
  }),
  preview: endpoint({
    id: 'bankFiles.preview',
    method: 'POST',
    path: `${inBusiness}/bank-files/:file/preview`,
    summary: 'How a table would be read; with a choice, how it would be read that way.',
    access: 'money.write',
    params: AtFile,
    body: Type.Object({ choice: Type.Optional(BankTableChoice) }),
    response: BankFilePreview,
    status: 200,
    example: {},
  }),
  confirm: endpoint({
    id: 'bankFiles.confirm',
    method: 'POST',
    path: `${inBusiness}/bank-files/:file/confirm`,
    summary: 'Read the table as chosen. The choice is remembered for the next file of this shape.',
    access: 'money.write',
    params: AtFile,
    body: Type.Object({ choice: Type.Optional(BankTableChoice) }),
    response: BankFile,
    status: 200,
    example: {},
  }),
  discard: endpoint({
    id: 'bankFiles.discard',
    method: 'DELETE',
    path: `${inBusiness}/bank-files/:file`,
    summary: 'Throw away a file that was not read yet.',
    access: 'money.write',
    params: AtFile,
    response: Empty,
    status: 200,
  }),
  lines: endpoint({
    id: 'bankLines.list',
    method: 'GET',
    path: `${inBusiness}/bank-lines`,
    summary: 'Lines of statements, newest first.',
    access: 'money.read',
    params: AtBusiness,
    query: Type.Object({
      ...PageQuery,
      account: Type.Optional(Id),
      state: Type.Optional(OneOf(bankLineStates)),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
    }),
    response: Page(BankLine),
    status: 200,
  }),
  setLine: endpoint({
    id: 'bankLines.set',
    method: 'PUT',
    path: `${inBusiness}/bank-lines/:line`,
    summary: 'Set a line aside as no concern of the books, or open it again.',
    access: 'money.write',
    params: Type.Object({ ...businessParam, line: Id }),
    body: Type.Object({ state: OneOf(['open', 'set-aside'] as const) }),
    response: BankLine,
    status: 200,
  }),
} as const
