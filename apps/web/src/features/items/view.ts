// SPDX-License-Identifier: Apache-2.0
import type { Item } from '@resham/contract'
import type { Static } from 'typebox'
import { priceInWords } from '#lib/features/deal/view.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

export type ItemReply = Static<typeof Item>

/** An item as a row of the list: its one figure is the stock that was typed, else the price. */
export function itemRow(item: ItemReply, slug: string, words: Words) {
  const { onHandMilli } = item.supply
  const price = item.price ? priceInWords(item.price, words) : null
  return {
    name: item.name,
    note: [onHandMilli === null ? null : price, item.code, item.category]
      .filter((part) => part && part !== item.name)
      .join(' · '),
    amount:
      onHandMilli === null
        ? (price ?? words.t('items.notCounted'))
        : words.t('items.inStock', { quantity: words.quantity(onHandMilli) }),
    href: `/${slug}/items/${item.id}`,
    find: [item.name, item.code, item.barcode, item.category].filter(Boolean).join(' '),
  }
}

/** The facts of an item. @param movedMilli Its stock once it has moved; null before. */
export function itemFacts(
  item: ItemReply,
  movedMilli: number | null,
  words: Words,
): readonly (readonly [string, string])[] {
  const onHandMilli = movedMilli ?? item.supply.onHandMilli
  const facts: (readonly [string, string])[] = [
    [words.t('items.price'), item.price ? priceInWords(item.price, words) : words.t('items.noPrice')],
    [
      words.t('items.stock'),
      onHandMilli === null
        ? words.t('items.notCounted')
        : words.t('items.inStock', { quantity: words.quantity(onHandMilli) }),
    ],
    [words.t('items.code'), item.code],
  ]
  if (item.barcode) facts.push([words.t('items.barcode'), item.barcode])
  for (const [name, value] of Object.entries({ ...item.options, ...item.attributes })) {
    const key = `items.option.${name}`
    facts.push([isKey(key) ? words.t(key) : name, value])
  }
  if (item.firstDay) facts.push([words.t('trends.fact.first'), words.day(item.firstDay)])
  if (item.lastDay) facts.push([words.t('trends.fact.last'), words.day(item.lastDay)])
  return facts
}

/** Thousandths as a field shows them; nothing when unknown. */
export function typedMilli(milli: number | null): string {
  return milli === null ? '' : String(milli / 1000)
}
