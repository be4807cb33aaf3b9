// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox'
import { ChartStyle } from './chart.ts'
import { Names } from './names.ts'
import { TaxStyle } from './tax.ts'

const strict = { additionalProperties: false } as const

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Weekday = Type.Integer({ minimum: 0, maximum: 6 })

/** Where a fact comes from and from when to when it holds; `valid_to` is the last day, null when it still holds. */
const dated = {
  valid_from: Day,
  valid_to: Type.Union([Day, Type.Null()]),
  source: Type.String({ minLength: 8 }),
} as const

/** Any row that a date selects. */
export const DatedRow = Type.Object(dated)
export type DatedRow = Static<typeof DatedRow>

/** The week of business: its first day and its days of rest, 0 Sunday to 6 Saturday. */
export const WeekRow = Type.Object({ ...dated, start: Weekday, weekend: Type.Array(Weekday) }, strict)
export type WeekRow = Static<typeof WeekRow>

/** The first day of the year of account. */
export const FiscalYearRow = Type.Object(
  {
    ...dated,
    startMonth: Type.Integer({ minimum: 1, maximum: 12 }),
    startDay: Type.Integer({ minimum: 1, maximum: 31 }),
  },
  strict,
)
export type FiscalYearRow = Static<typeof FiscalYearRow>

/** A word for a power of ten, such as lakh for 5, in full and as it stands in a table. */
export const Scale = Type.Object(
  { power: Type.Integer({ minimum: 1, maximum: 24 }), names: Names, short: Names },
  strict,
)
export type Scale = Static<typeof Scale>

/** How numbers are written. `groups` counts digits from the right, the last size repeating: [3, 2] is 12,34,567. */
export const NumberStyle = Type.Object(
  {
    decimalMark: Type.String({ minLength: 1, maxLength: 1 }),
    groupMark: Type.String({ minLength: 1, maxLength: 1 }),
    groups: Type.Array(Type.Integer({ minimum: 1, maximum: 9 }), { minItems: 1 }),
    /** Words for large amounts, smallest first; a business says "Rs 12.4 lakh". */
    scales: Type.Array(Scale),
  },
  strict,
)
export type NumberStyle = Static<typeof NumberStyle>

/** One kind of telephone number. `national` matches the digits after the trunk prefix. */
export const PhoneKind = Type.Object(
  {
    kind: Type.Union([Type.Literal('mobile'), Type.Literal('landline'), Type.Literal('free'), Type.Literal('other')]),
    national: Type.String({ minLength: 3 }),
    /** How the national digits are spaced on screen; they must add up to every length that matches. */
    groups: Type.Array(Type.Integer({ minimum: 1, maximum: 15 }), { minItems: 1 }),
    example: Type.String({ minLength: 3 }),
  },
  strict,
)
export type PhoneKind = Static<typeof PhoneKind>

export const PhoneStyle = Type.Object(
  {
    countryCode: Type.String({ pattern: '^[1-9]\\d{0,2}$' }),
    /** What one dials before the national digits inside the country; empty when nothing. */
    trunkPrefix: Type.String({ pattern: '^\\d{0,3}$' }),
    /** What one dials before a country code, such as 00. */
    internationalPrefix: Type.String({ pattern: '^\\d{1,4}$' }),
    kinds: Type.Array(PhoneKind, { minItems: 1 }),
    source: Type.String({ minLength: 8 }),
  },
  strict,
)
export type PhoneStyle = Static<typeof PhoneStyle>

/** The identity number of a person: upper-case letters and digits in groups, with an optional check digit. */
export const NationalIdStyle = Type.Object(
  {
    names: Names,
    short: Names,
    /** Characters in each group, such as [5, 7, 1]. */
    groups: Type.Array(Type.Integer({ minimum: 1, maximum: 20 }), { minItems: 1 }),
    separator: Type.String({ maxLength: 1 }),
    /** What the characters without separators must match. */
    pattern: Type.String({ minLength: 3 }),
    /** `mod-11`: the last digit is the sum of digits times their place, modulo 11, modulo 10. `none`: not published. */
    check: Type.Union([Type.Literal('none'), Type.Literal('mod-11')]),
    example: Type.String({ minLength: 3 }),
    source: Type.String({ minLength: 8 }),
  },
  strict,
)
export type NationalIdStyle = Static<typeof NationalIdStyle>

/** A province, territory or other first-level part of the country. */
export const Region = Type.Object(
  { code: Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$' }), names: Names, kind: Type.String({ minLength: 3 }) },
  strict,
)
export type Region = Static<typeof Region>

/** A category offered to a new business. */
export const Category = Type.Object({ id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), names: Names }, strict)
export type Category = Static<typeof Category>

/** A language that the country's screens may offer. */
export const Language = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z]{2,8})*$' }),
    direction: Type.Union([Type.Literal('ltr'), Type.Literal('rtl')]),
    names: Names,
  },
  strict,
)
export type Language = Static<typeof Language>

/** The announced first day of a Hijri month. A month without a row is estimated. */
export const HijriMonthRow = Type.Object(
  {
    year: Type.Integer({ minimum: 1300, maximum: 1600 }),
    month: Type.Integer({ minimum: 1, maximum: 12 }),
    firstDay: Day,
    source: Type.String({ minLength: 8 }),
  },
  strict,
)
export type HijriMonthRow = Static<typeof HijriMonthRow>

/** How the country's Hijri months begin. */
export const HijriStyle = Type.Object(
  {
    /** Days by which the country's month usually follows Umm al-Qura; used where no month is announced. */
    offsetDays: Type.Integer({ minimum: -2, maximum: 2 }),
    offsetSource: Type.String({ minLength: 8 }),
    months: Type.Array(HijriMonthRow),
  },
  strict,
)
export type HijriStyle = Static<typeof HijriStyle>

/** When a holiday falls. */
export const HolidayWhen = Type.Union([
  /** The same day of each Gregorian year. */
  Type.Object(
    {
      type: Type.Literal('fixed'),
      month: Type.Integer({ minimum: 1, maximum: 12 }),
      day: Type.Integer({ minimum: 1, maximum: 31 }),
      days: Type.Integer({ minimum: 1, maximum: 31 }),
    },
    strict,
  ),
  /** The same day of each Hijri year. */
  Type.Object(
    {
      type: Type.Literal('hijri'),
      month: Type.Integer({ minimum: 1, maximum: 12 }),
      day: Type.Integer({ minimum: 1, maximum: 30 }),
      days: Type.Integer({ minimum: 1, maximum: 30 }),
    },
    strict,
  ),
  /** A whole Hijri month. */
  Type.Object({ type: Type.Literal('hijri-month'), month: Type.Integer({ minimum: 1, maximum: 12 }) }, strict),
  /** A weekday of a month, such as the third Tuesday: `nth` 3, `weekday` 2. */
  Type.Object(
    {
      type: Type.Literal('nth-weekday'),
      month: Type.Integer({ minimum: 1, maximum: 12 }),
      weekday: Weekday,
      nth: Type.Integer({ minimum: 1, maximum: 4 }),
      days: Type.Integer({ minimum: 1, maximum: 31 }),
    },
    strict,
  ),
])
export type HolidayWhen = Static<typeof HolidayWhen>

/** `public`: offices close. `religious`: kept by faith, and offices may close. `season`: a time of other habits. */
export const HolidayKind = Type.Union([Type.Literal('public'), Type.Literal('religious'), Type.Literal('season')])
export type HolidayKind = Static<typeof HolidayKind>

/** A holiday or season as the country keeps it between two dates. Several rows may share an id, one after another. */
export const HolidayRow = Type.Object(
  {
    ...dated,
    id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    names: Names,
    kind: HolidayKind,
    when: HolidayWhen,
    /** Days before the first day on which trade already feels it. */
    leadDays: Type.Integer({ minimum: 0, maximum: 60 }),
    /** Days after the last day on which trade still feels it. */
    lagDays: Type.Integer({ minimum: 0, maximum: 60 }),
  },
  strict,
)
export type HolidayRow = Static<typeof HolidayRow>

const Iso3 = Type.String({ pattern: '^[A-Z]{3}$' })
const Degrees = {
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
}
/** Numbers by which trade data name a country; several where they changed. */
const TradeNumbers = Type.Array(Type.String({ pattern: '^[1-9]\\d{0,2}$' }), { minItems: 1 })

/** A country that goods may be sold to; the place is its capital's. */
const AbroadRow = Type.Object(
  { code: Iso3, numbers: TradeNumbers, names: Names, capital: Type.String({ minLength: 2 }), ...Degrees },
  strict,
)

/** What goods from the pack's country pay less duty where. A country without a row on a day: not known. */
const PreferenceRow = Type.Object(
  {
    ...dated,
    id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    names: Names,
    countries: Type.Array(Iso3, { minItems: 1 }),
    /** Of the tariff's lines: `none` says that there is no preference, which is known too. */
    cover: Type.Union([Type.Literal('most'), Type.Literal('some'), Type.Literal('none')]),
    /** What has to be shown for it. */
    proof: Names,
    /** True where the row has to be looked up before anybody relies on it. */
    check: Type.Boolean(),
  },
  strict,
)

/** Selling abroad: the country's own codes and place, the countries that buy, and the preferences it enjoys there. */
const AbroadStyle = Type.Object(
  {
    home: Type.Object({ code: Iso3, numbers: TradeNumbers, ...Degrees }, strict),
    source: Type.String({ minLength: 8 }),
    countries: Type.Array(AbroadRow),
    preferences: Type.Array(PreferenceRow),
  },
  strict,
)

/** A country as data. Every field is required, so that a pack says what it means. */
export const Pack = Type.Object(
  {
    /** Its name in settings and folders. */
    id: Type.String({ pattern: '^[a-z]{2}$' }),
    /** The day its data was last looked over. */
    checkedOn: Day,
    /** True for a country that does not exist. */
    invented: Type.Boolean(),
    /** ISO 3166-1 alpha-2, or a user-assigned code for an invented one. */
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    names: Names,
    languages: Type.Array(Language, { minItems: 1 }),
    defaultLanguage: Type.String(),
    timeZone: Type.String({ minLength: 3 }),
    /** ISO 4217 letters. */
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    /** What stands before an amount in each language. */
    currencySign: Names,
    numbers: NumberStyle,
    /** In what order a date is written with digits, and read when a file leaves it open. */
    dateOrder: Type.Union([Type.Literal('dmy'), Type.Literal('mdy'), Type.Literal('ymd')]),
    weeks: Type.Array(WeekRow, { minItems: 1 }),
    fiscalYears: Type.Array(FiscalYearRow, { minItems: 1 }),
    phone: PhoneStyle,
    nationalId: NationalIdStyle,
    regions: Type.Array(Region),
    categories: Type.Array(Category, { minItems: 1 }),
    /** Null where the country does not keep Hijri months. */
    hijri: Type.Union([HijriStyle, Type.Null()]),
    holidays: Type.Array(HolidayRow),
    /** Urdu for goods and places, by the words that international price and trade series use for them. */
    tradeWords: Type.Record(Type.String(), Type.String()),
    abroad: AbroadStyle,
    tax: TaxStyle,
    chart: ChartStyle,
  },
  strict,
)

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T
export type Pack = DeepReadonly<Static<typeof Pack>>
