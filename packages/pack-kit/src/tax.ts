// SPDX-License-Identifier: Apache-2.0
import { type Static, type TSchema, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Id = Type.String({ pattern: '^[a-z][a-z0-9-]*$' })
const Words = Type.Object({ en: Type.String({ minLength: 1 }), ur: Type.String({ minLength: 1 }) }, strict)
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
/** A whole number as text: money in minor units, quantity in thousandths. */
const Whole = Type.String({ pattern: '^[1-9]\\d{0,17}$' })
const dated = { valid_from: Day, valid_to: orNull(Day), source: Type.String({ minLength: 8 }) } as const

/** An exact fraction as text: "18/100", "143/10000"; "0/1" is a rate of nothing, which is not the same as no tax. */
const Fraction = Type.String({ pattern: '^\\d{1,9}/[1-9]\\d{0,8}$' })

/** How a party stands with the tax office. */
const RegistrationKind = Type.Object(
  {
    id: Id,
    names: Words,
    /** What it means, in a shopkeeper's words. */
    tells: Words,
    /** What the party's tax number must match; null where such a party has none. */
    numberPattern: orNull(Type.String({ minLength: 2 })),
    /** True for the kind taken when nobody has said. At most one for each of the two sides. */
    usual: Type.Object({ party: Type.Boolean(), own: Type.Boolean() }, strict),
  },
  strict,
)

/** What an item is to the tax office: standard, reduced, exempt, taxed on its retail price ... */
const TaxClass = Type.Object(
  {
    id: Id,
    names: Words,
    tells: Words,
    /** True where a tax of this class stands on the price printed on the item. */
    needsRetailPrice: Type.Boolean(),
    /** True for the class of an item of which nobody has said. Exactly one. */
    usual: Type.Boolean(),
  },
  strict,
)

/** Of the base, exactly; or so much for each unit. */
const TaxAmount = Type.Union([
  Type.Object({ type: Type.Literal('rate'), rate: Fraction }, strict),
  Type.Object(
    {
      type: Type.Literal('per-quantity'),
      /** Minor units of the pack's currency for each step. */
      minor: Whole,
      /** The step in thousandths of the item's unit: 1000 is one piece, 12000 a dozen. */
      stepMilli: Whole,
      /** True where a step that has begun counts whole. */
      started: Type.Boolean(),
    },
    strict,
  ),
])

/** A tax on a line of a sale between two dates. Several rows may share a code, each for other items or parties. */
const TaxRow = Type.Object(
  {
    ...dated,
    code: Id,
    names: Words,
    kind: Type.Union([
      Type.Literal('value-added'),
      Type.Literal('further'),
      Type.Literal('excise'),
      Type.Literal('levy'),
    ]),
    amount: TaxAmount,
    /** What the rate stands on, before `on` is added: the line's net, the printed retail price times quantity, or nothing. */
    base: Type.Union([Type.Literal('net'), Type.Literal('retail-price'), Type.Literal('none')]),
    /** Codes of taxes of the same line that are added to the base. They are reckoned first. */
    on: Type.Array(Id),
    /** True where the base already contains this tax, so that nothing is added to the total. */
    included: Type.Boolean(),
    /** Classes of items; one row, one list. */
    classes: Type.Array(Id, { minItems: 1 }),
    /** Kinds of the seller and of the buyer that it is taken from; null: of every one. */
    sellers: orNull(Type.Array(Id, { minItems: 1 })),
    buyers: orNull(Type.Array(Id, { minItems: 1 })),
    /** The smallest step of the amount, in minor units, and which way. Halves go away from zero. */
    rounding: Type.Object(
      { to: Whole, way: Type.Union([Type.Literal('near'), Type.Literal('up'), Type.Literal('down')]) },
      strict,
    ),
    /** True where the row has to be looked up before anybody relies on it. */
    check: Type.Boolean(),
  },
  strict,
)

/** What the payer keeps back of a payment and hands to the tax office in the payee's name. */
const WithholdingRow = Type.Object(
  {
    ...dated,
    code: Id,
    names: Words,
    /** Of the whole payment, or of the value-added tax on it. */
    of: Type.Union([Type.Literal('payment'), Type.Literal('tax')]),
    rate: Fraction,
    what: Type.Union([Type.Literal('goods'), Type.Literal('services'), Type.Literal('exports')]),
    payers: orNull(Type.Array(Id, { minItems: 1 })),
    payees: orNull(Type.Array(Id, { minItems: 1 })),
    /** Nothing is kept back while the payments of the year stay under this; minor units, null for no limit. */
    yearlyFromMinor: orNull(Whole),
    check: Type.Boolean(),
  },
  strict,
)

/** All that a country says of taxes on a sale. A country without them gives empty lists and one class. */
export const TaxStyle = Type.Object(
  {
    registrations: Type.Array(RegistrationKind, { minItems: 1 }),
    classes: Type.Array(TaxClass, { minItems: 1 }),
    rows: Type.Array(TaxRow),
    withholding: Type.Array(WithholdingRow),
  },
  strict,
)
export type TaxStyle = Static<typeof TaxStyle>
