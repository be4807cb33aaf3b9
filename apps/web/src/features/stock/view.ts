// SPDX-License-Identifier: Apache-2.0
import type { buyingEndpoints, ReplyOf, stockEndpoints } from '@resham/contract'
import { unitInWords } from '#lib/features/plan/view.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

export type StockPage = ReplyOf<typeof stockEndpoints.list>
export type StockRow = StockPage['items'][number]
export type ItemStockReply = ReplyOf<typeof stockEndpoints.item>
type Move = ItemStockReply['moves'][number]
type Place = { readonly name: string; readonly kind: string }

/** The name of a place; the first one has a word until a person names it. */
export function placeInWords({ name, kind }: Place, words: Words): string {
  if (kind === 'transit' || name === 'transit') return words.t('stock.place.transit')
  return name === '' ? words.t('stock.place.first') : name
}

/** So many pieces, with their unit. */
export function quantityInWords(milli: number, unit: string | null, words: Words): string {
  const sign = milli < 0 ? '−' : ''
  return `${sign}${words.quantity(Math.abs(milli))}${unit ? ` ${unitInWords(unit, words)}` : ''}`
}

/** A row of the list: what is in stock, and what is remarkable about it. */
export function stockRow(row: StockRow, slug: string, words: Words) {
  const notes = [
    ...(row.onHandMilli < 0 ? [words.t('stock.belowZero')] : row.isLow ? [words.t('stock.low')] : []),
    ...(row.reservedMilli > 0 ? [words.t('stock.reserved', { quantity: words.quantity(row.reservedMilli) })] : []),
    ...(row.expiresOn ? [words.t('stock.expires', { day: words.day(row.expiresOn) })] : []),
  ]
  return {
    name: row.name,
    note: notes.join(' · ') || row.code,
    find: `${row.name} ${row.code}`,
    amount: quantityInWords(row.onHandMilli, row.unit, words),
    mood: row.onHandMilli < 0 ? ('bad' as const) : ('plain' as const),
    href: `/${slug}/stock/${row.itemId}`,
  }
}

/** A move: what happened where and when, and how many. */
export function moveRow(move: Move, item: { readonly unit: string | null }, words: Words) {
  const reason = `stock.reason.${move.reason}`
  const parts = [
    words.day(move.day),
    placeInWords({ name: move.place, kind: '' }, words),
    ...(move.lot ? [words.t('stock.lot', { code: move.lot })] : []),
    ...(move.reason && isKey(reason) ? [words.t(reason)] : []),
    ...(move.belowZero ? [words.t('stock.belowZero')] : []),
  ]
  const sign = move.quantityMilli > 0 ? '+' : ''
  return {
    name: words.t(`stock.move.${move.kind}`),
    note: parts.join(' · '),
    amount:
      move.kind === 'cost'
        ? words.moneyShort(move.value)
        : sign + quantityInWords(move.quantityMilli, item.unit, words),
    mood: move.belowZero ? ('bad' as const) : ('plain' as const),
  }
}

/** What is known of an item's stock, name by name. */
export function stockFacts(
  item: ItemStockReply,
  lead: ReplyOf<typeof buyingEndpoints.leadTime>,
  words: Words,
): [string, string][] {
  const { t } = words
  const { learnt } = lead
  const isUnpriced = item.onHandMilli > 0 && item.value.minor === '0'
  return [
    [t('stock.free'), quantityInWords(item.onHandMilli - item.reservedMilli, item.unit, words)],
    ...(lead.onOrderMilli > 0
      ? [[t('stock.onOrder'), quantityInWords(lead.onOrderMilli, item.unit, words)] as [string, string]]
      : []),
    [t('stock.worth'), isUnpriced ? t('stock.cost.unknown') : words.moneyFull(item.value)],
    ...(item.averageCost && !isUnpriced
      ? [[t('stock.averageCost'), words.moneyFull(item.averageCost)] as [string, string]]
      : []),
    ...(item.layersValue.minor === item.value.minor
      ? []
      : [[t('stock.layersValue'), words.moneyFull(item.layersValue)] as [string, string]]),
    ...(learnt
      ? [
          [
            t('stock.comes'),
            t('stock.comes.days', {
              median: learnt.medianDays,
              from: learnt.fromDays,
              to: learnt.toDays,
              receipts: learnt.receipts,
            }),
          ] as [string, string],
        ]
      : []),
  ]
}
