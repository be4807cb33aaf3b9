// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Day, Instant, Line, Maybe, PageQuery, pageFields } from './primitives.ts'

const inRates = '/api/v1/businesses/:business/rates'

/** Home currency for one unit of the foreign one, both in major units: exact decimal text. */
export const ExchangeRate = Type.Object({
  currency: Currency,
  day: Day,
  rate: Type.String(),
  /** `typed`, `bank` or `ecb`. */
  source: Type.String(),
  reason: Maybe(Type.String()),
  madeAt: Instant,
})

export const ratesEndpoints = {
  latest: endpoint({
    id: 'rates.latest',
    method: 'GET',
    path: inRates,
    summary: 'The latest rate of each currency.',
    access: 'money.read',
    params: Type.Object(businessParam),
    response: Type.Object({ currency: Currency, items: Type.Array(ExchangeRate) }),
    status: 200,
  }),
  list: endpoint({
    id: 'rates.list',
    method: 'GET',
    path: `${inRates}/:currency`,
    summary: 'Rates of a currency, newest first.',
    access: 'money.read',
    params: Type.Object({ ...businessParam, currency: Currency }),
    query: Type.Object(PageQuery),
    response: Type.Object(pageFields(ExchangeRate)),
    status: 200,
  }),
  type: endpoint({
    id: 'rates.type',
    method: 'PUT',
    path: `${inRates}/:currency/:day`,
    summary: 'A rate of one’s own for a day; it goes before that of any file.',
    access: 'money.write',
    params: Type.Object({
      ...businessParam,
      currency: Type.String({ pattern: '^[A-Z]{3}$', examples: ['USD'] }),
      day: Day,
    }),
    body: Type.Object({ rate: Type.String({ maxLength: 40 }), reason: Type.Optional(Line(200)) }),
    response: ExchangeRate,
    status: 200,
    example: { rate: '281.5', reason: 'As the bank wrote it' },
  }),
  importFile: endpoint({
    id: 'rates.importFile',
    method: 'POST',
    path: `${inRates}/file`,
    summary: 'Rates from a file: a bank’s table (currency, buying, selling) or the European Central Bank’s file.',
    access: 'money.write',
    params: Type.Object(businessParam),
    /** The day of a table that names none. */
    query: Type.Object({ day: Type.Optional(Day) }),
    body: 'bytes',
    response: Type.Object({
      kind: Type.String(),
      read: Type.Integer(),
      kept: Type.Integer(),
      /** Days whose rates need the euro's rate at home, which is not known. */
      withoutBridge: Type.Integer(),
      bad: Type.Array(Type.Object({ lineNo: Type.Integer(), reason: Type.String(), cell: Type.String() })),
    }),
    status: 200,
  }),
} as const
