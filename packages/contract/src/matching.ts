// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Empty, Id, Maybe, MoneyAmount, OneOf } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)
const AtLine = Type.Object({ ...businessParam, line: Id })

/** What a line of a statement may be. */
export const matchKinds = ['settles', 'advance', 'nothing'] as const

/** Codes of why; the words are `match.why.<code>`. */
export const matchReasons = [
  'amount-equal',
  'amount-less-withheld',
  'amount-less-fee',
  'amounts-add-up',
  'part-of-amount',
  'oldest-first',
  'nothing-open-fits',
  'reference-found',
  'name-like',
  'name-other',
  'payer-known',
  'account-known',
  'near-usual-day',
  'usual-deduction',
  'usually-nothing',
] as const

/** One reason with the figures that its sentence names. */
const MatchReason = Type.Object({
  code: OneOf(matchReasons),
  amount: Type.Optional(MoneyAmount),
  count: Type.Optional(Type.Integer()),
  text: Type.Optional(Type.String()),
})

const MatchPart = Type.Object({
  documentId: Id,
  kind: Type.String(),
  number: Maybe(Type.String()),
  day: Day,
  dueDay: Maybe(Day),
  /** What is open of it now, and how much of that is settled. */
  open: MoneyAmount,
  amount: MoneyAmount,
})

export const MatchSuggestion = Type.Object({
  kind: OneOf(matchKinds),
  partyId: Maybe(Id),
  partyName: Maybe(Type.String()),
  parts: Type.Array(MatchPart),
  withheld: MoneyAmount,
  fee: MoneyAmount,
  /** Left over: money of the party that settles nothing yet. */
  rest: MoneyAmount,
  deduction: Maybe(Type.String()),
  /** Probability, 0 to 1. */
  score: Type.Number(),
  reasons: Type.Array(MatchReason),
})

export const MatchLine = Type.Object({
  id: Id,
  moneyAccountId: Id,
  day: Day,
  direction: OneOf(['in', 'out'] as const),
  amount: MoneyAmount,
  payer: Type.String(),
  narrative: Type.String(),
  /** So sure, by two kinds of evidence, that it may be booked without asking. */
  automatic: Type.Boolean(),
  suggestions: Type.Array(MatchSuggestion),
})

const Outcome = Type.Object({
  lineId: Id,
  state: OneOf(['open', 'matched', 'set-aside'] as const),
  paymentId: Maybe(Id),
})

export const matchingEndpoints = {
  list: endpoint({
    id: 'matching.list',
    method: 'GET',
    path: `${inBusiness}/matching`,
    summary:
      'Open lines of statements, oldest first, with what each may be and why. At most 200 are looked at together.',
    access: 'money.read',
    params: AtBusiness,
    query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })) }),
    response: Type.Object({
      /** Lines looked at; 200 may mean more. */
      open: Type.Integer(),
      automatic: Type.Integer(),
      items: Type.Array(MatchLine),
    }),
    status: 200,
  }),
  confirm: endpoint({
    id: 'matching.confirm',
    method: 'POST',
    path: `${inBusiness}/matching/:line/confirmation`,
    summary: 'A person says what the line is: the payment is recorded, settles the papers named, and teaches the next.',
    access: 'money.write',
    params: AtLine,
    body: Type.Object({
      partyId: Type.Optional(Maybe(Id)),
      parts: Type.Array(Type.Object({ documentId: Id, amount: MoneyAmount }), { maxItems: 200 }),
      withheld: Type.Optional(MoneyAmount),
      fee: Type.Optional(MoneyAmount),
      deduction: Type.Optional(Maybe(Type.String({ maxLength: 40 }))),
    }),
    response: Outcome,
    status: 201,
  }),
  confirmAutomatic: endpoint({
    id: 'matching.confirmAutomatic',
    method: 'POST',
    path: `${inBusiness}/matching/automatic`,
    summary: 'Record every line that is sure enough to need no asking.',
    access: 'money.write',
    params: AtBusiness,
    body: Empty,
    response: Type.Object({ confirmed: Type.Integer() }),
    status: 200,
  }),
  dismiss: endpoint({
    id: 'matching.dismiss',
    method: 'POST',
    path: `${inBusiness}/matching/:line/dismissal`,
    summary: 'The line pays no paper: it is set aside, and such lines are expected to be the same.',
    access: 'money.write',
    params: AtLine,
    body: Empty,
    response: Outcome,
    status: 200,
  }),
  undo: endpoint({
    id: 'matching.undo',
    method: 'POST',
    path: `${inBusiness}/matching/:line/undo`,
    summary: 'Take back what was said of a line: its payment is cancelled, the papers and the line are open again.',
    access: 'money.write',
    params: AtLine,
    body: Empty,
    response: Outcome,
    status: 200,
  }),
} as const
