// SPDX-License-Identifier: Apache-2.0
import type { ListedItem } from '@resham/contract'
import type { Static } from 'typebox'
import { milliOf, minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { textOf } from '#lib/problem.ts'

type Step = Static<typeof ListedItem>['prices'][number]

/** Rows of the form: the prices there are, and one more. */
export function rowsOf(prices: readonly Step[]): readonly { readonly from: string; readonly price: string }[] {
  const there = prices.map(({ fromQuantityMilli, price }) => ({
    from: fromQuantityMilli === 0 ? '' : String(fromQuantityMilli / 1000),
    price: typedPrice(price),
  }))
  return [...there, { from: '', price: '' }]
}

/** A price a unit in plain digits, for a field that a person edits. */
export function typedPrice({ thousandths, currency }: Step['price']): string {
  const places = decimalsOf(currency) + 3
  const figures = thousandths.padStart(places + 1, '0')
  return `${figures.slice(0, -places)}.${figures.slice(-places)}`.replace(/\.?0+$/, '')
}

/** A price a unit from what was typed; undefined when it is no amount. */
export function priceFrom(typed: string, currency: string): Step['price'] | undefined {
  const thousandths = minorOf(typed, decimalsOf(currency) + 3)
  return thousandths === undefined ? undefined : { thousandths, currency }
}

/** The prices of an item as typed, a row without a price left out; a number when that row is no amount. */
export function pricesOf(form: FormData, currency: string): readonly Step[] | number {
  const steps: Step[] = []
  for (let n = 0; form.has(`price-${n}`); n += 1) {
    const typed = textOf(form, `price-${n}`)
    if (typed === '') continue
    const price = priceFrom(typed, currency)
    const from = textOf(form, `from-${n}`)
    const fromQuantityMilli = from === '' ? 0 : milliOf(from)
    if (price === undefined || fromQuantityMilli === undefined || fromQuantityMilli < 0) return n
    steps.push({ fromQuantityMilli, price })
  }
  return steps
}
