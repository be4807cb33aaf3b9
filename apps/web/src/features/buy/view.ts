// SPDX-License-Identifier: Apache-2.0
import type { documentEndpoints, ReplyOf } from '@resham/contract'
import { quantityInWords } from '#lib/features/stock/view.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

export type Order = ReplyOf<typeof documentEndpoints.read>
export type OrderBrief = ReplyOf<typeof documentEndpoints.list>['items'][number]

/** The state of an order in a word. */
export function stateInWords(state: string, words: Words): string {
  const key = `buy.state.${state}`
  return isKey(key) ? words.t(key) : state
}

/** A row of the list of orders. */
export function orderRow(order: OrderBrief, slug: string, words: Words) {
  return {
    name: order.partyName ?? words.t('buy.noSupplier'),
    note: [order.number, words.day(order.day), stateInWords(order.state, words)].filter(Boolean).join(' · '),
    amount: words.moneyShort(order.total),
    href: `/${slug}/buy/${order.id}`,
  }
}

/** What of a line has arrived, thousandths. */
export function cameOf(line: Order['lines'][number]): number {
  return line.carriedOn.receipt ?? 0
}

/** What of an order may be done now. */
export function mayDo(order: Order, action: string): boolean {
  return order.actions.some((one) => one.action === action && one.allowed)
}

/** The order as a message that any phone can send. */
export function orderAsMessage(order: Order, shop: string, words: Words): string {
  const head = words.t('buy.message.title', { shop })
  const lines = order.lines.map(
    (line) => `- ${line.description}: ${quantityInWords(line.quantityMilli, line.unit, words)}`,
  )
  return [[head, order.number].filter(Boolean).join(' · '), lines.join('\n')]
    .join('\n\n')
    .replace(/[\u2068\u2069]/g, '')
}
