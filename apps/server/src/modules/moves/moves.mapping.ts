// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { moveEndpoints as at, ReplyOf } from '@resham/contract'
import type { association } from '@resham/planning'
import type { ItemRecord } from '#modules/items/index.ts'
import type { FactSeries } from '#modules/sales/index.ts'

type Move = ReplyOf<typeof at.list>['items'][number]
type Sums = Pick<FactSeries, 'days' | 'netMinor'>

/** Sales of each category day by day, the largest so many; items without a category are left out. */
export function categoryFacts(
  facts: readonly FactSeries[],
  items: readonly ItemRecord[],
  most: number,
): { readonly name: string; readonly facts: Sums }[] {
  const categoryOf = new Map(items.map(({ id, category }) => [id, category]))
  const groups = new Map<string, { days: number[]; nets: number[]; sum: number }>()
  for (const { key, days, netMinor } of facts) {
    const name = categoryOf.get(key)
    if (!name) continue
    const group = groups.get(name) ?? { days: [], nets: [], sum: 0 }
    groups.set(name, group)
    days.forEach((day, i) => {
      const net = netMinor[i] as number
      group.days.push(day)
      group.nets.push(net)
      group.sum += net
    })
  }
  return [...groups]
    .sort(([, a], [, b]) => b.sum - a.sum)
    .slice(0, most)
    .map(([name, { days, nets }]) => ({
      name,
      facts: { days: Int32Array.from(days), netMinor: Float64Array.from(nets) },
    }))
}

/** An association as the API answers it. */
export function toMoveReply(
  subject: Move['subject'],
  series: Move['series'],
  { pairs, chanceOfAny, chance: _alone, kind: _kind, ...rest }: association.Association,
): Move {
  const cut = (value: number) => Math.round(value * 1000) / 1000
  return {
    ...{ subject, series, ...rest },
    chance: chanceOfAny,
    pairs: pairs.map(({ day, sales, market }) => ({
      day: fromDayNumber(day),
      sales: cut(sales),
      market: cut(market),
    })),
  }
}
