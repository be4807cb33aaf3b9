// SPDX-License-Identifier: Apache-2.0

/**
 * What a value in a sentence is, so that the catalogue knows how to write it:
 *
 *   name    text of the shop's own, such as an item's name
 *   day     a day number
 *   days    so many days
 *   month   1 to 12
 *   count   a whole number
 *   money   minor units of the books' currency
 *   pieces  so many pieces
 *   share   0 to 1, said as a percentage
 *   ratio   new over old less one, said as a percentage with its sign
 *   times   a multiple, such as 2.5 times as much
 */
export type ValueKind = 'name' | 'day' | 'days' | 'month' | 'count' | 'money' | 'pieces' | 'share' | 'ratio' | 'times'

/**
 * Every sentence that this engine can say, with the values it carries. The words stand in the catalogues.
 * Ratios in `up` and `down` sentences are positive: 0.2 is "a fifth more" in one and "a fifth less" in the other.
 */
export const sentenceCodes = {
  // Things to do: the reason.
  'task.order-stock': { name: 'name', quantity: 'pieces', by: 'day' },
  'task.count-stock-one': { name: 'name' },
  'task.count-stock-many': { items: 'count', share: 'share' },
  'task.ask-customer': { name: 'name', silent: 'days' },
  'task.price-lower': { name: 'name', ratio: 'share', price: 'money' },
  'task.price-higher': { name: 'name', ratio: 'share', price: 'money' },
  'task.slow-stock': { name: 'name', onHand: 'pieces', cover: 'days' },
  'task.slow-stock-unsold': { name: 'name', onHand: 'pieces', since: 'days' },
  'task.look-at-drop': { name: 'name', ratio: 'share' },
  // Why a thing is worth doing.
  'why.may-lose-sales': { worth: 'money' },
  'why.stock-out-chance': { chance: 'share', lead: 'days' },
  'why.runs-out': { expected: 'day', early: 'day' },
  'why.best-sellers': { net: 'money' },
  'why.customer-brings': { net: 'money', orders: 'count' },
  'why.usual-gap': { usual: 'days', silent: 'days' },
  'why.customer-last-order': { day: 'day' },
  'why.price-before': { before: 'money', now: 'money' },
  'why.pieces-change-up': { ratio: 'share' },
  'why.pieces-change-down': { ratio: 'share' },
  'why.money-tied-up': { worth: 'money' },
  'why.sells-a-month': { quantity: 'pieces' },
  'why.net-was-is': { before: 'money', now: 'money' },
  'why.orders-was-is': { before: 'count', now: 'count' },
  // What is unusual.
  'unusual.day-spike': { times: 'times', day: 'day' },
  'unusual.day-collapse': { ratio: 'share', day: 'day' },
  'unusual.item-week-spike': { name: 'name', value: 'pieces', usual: 'pieces' },
  'unusual.item-week-collapse': { name: 'name', value: 'pieces', usual: 'pieces' },
  'unusual.item-week-none': { name: 'name', usual: 'pieces' },
  'unusual.lost-customer': { name: 'name', silent: 'days' },
  'why.day-against-weekday': { value: 'money', usual: 'money' },
  'why.usual-range': { low: 'money', high: 'money' },
  'why.usual-range-pieces': { low: 'pieces', high: 'pieces' },
  'why.one-item-behind': { name: 'name', net: 'money' },
  'why.one-customer-behind': { name: 'name', net: 'money' },
  // Trends: the plain sentence of a chart.
  'trend.new': { first: 'day', net: 'money' },
  'trend.lost': { last: 'day', silent: 'days' },
  'trend.returning': { gap: 'days', net: 'money' },
  'trend.up': { ratio: 'share', net: 'money' },
  'trend.down': { ratio: 'share', net: 'money' },
  'trend.level': { net: 'money' },
  'trend.quiet': { last: 'day' },
  'trend.little': { net: 'money' },
  // Trends: what else there is to say. `share` is of twelve months, `rank` of the last 30 days among `of`.
  'trend.share': { share: 'share', rank: 'count', of: 'count' },
  'trend.last-year-up': { ratio: 'share' },
  'trend.last-year-down': { ratio: 'share' },
  'trend.last-year-level': {},
  'trend.season': { month: 'month' },
  'trend.season-weak': { month: 'month' },
  'trend.no-season': {},
  'trend.next-weeks': { weeks: 'count', mean: 'pieces', low: 'pieces', high: 'pieces' },
  'trend.next-weeks-money': { weeks: 'count', mean: 'money', low: 'money', high: 'money' },
  'trend.steady-week': {},
  'trend.uneven-week': {},
  'trend.climbed': { places: 'count' },
  'trend.slipped': { places: 'count' },
  'trend.usual-gap': { usual: 'days' },
  // The plan: why a line says what it says.
  'plan.expects': { mean: 'pieces', days: 'days' },
  'plan.busy-case': { p90: 'pieces', days: 'days' },
  'plan.reorder-point': { point: 'pieces', service: 'share' },
  'plan.target': { target: 'pieces', days: 'days' },
  'plan.have': { onHand: 'pieces' },
  'plan.have-and-coming': { onHand: 'pieces', onOrder: 'pieces' },
  'plan.sold-since-count': { sold: 'pieces', counted: 'day' },
  'plan.packs': { packs: 'count', size: 'pieces' },
  'plan.minimum': { minimum: 'pieces' },
  'plan.order-now': { chance: 'share', lead: 'days' },
  'plan.order-by': { by: 'day' },
  'plan.enough': { cover: 'days' },
  'plan.enough-unsold': {},
  'plan.too-seldom': {},
  'plan.count-first': { point: 'pieces' },
  'plan.rough-average': { weeks: 'count' },
  'plan.no-demand': {},
  'plan.cost-estimated': { share: 'share' },
  // What a budget buys first.
  'budget.all': { quantity: 'pieces' },
  'budget.part': { quantity: 'pieces', wanted: 'pieces' },
} as const satisfies Record<string, Readonly<Record<string, ValueKind>>>

/** Every code there is. */
export type SentenceCode = keyof typeof sentenceCodes

type ValueOf<K extends ValueKind> = K extends 'name' ? string : number
type ValuesOf<C extends SentenceCode> = {
  readonly [V in keyof (typeof sentenceCodes)[C]]: ValueOf<(typeof sentenceCodes)[C][V] & ValueKind>
}

/** Something to be said in the reader's language: which sentence, and what it names. */
export type Sentence = {
  readonly code: SentenceCode
  readonly values: Readonly<Record<string, string | number>>
}

/** Makes a sentence; the compiler checks that it carries what the catalogue will ask for. */
export function sentence<C extends SentenceCode>(code: C, values: ValuesOf<C>): Sentence {
  return { code, values: values as Readonly<Record<string, string | number>> }
}
