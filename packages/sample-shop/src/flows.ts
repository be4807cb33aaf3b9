// SPDX-License-Identifier: Apache-2.0
import { type Random, seededRandom } from '@resham/base'
import type { Names } from './types.ts'

/** Invented trade of one year. Countries by their three letters; `W00` is the world. */
export type SampleFlow = {
  readonly heading: string
  readonly flow: 'export' | 'import'
  readonly reporter: string
  readonly partner: string
  readonly year: number
  readonly valueUsd: number
  readonly weightKg: number | null
}

const sampleWorld = 'W00'

type Recipe = {
  readonly code: string
  /** Our own words; the official ones come with the data that the operator loads. */
  readonly names: Names
  /** Categories of the sample shop whose goods belong there. */
  readonly categories: readonly string[]
  /** What the largest buyer buys a year, US dollars, and what is paid a kilogram. */
  readonly largest: number
  readonly price: number
}

const recipes: readonly Recipe[] = [
  {
    code: '9506',
    names: { en: 'Sports and gym goods', ur: 'کھیلوں اور ورزش کا سامان' },
    categories: ['Footballs', 'Cricket bats', 'Cricket balls', 'Cricket protection', 'Hockey', 'Shin guards'],
    largest: 9e9,
    price: 12,
  },
  {
    code: '4203',
    names: { en: 'Gloves and clothing of leather', ur: 'چمڑے کے دستانے اور لباس' },
    categories: ['Goalkeeper gloves'],
    largest: 1.6e9,
    price: 38,
  },
  {
    code: '6112',
    names: { en: 'Track suits and swimwear, knitted', ur: 'ٹریک سوٹ اور تیراکی کا لباس، بُنا ہوا' },
    categories: ['Sportswear'],
    largest: 1.1e9,
    price: 22,
  },
]

const firstYear = 2017
/** A few countries have told of their trade only since then. */
const lateYear = 2024

/**
 * Makes up who buys the sample shop's kind of goods, year by year, and what home sells there. Nothing in it is real, and
 * no two countries' figures stand to each other as they do in the world.
 *
 * The same seed gives the same values for ever: a later last year only adds to them.
 *
 * @param options.home         Code of the country that sells.
 * @param options.destinations Codes of those that may buy, in any order.
 */
export function generateSampleFlows(options: {
  readonly seed: number
  readonly home: string
  readonly destinations: readonly string[]
  readonly lastYear: number
}) {
  const flows = recipes.flatMap((recipe) =>
    options.destinations.flatMap((code) => flowsOf(recipe, code, options.home, options.seed, options.lastYear)),
  )
  return {
    invented: true as const,
    headings: recipes.map(({ code, names }) => ({ code, names })),
    choices: recipes.flatMap(({ code, categories }) => categories.map((category) => ({ category, heading: code }))),
    flows,
  }
}

/** One country's purchases: size, growth, price and wildness are its own; a few say little of themselves. */
function flowsOf(recipe: Recipe, code: string, home: string, seed: number, lastYear: number): SampleFlow[] {
  const random = seededRandom(seed + 31 * Number(recipe.code) + hashOf(code))
  // By squares: few countries are large.
  const size = recipe.largest * Math.max(0.0002, random.next() ** 4)
  const growth = 0.04 + 0.06 * random.normal()
  const wild = 0.03 + 0.18 * random.next() ** 2
  const price = recipe.price * Math.exp(0.35 * random.normal())
  const share = 0.002 + 0.12 * random.next() ** 3
  const weighed = random.next() > 0.15
  const begun = random.next() > 0.12 ? firstYear : lateYear
  const out: SampleFlow[] = []
  let drift = 0
  for (let year = firstYear; year <= lastYear; year++) {
    drift = 0.6 * drift + wild * random.normal()
    const paid = price * 1.02 ** (year - firstYear) * Math.exp(0.04 * random.normal())
    const all = size * (1 + growth) ** (year - firstYear) * Math.exp(drift)
    if (year < begun) continue
    const about = { heading: recipe.code, flow: 'import' as const, reporter: code, year }
    out.push({ ...about, partner: sampleWorld, ...weighedAt(all, weighed ? paid : null, random) })
    out.push({ ...about, partner: home, ...weighedAt(all * share, weighed ? paid * 0.8 : null, random) })
  }
  return out
}

function weighedAt(value: number, price: number | null, random: Random) {
  const valueUsd = Math.round(value * (0.99 + 0.02 * random.next()))
  return { valueUsd, weightKg: price === null ? null : Math.max(1, Math.round(valueUsd / price)) }
}

function hashOf(code: string): number {
  let sum = 0
  for (const letter of code) sum = (sum * 131 + letter.charCodeAt(0)) % 1_000_003
  return sum
}
