// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, plainDate, toDayNumber } from '@resham/base'
import { holidaysBetween, holidayWindows } from '@resham/pack-kit'
import { pack } from '@resham/pack-pk'
import { holidayPriors, type ItemSeries, outlookOfItem, type Settings } from '@resham/planning'
import { describe, expect, test } from 'vitest'
import { generateSampleShop } from './index.ts'

const lastDay = plainDate('2026-11-20')
const holidays = holidaysBetween(pack, plainDate('2023-10-01'), plainDate('2026-12-31'))
const shop = generateSampleShop({ seed: 1, lastDay, holidays })
/** Weeks of history left to an item that is taken to be new. */
const YOUNG = 30
const AHEAD = 8

/** Daily pieces of each item sold at home, from `from` to `to`. */
function itemsBetween(from: number, to: number): ItemSeries[] {
  const byItem = new Map<string, Map<number, number>>()
  for (const { itemCode: code, channel, status, quantity, day } of shop.lines) {
    const at = toDayNumber(day)
    if (channel === 'export' || status !== 'completed' || at < from || at > to) continue
    const days = byItem.get(code) ?? new Map<number, number>()
    byItem.set(code, days.set(at, (days.get(at) ?? 0) + quantity))
  }
  return [...byItem].map(([code, sold]) => {
    const days = [...sold.keys()].sort((a, b) => a - b)
    const quantity = days.map((day) => sold.get(day) as number)
    const category = shop.items.find((item) => item.code === code)?.category ?? null
    return { key: code, name: code, code, category, days, quantity, net: quantity, orders: days.map(() => 1) }
  })
}

type Miss = { items: number; total: number }

/** Errors of outlooks made four weeks before the last feast of that name: item by item, and of all items together. */
function missAround(feast: string): { readonly without: Miss; readonly lent: Miss } {
  const last = holidays.findLast((one) => one.id === feast && one.to <= lastDay)
  if (!last) throw new Error(`no ${feast}`)
  const today = toDayNumber(last.from) - 29
  const settings: Settings = {
    today,
    holidays: holidayWindows(pack, shop.firstDay, fromDayNumber(today + 130)),
    seed: 1,
  }
  const priors = holidayPriors(itemsBetween(toDayNumber(shop.firstDay), today), settings)
  const young = itemsBetween(today - 7 * YOUNG + 1, today)
  const came = new Map(itemsBetween(today + 1, today + 7 * AHEAD).map((item) => [item.key, weeksOf(item, today)]))
  return { without: missOf(young, came, settings), lent: missOf(young, came, { ...settings, holidayPriors: priors }) }
}

function weeksOf(item: ItemSeries, today: number): number[] {
  const weeks = new Array<number>(AHEAD).fill(0)
  for (let i = 0; i < item.days.length; i++) {
    const week = Math.floor(((item.days[i] as number) - today - 1) / 7)
    weeks[week] = (weeks[week] as number) + (item.quantity[i] as number)
  }
  return weeks
}

function missOf(items: readonly ItemSeries[], came: ReadonlyMap<string, number[]>, settings: Settings): Miss {
  const together = new Array<number>(AHEAD).fill(0)
  let single = 0
  for (const item of items) {
    const { next } = outlookOfItem(item, settings)
    if ('kind' in next) continue
    for (let week = 0; week < AHEAD; week++) {
      const gap = (came.get(item.key)?.[week] ?? 0) - (next.mean[week] as number)
      single += Math.abs(gap)
      together[week] = (together[week] as number) + gap
    }
  }
  return { items: single, total: together.reduce((sum, gap) => sum + Math.abs(gap), 0) }
}

describe('what the shop knows of a holiday, lent to its new items', () => {
  test.each(['eid-ul-fitr', 'eid-ul-adha'])(
    'around the last %s it takes a third off the error of all items of 30 weeks together',
    (feast) => {
      const { without, lent } = missAround(feast)
      expect(lent.total).toBeLessThan((2 / 3) * without.total)
      // One by one most of the error is chance, which no calendar knows; even so there is a gain.
      expect(lent.items).toBeLessThan(0.97 * without.items)
    },
  )
})
