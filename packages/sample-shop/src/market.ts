// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, dayNumberOfParts, type PlainDate, type Random, seededRandom, toDayNumber } from '@resham/base'
import { currency, homeCountry } from './place.ts'
import type { Names, ShopHoliday } from './types.ts'

/** One invented series of the market that the sample shop lives in. */
export type SampleSeries = {
  readonly key: string
  readonly name: Names
  readonly kind: 'price' | 'trade' | 'rate' | 'harvest' | 'index'
  readonly frequency: 'week' | 'month' | 'year'
  readonly unit: string | null
  readonly currency: string | null
  readonly perCurrency: string | null
  readonly place: string | null
  readonly commodity: string | null
  /** First day of each period, ascending. */
  readonly days: readonly DayNumber[]
  readonly values: readonly number[]
}

/** What a series is made from. Factors of a month of the year are January first. */
type Recipe = Omit<SampleSeries, 'days' | 'values'> & {
  readonly start: number
  /** Growth a year: 0.1 is a tenth. */
  readonly growth: number
  readonly season?: readonly number[]
  /** Size of what nobody can foresee, a period. */
  readonly noise: number
  /** From a month on (months since January 2019) the level is another one. */
  readonly steps?: readonly (readonly [month: number, factor: number])[]
  /** One month stands out: month since January 2019, and how far. */
  readonly odd?: readonly [month: number, factor: number]
  /** What a wholly fasting month does. */
  readonly ramadan?: number
  /** Years without values after this one: the series has ended. */
  readonly lastYear?: number
}

const firstYear = 2019
const foreign = 'USD'
const plain = { unit: null, currency: null, perCurrency: null, place: null, commodity: null } as const
const sialkot = { currency, place: 'Sialkot' } as const
const goods = 'Sports goods'

const recipes: readonly Recipe[] = [
  {
    ...plain,
    ...sialkot,
    key: 'leather',
    name: { en: 'Football leather, Sialkot', ur: 'فٹ بال کا چمڑا، سیالکوٹ' },
    kind: 'price',
    frequency: 'month',
    unit: 'sq ft',
    commodity: 'Leather',
    start: 180,
    growth: 0.14,
    noise: 0.02,
    steps: [[41, 1.22]],
    season: [1, 1, 1, 1, 1, 0.98, 0.94, 0.93, 0.97, 1.02, 1.06, 1.1],
  },
  {
    ...plain,
    ...sialkot,
    key: 'rubber-bladder',
    name: { en: 'Rubber bladder size 5, Sialkot', ur: 'ربڑ کا بلیڈر سائز 5، سیالکوٹ' },
    kind: 'price',
    frequency: 'month',
    unit: 'piece',
    commodity: 'Rubber',
    start: 95,
    growth: 0.11,
    noise: 0.025,
    steps: [[52, 0.88]],
  },
  {
    ...plain,
    ...sialkot,
    key: 'willow',
    name: { en: 'English willow cleft, Sialkot', ur: 'انگلش ولو کی لکڑی، سیالکوٹ' },
    kind: 'price',
    frequency: 'month',
    unit: 'piece',
    commodity: 'Willow',
    start: 3200,
    growth: 0.16,
    noise: 0.02,
    season: [1.05, 1.06, 1.03, 1, 0.98, 0.96, 0.95, 0.96, 0.98, 1, 1.01, 1.02],
    odd: [70, 1.35],
  },
  {
    ...plain,
    ...sialkot,
    key: 'cotton-yarn',
    name: { en: 'Cotton yarn 20s, Faisalabad', ur: 'سوتی دھاگا 20، فیصل آباد' },
    place: 'Faisalabad',
    kind: 'price',
    frequency: 'week',
    unit: 'KG',
    commodity: 'Cotton yarn',
    start: 410,
    growth: 0.12,
    noise: 0.012,
    season: [1.02, 1.03, 1.04, 1.04, 1.03, 1.01, 0.99, 0.97, 0.95, 0.96, 0.98, 1],
  },
  {
    ...plain,
    ...sialkot,
    key: 'diesel',
    name: { en: 'Diesel, Sialkot', ur: 'ڈیزل، سیالکوٹ' },
    kind: 'price',
    frequency: 'week',
    unit: 'L',
    commodity: 'Diesel',
    start: 112,
    growth: 0.13,
    noise: 0.009,
    steps: [[42, 1.28]],
  },
  {
    ...plain,
    ...sialkot,
    key: 'sugar',
    name: { en: 'Sugar, Sialkot', ur: 'چینی، سیالکوٹ' },
    kind: 'price',
    frequency: 'month',
    unit: 'KG',
    commodity: 'Sugar',
    start: 68,
    growth: 0.12,
    noise: 0.015,
    ramadan: 0.07,
    season: [0.96, 0.95, 0.96, 0.98, 1, 1.02, 1.03, 1.04, 1.04, 1.03, 1, 0.98],
  },
  {
    ...plain,
    key: 'exports-world',
    name: { en: 'Exports of sports goods to the world', ur: 'کھیلوں کے سامان کی برآمد، پوری دنیا' },
    kind: 'trade',
    frequency: 'month',
    currency: foreign,
    commodity: goods,
    start: 26_000_000,
    growth: 0.05,
    noise: 0.05,
    season: [0.95, 0.94, 1.02, 1.04, 1.06, 1.05, 0.98, 0.95, 0.97, 1.01, 1.02, 1.01],
    odd: [15, 0.45],
  },
  {
    ...plain,
    key: 'exports-germany',
    name: { en: 'Exports of sports goods to Germany', ur: 'کھیلوں کے سامان کی برآمد، جرمنی' },
    place: 'Germany',
    kind: 'trade',
    frequency: 'month',
    currency: foreign,
    commodity: goods,
    start: 3_400_000,
    growth: 0.03,
    noise: 0.08,
    season: [0.9, 0.95, 1.1, 1.15, 1.12, 1.05, 0.95, 0.9, 0.92, 0.98, 1, 0.98],
  },
  {
    ...plain,
    key: 'exports-uk',
    name: { en: 'Exports of sports goods to the United Kingdom', ur: 'کھیلوں کے سامان کی برآمد، برطانیہ' },
    place: 'United Kingdom',
    kind: 'trade',
    frequency: 'month',
    currency: foreign,
    commodity: goods,
    start: 2_900_000,
    growth: 0.07,
    noise: 0.08,
    season: [1.02, 1.1, 1.14, 1.1, 1.02, 0.95, 0.9, 0.9, 0.93, 0.96, 1, 0.98],
  },
  {
    ...plain,
    key: 'dollar',
    name: { en: 'Rupees for a dollar', ur: 'ڈالر کا بھاؤ' },
    kind: 'rate',
    frequency: 'month',
    currency,
    perCurrency: foreign,
    start: 140,
    growth: 0.09,
    noise: 0.012,
    steps: [[43, 1.15]],
  },
  {
    ...plain,
    key: 'consumer-prices',
    name: { en: 'Consumer price index', ur: 'صارف قیمتوں کا اشاریہ' },
    kind: 'index',
    frequency: 'month',
    start: 100,
    growth: 0.12,
    noise: 0.003,
  },
  {
    ...plain,
    key: 'cotton-harvest',
    name: { en: 'Cotton harvest', ur: 'کپاس کی پیداوار' },
    kind: 'harvest',
    frequency: 'year',
    unit: '1000 t',
    commodity: 'Cotton',
    start: 1500,
    growth: -0.01,
    noise: 0.07,
    lastYear: 2022,
  },
]

/**
 * Makes up the market around the sample shop: prices of what it buys, exports of what it makes, a rate, a price index
 * and a harvest that has ended. Nothing in it is real.
 *
 * The same seed gives the same values for ever: a later last day only adds to them.
 *
 * @param options.holidays Those of the country, for the months of fasting.
 */
export function generateSampleMarket(options: {
  readonly seed: number
  readonly lastDay: PlainDate
  readonly holidays: readonly ShopHoliday[]
}): { readonly invented: true; readonly region: string; readonly series: readonly SampleSeries[] } {
  const last = toDayNumber(options.lastDay)
  const series = recipes.map((recipe, place) => {
    const { start, growth, season, noise, steps, odd, ramadan, lastYear, ...about } = recipe
    const random = seededRandom(options.seed + 101 * (place + 1))
    const end = lastYear === undefined ? last : Math.min(last, dayNumberOfParts(lastYear, 12, 31))
    const days = periodsUntil(about.frequency, end)
    return { ...about, days, values: valuesOf(recipe, days, random, options.holidays) }
  })
  return { invented: true, region: homeCountry, series }
}

/** First days of the whole periods that have ended by a day. */
function periodsUntil(frequency: SampleSeries['frequency'], end: DayNumber): DayNumber[] {
  const days: DayNumber[] = []
  if (frequency === 'week') {
    for (let day = dayNumberOfParts(firstYear, 1, 7); day + 6 <= end; day += 7) days.push(day)
    return days
  }
  // Harvests are told over more years than prices.
  const step = frequency === 'year' ? 12 : 1
  for (let month = frequency === 'year' ? -15 * 12 : 0; monthStart(month + step) <= end + 1; month += step)
    days.push(monthStart(month))
  return days
}

function monthStart(month: number): DayNumber {
  return dayNumberOfParts(firstYear + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1)
}

function valuesOf(
  recipe: Recipe,
  days: readonly DayNumber[],
  random: Random,
  holidays: readonly ShopHoliday[],
): number[] {
  const origin = dayNumberOfParts(firstYear, 1, 1)
  let drift = 0
  return days.map((day) => {
    // What nobody can foresee stays for a while: prices remember.
    drift = 0.85 * drift + recipe.noise * random.normal()
    const years = (day - origin) / 365.25
    const month = Math.floor(years * 12 + 1e-9)
    const ofYear = new Date(day * 86_400_000).getUTCMonth()
    let value = recipe.start * (1 + recipe.growth) ** years * Math.exp(drift) * (recipe.season?.[ofYear] ?? 1)
    for (const [from, factor] of recipe.steps ?? []) if (month >= from) value *= factor
    if (recipe.odd && recipe.odd[0] === month) value *= recipe.odd[1]
    if (recipe.ramadan) value *= 1 + recipe.ramadan * fastingShare(day, holidays)
    return round(value)
  })
}

/** Share of a month's thirty days that are of fasting. */
function fastingShare(day: DayNumber, holidays: readonly ShopHoliday[]): number {
  const fasts = holidays.filter(({ id }) => /ramadan/.test(id))
  const days = fasts.map(({ from, to }) => Math.min(toDayNumber(to), day + 29) - Math.max(toDayNumber(from), day) + 1)
  return days.reduce((sum, count) => sum + Math.max(0, count), 0) / 30
}

/** Three figures and a half: as people write prices. */
function round(value: number): number {
  return Number(value.toPrecision(4))
}
