// SPDX-License-Identifier: Apache-2.0

/**
 * How a value in a sentence is to be written.
 *
 *   money   minor units of the books' currency     pieces  units of the item
 *   count   a whole number                          share   a fraction of one, such as 0.12 for 12 %, may be negative
 *   day     a day number                            days    a number of days
 *   month   1 to 12                                 text    a name or a code
 */
export type ValueKind = 'money' | 'pieces' | 'count' | 'share' | 'day' | 'days' | 'month' | 'text'

/** Every sentence this engine can ask for, with the values it names. A catalogue has exactly these codes. */
export const SENTENCES = {
  // One line for a chart. `up`, `down`: a share, always positive.
  'trend.nothing': {},
  'trend.level-pieces': { perWeek: 'pieces' },
  'trend.level-pieces-up': { perWeek: 'pieces', by: 'share' },
  'trend.level-pieces-down': { perWeek: 'pieces', by: 'share' },
  'trend.level-money': { perWeek: 'money' },
  'trend.level-money-up': { perWeek: 'money', by: 'share' },
  'trend.level-money-down': { perWeek: 'money', by: 'share' },
  // More about it.
  'trend.new': { firstDay: 'day' },
  'trend.lost': { lastDay: 'day', silentDays: 'days', usualGapDays: 'days' },
  'trend.returning': { lastDay: 'day', usualGapDays: 'days' },
  'trend.season': { month: 'month', by: 'share' },
  'trend.season-weak': { month: 'month', by: 'share' },
  'trend.share': { share: 'share', rank: 'count' },
  'trend.varies-much': { cv: 'share' },
  // The first page.
  'today.level': { net: 'money', orders: 'count' },
  'today.up': { net: 'money', by: 'share' },
  'today.down': { net: 'money', by: 'share' },
  'today.alike': { net: 'money' },
  // Unusual.
  'unusual.spike': { value: 'money', usual: 'money', times: 'count' },
  'unusual.collapse': { value: 'money', usual: 'money', by: 'share' },
  'unusual.lost-customer': { silentDays: 'days', usualGapDays: 'days', usual: 'money' },
  'unusual.same-weekday': { weeks: 'count', usual: 'money', spread: 'money' },
  'unusual.selling-days': { sellingDays: 'count', usual: 'money', spread: 'money' },
  'unusual.pieces-that-day': { quantity: 'pieces', orders: 'count' },
  'unusual.share-of-year': { net: 'money', share: 'share' },
  // Tasks.
  'task.order-now': { quantity: 'pieces', runsOut: 'day', leadTimeDays: 'days' },
  'task.order-soon': { quantity: 'pieces', orderBy: 'day' },
  'task.order-out': { quantity: 'pieces', leadTimeDays: 'days' },
  'task.count-stock': { items: 'count', perWeek: 'money' },
  'task.ask-customer': { silentDays: 'days', usualGapDays: 'days' },
  'task.price-up-sales-down': { priceBy: 'share', salesBy: 'share' },
  'task.price-down-no-gain': { priceBy: 'share', salesBy: 'share' },
  'task.slow-stock': { onHand: 'pieces', months: 'count', idle: 'money' },
  'task.look-at-drop': { by: 'share', net: 'money', then: 'money' },
  'task.worth-lost-margin': { worth: 'money' },
  'task.worth-lost-sales': { worth: 'money', days: 'days' },
  'task.price-was-is': { was: 'money', is: 'money' },
  'task.pieces-was-is': { was: 'pieces', is: 'pieces' },
  'task.customer-brought': { net: 'money', lastDay: 'day' },
  'task.also-against-last-year': { by: 'share' },
  'task.weekly-sales-uncounted': { name: 'text', perWeek: 'money' },
  // Lines of the plan.
  'plan.demand': { days: 'days', mean: 'pieces', low: 'pieces', high: 'pieces' },
  'plan.demand-seldom': { days: 'days', mean: 'pieces', high: 'pieces' },
  'plan.days': { leadTimeDays: 'days', reviewDays: 'days' },
  'plan.target-cycle': { target: 'pieces', safety: 'pieces', service: 'share' },
  'plan.target-fill': { target: 'pieces', safety: 'pieces', service: 'share' },
  'plan.stock': { onHand: 'pieces', onOrder: 'pieces' },
  'plan.stock-unknown': { target: 'pieces' },
  'plan.runs-out': { expected: 'day', early: 'day' },
  'plan.lasts-long': { days: 'days' },
  'plan.chance': { chance: 'share' },
  'plan.rounded': { needed: 'pieces', quantity: 'pieces', packSize: 'pieces', minimumOrder: 'pieces' },
  'plan.cost-estimated': { unitCost: 'money', price: 'money' },
  'plan.enough': { target: 'pieces', position: 'pieces' },
  // Lines of a budget.
  'budget.whole': { worth: 'money' },
  'budget.part': { quantity: 'pieces', of: 'pieces', worth: 'money' },
  'budget.left-less-worth': { worth: 'money', perHundred: 'count' },
  'budget.left-too-dear': { cost: 'money', left: 'money' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ValueKind>>>>

export type SentenceCode = keyof typeof SENTENCES

type ValuesOf<Code extends SentenceCode> = {
  readonly [Name in keyof (typeof SENTENCES)[Code]]: (typeof SENTENCES)[Code][Name] extends 'text' ? string : number
}

/** Something to be said in the reader's language: the catalogue's code and the values it names. */
export type Sentence = { readonly code: SentenceCode; readonly values: Readonly<Record<string, string | number>> }

/** Makes a sentence; the compiler holds its values to the code. */
export function say<Code extends SentenceCode>(code: Code, values: ValuesOf<Code>): Sentence {
  return { code, values: values as Readonly<Record<string, string | number>> }
}
