// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Day, Id, Instant, Line, Maybe, MoneyAmount, OneOf, Page, PageQuery } from './primitives.ts'

const inImports = '/api/v1/businesses/:business/imports'
const AtBusiness = Type.Object(businessParam)
const AtImport = Type.Object({ ...businessParam, import: Id })

/** What a column of a sales file may be. */
export const columnRoles = [
  'document',
  'date',
  'itemCode',
  'itemName',
  'quantity',
  'price',
  'amount',
  'currency',
  'customer',
  'customerName',
  'country',
  'channel',
  'status',
  'category',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** What a line of a ledger turned out to be. Only the first three are sales of goods. */
export const lineKinds = ['sale', 'return', 'cancellation', 'adjustment', 'charge', 'ignored'] as const
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export const decimalMarks = ['.', ','] as const
export const importStates = ['ready', 'waiting', 'loading', 'done', 'failed', 'cancelled'] as const

const columnOf = Object.fromEntries(
  columnRoles.map((role) => [role, Maybe(Type.Integer({ minimum: 0, maximum: 999 }))]),
)

/** How a file is read: each role's column (counted from 0), and the order of its dates. */
export const ReadingChoice = Type.Object({
  columns: Type.Object(columnOf),
  hasHeader: Type.Boolean(),
  dateOrder: OneOf(dateOrders),
  decimal: OneOf(decimalMarks),
  /** The currency of lines that name none. */
  currency: Currency,
})

/** What an import did, counted in lines. */
export const ImportResult = Type.Object({
  lines: Type.Integer(),
  added: Type.Integer(),
  alreadyKnown: Type.Integer(),
  bad: Type.Integer(),
  byKind: Type.Record(Type.String(), Type.Integer()),
  netSales: MoneyAmount,
  firstDay: Maybe(Day),
  lastDay: Maybe(Day),
  items: Type.Integer(),
})

export const Import = Type.Object({
  id: Id,
  fileName: Type.String(),
  bytes: Type.Integer(),
  state: OneOf(importStates),
  createdAt: Instant,
  /** How far: bytes of the file read, and lines of the ledger so far. */
  progress: Type.Object({
    bytesRead: Type.Integer(),
    lines: Type.Integer(),
    bad: Type.Integer(),
    startedAt: Maybe(Instant),
  }),
  result: Maybe(ImportResult),
  error: Maybe(Type.Object({ code: Type.String(), details: Type.Record(Type.String(), Type.Unknown()) })),
  /** True when the very same bytes were loaded before. */
  sameFileAsBefore: Type.Boolean(),
})

const PreviewLine = Type.Object({
  recordNo: Type.Integer(),
  kind: OneOf(lineKinds),
  day: Day,
  document: Type.String(),
  itemCode: Type.String(),
  itemName: Type.String(),
  quantityMilli: Type.Integer(),
  net: MoneyAmount,
  customer: Maybe(Type.String()),
  country: Maybe(Type.String()),
})
export const BadRow = Type.Object({
  recordNo: Type.Integer(),
  lineNo: Type.Integer(),
  column: Maybe(Type.String()),
  reason: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
  cells: Type.Array(Type.String()),
})

export const Preview = Type.Object({
  import: Import,
  choice: ReadingChoice,
  /** True when this shape of file was corrected before and the correction is used again. */
  remembered: Type.Boolean(),
  encoding: Type.String(),
  separator: Maybe(Type.String()),
  header: Type.Array(Type.String()),
  /** First rows as they stand in the file. */
  rows: Type.Array(Type.Array(Type.String())),
  /** The same rows as they are understood. */
  lines: Type.Array(PreviewLine),
  bad: Type.Array(BadRow),
})

const Patterns = Type.Optional(Type.Array(Line(80), { minItems: 1, maxItems: 200 }))
const Sign = Type.Optional(OneOf(['negative', 'zero', 'positive'] as const))

/**
 * A rule that tells what a line is. All its conditions must hold; a list holds when one of its patterns
 * fits (`*` any text, `#` a digit). The first rule that fits decides; none: a sale.
 */
export const LineRule = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
  enabled: Type.Boolean(),
  kind: OneOf(lineKinds),
  when: Type.Object({
    document: Patterns,
    itemCode: Patterns,
    itemName: Patterns,
    /** Fits when the code or the name fits. */
    item: Patterns,
    status: Patterns,
    quantity: Sign,
    net: Sign,
    customer: Type.Optional(OneOf(['absent', 'present'] as const)),
  }),
})

export const importEndpoints = {
  upload: endpoint({
    id: 'imports.upload',
    method: 'POST',
    path: inImports,
    summary: 'Hand in a sales file (CSV, TSV, either gzipped, or XLSX). Nothing enters the books yet.',
    access: 'imports.run',
    params: AtBusiness,
    query: Type.Object({ fileName: Type.Optional(Line(200)) }),
    body: 'bytes',
    response: Import,
    status: 201,
  }),
  uploadForm: endpoint({
    id: 'imports.uploadForm',
    method: 'POST',
    path: `${inImports}/form`,
    summary: 'The same from a web form (multipart/form-data); answers with a redirect to the page of the import.',
    access: 'imports.run',
    params: AtBusiness,
    body: 'bytes',
    response: 'bytes',
    status: 200,
  }),
  list: endpoint({
    id: 'imports.list',
    method: 'GET',
    path: inImports,
    summary: 'Imports, newest first.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object(PageQuery),
    response: Page(Import),
    status: 200,
  }),
  read: endpoint({
    id: 'imports.read',
    method: 'GET',
    path: `${inImports}/:import`,
    summary: 'One import and how far it is.',
    access: 'books.read',
    params: AtImport,
    response: Import,
    status: 200,
  }),
  preview: endpoint({
    id: 'imports.preview',
    method: 'POST',
    path: `${inImports}/:import/preview`,
    summary: 'How the file would be read; with a choice, how it would be read that way.',
    access: 'imports.run',
    params: AtImport,
    body: Type.Object({ choice: Type.Optional(ReadingChoice) }),
    response: Preview,
    status: 200,
    example: {},
  }),
  start: endpoint({
    id: 'imports.start',
    method: 'POST',
    path: `${inImports}/:import/start`,
    summary: 'Load the file into the books, read as chosen. The choice is remembered for files of this shape.',
    access: 'imports.run',
    params: AtImport,
    body: Type.Object({ choice: Type.Optional(ReadingChoice) }),
    response: Import,
    status: 202,
    example: {},
  }),
  cancel: endpoint({
    id: 'imports.cancel',
    method: 'POST',
    path: `${inImports}/:import/cancel`,
    summary: 'Stop an import. The books stay as they were before it.',
    access: 'imports.run',
    params: AtImport,
    response: Import,
    status: 200,
  }),
  listProblems: endpoint({
    id: 'imports.listProblems',
    method: 'GET',
    path: `${inImports}/:import/problems`,
    summary: 'Rows that were left out, each with line, column and reason.',
    access: 'books.read',
    params: AtImport,
    query: Type.Object(PageQuery),
    response: Page(BadRow),
    status: 200,
  }),
  problemsFile: endpoint({
    id: 'imports.problemsFile',
    method: 'GET',
    path: `${inImports}/:import/problems.csv`,
    summary: 'The rows that were left out, as a CSV to mend and hand in again.',
    access: 'books.read',
    params: AtImport,
    response: 'bytes',
    status: 200,
  }),
  readRules: endpoint({
    id: 'rules.read',
    method: 'GET',
    path: '/api/v1/businesses/:business/line-rules',
    summary: 'The rules that tell sales from returns, charges and adjustments.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ rules: Type.Array(LineRule), changed: Type.Boolean() }),
    status: 200,
  }),
  writeRules: endpoint({
    id: 'rules.write',
    method: 'PUT',
    path: '/api/v1/businesses/:business/line-rules',
    summary: 'Change the rules. Past imports are read again with them; `null` goes back to the first rules.',
    access: 'settings.manage',
    params: AtBusiness,
    body: Type.Object({ rules: Maybe(Type.Array(LineRule, { maxItems: 100 })) }),
    response: Type.Object({ rules: Type.Array(LineRule), changed: Type.Boolean() }),
    status: 200,
    example: { rules: null },
  }),
} as const
