// SPDX-License-Identifier: Apache-2.0
import { type TSchema, Type } from 'typebox'

/** An id made in the application (UUID version 7), or derived from content (version 8). */
export const Id = Type.String({ format: 'uuid', examples: ['0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10'] })

/** A day of business. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-11-24'] })

/** An instant, UTC. */
export const Instant = Type.String({ format: 'date-time', examples: ['2026-11-24T09:30:00.000Z'] })

/** ISO 4217 letters. */
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', examples: ['XTS'] })

/** Exact money: whole minor units as text, with its currency. */
export const MoneyAmount = Type.Object(
  { minor: Type.String({ pattern: '^-?\\d{1,30}$' }), currency: Currency },
  { examples: [{ minor: '124000000', currency: 'XTS' }] },
)

/** Price of one unit, finer than money can be paid: whole thousandths of a minor unit as text, with its currency. */
export const UnitPrice = Type.Object(
  { thousandths: Type.String({ pattern: '^\\d{1,30}$' }), currency: Currency },
  { examples: [{ thousandths: '1250000', currency: 'XTS' }] },
)

/** Text that a person typed, on one line. */
export function Line(maxLength: number, minLength = 1): ReturnType<typeof Type.String> {
  return Type.String({ minLength, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
}

/** Two languages side by side; data that carries its own words (pack rows, sample shop). */
export const Bilingual = Type.Object({ en: Type.String(), ur: Type.String() })

/** What a page of a list may be asked for. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
}

/** The fields of a page of a list; `next` is the cursor of the page after, null at the end. */
export function pageFields<T extends TSchema>(item: T) {
  return { items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) }
}

/** A page of a list. */
export function Page<T extends TSchema>(item: T) {
  return Type.Object(pageFields(item))
}

/** A value or null. */
export function Maybe<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** One of a frozen list of words. */
export function OneOf<const T extends readonly string[]>(words: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words] })
}

/** What a normal "cannot say" looks like on the wire. */
export const DeclinedReply = Type.Object({
  kind: Type.Literal('declined'),
  reason: Type.String(),
  needed: Type.Optional(Type.Number()),
  got: Type.Optional(Type.Number()),
})

/** Nothing to say. */
export const Empty = Type.Object({})
