// SPDX-License-Identifier: Apache-2.0
import {
  AppError,
  addDays,
  type DayNumber,
  fromDayNumber,
  type PlainDate,
  type Random,
  seededRandom,
  toDayNumber,
} from '@resham/base'
import { dayFactors, effectOf } from './calendar-effects.ts'
import { catalogue } from './catalogue.ts'
import { customers } from './customers.ts'
import { exportSales, lostCustomerCode } from './export-sales.ts'
import { homeSales } from './home-sales.ts'
import { type Draft, draftItems } from './items.ts'
import { currency, homeCountry, minorPerUnit } from './place.ts'
import { planPriceChanges, priceList } from './prices.ts'
import type { SampleItem, SampleLine, SampleShop, ShopHoliday } from './types.ts'

export type SampleShopOptions = {
  /** Whole, 0 to 2^32 - 1. The same seed and days give the same shop, byte for byte. */
  readonly seed: number
  /** The last day of its books. */
  readonly lastDay: PlainDate
  /** Holidays of the country over the years of the shop, as its pack gives them. */
  readonly holidays: readonly ShopHoliday[]
  /** Years of history, 1 to 5; 3 unless said otherwise. */
  readonly years?: number
}

/**
 * Makes up a maker of sports goods in Sialkot: items, customers, about 20,000 lines of sales a year,
 * stock on hand, and the truth about what was put in. Nothing in it is real; `invented` says so.
 *
 * @throws sample-shop.years-invalid, base.date-invalid
 */
export function generateSampleShop(options: SampleShopOptions): SampleShop {
  const years = options.years ?? 3
  if (!Number.isInteger(years) || years < 1 || years > 5) throw new AppError('sample-shop.years-invalid', { years })
  const last = toDayNumber(options.lastDay)
  const firstDay = addDays(options.lastDay, 1 - Math.round(years * 365.25))
  const first = toDayNumber(firstDay)
  const random = seededRandom(options.seed)

  const drafts = draftItems(random)
  const factors = dayFactors(first, last, options.holidays)
  const priceChanges = planPriceChanges(firstDay, options.lastDay)
  const priceOf = priceList(priceChanges)
  const stockOut = planStockOut(drafts, last)
  const isOut = (itemCode: string, day: DayNumber): boolean =>
    itemCode === stockOut.itemCode && day >= stockOut.from && day <= stockOut.to

  const home = homeSales({ random, drafts, first, factors, priceOf, isOut })
  const abroad = exportSales({ random, drafts, first, last, priceOf, isOut, lostAfter: last - 150 })
  const sold = [...home, ...abroad]
  const lines = inOrderOfTime([...sold, ...returnsOf(random, sold, last)])

  return {
    invented: true,
    seed: options.seed,
    firstDay,
    lastDay: options.lastDay,
    business: {
      name: { en: 'Zarbaf Sports Works (invented)', ur: 'زرباف اسپورٹس ورکس (فرضی)' },
      town: { en: 'Sialkot', ur: 'سیالکوٹ' },
      country: homeCountry,
      currency,
    },
    items: stockedItems({ random, drafts, lines, last, priceOf }),
    customers,
    lines,
    truth: {
      lostCustomer: { code: lostCustomerCode, lastOrder: lastOrderOf(lines, lostCustomerCode, firstDay) },
      stockOut: { ...stockOut, from: fromDayNumber(stockOut.from), to: fromDayNumber(stockOut.to) },
      holidayEffects: options.holidays.map(({ id, from }) => {
        const effect = effectOf(id)
        return { id, from, eveFactor: effect.eve, dayFactor: effect.day }
      }),
      priceChanges,
      trends: catalogue.map(({ name, yearly }) => ({ category: name, yearly })),
    },
  }
}

/** The best seller among the cheaper footballs is missing for 26 days, some eight months before the end. */
function planStockOut(drafts: readonly Draft[], last: DayNumber): { itemCode: string; from: DayNumber; to: DayNumber } {
  const best = drafts
    .filter((draft) => draft.item.category === 'Footballs')
    .reduce((a, b) => (b.weight > a.weight ? b : a))
  return { itemCode: best.item.code, from: last - 240, to: last - 215 }
}

/** About one line in sixty comes back within three weeks, whole or in part, on a paper of its own. */
function returnsOf(random: Random, sold: readonly SampleLine[], last: DayNumber): SampleLine[] {
  const returned: SampleLine[] = []
  for (const line of sold) {
    if (line.status !== 'completed' || random.next() > 1 / 60) continue
    const day = toDayNumber(line.day) + 1 + random.integer(21)
    const quantity = -Math.max(1, Math.round(line.quantity * (0.2 + 0.8 * random.next())))
    if (day > last) continue
    const document = `R${String(returned.length + 1).padStart(6, '0')}`
    const minuteOfDay = 10 * 60 + random.integer(9 * 60)
    returned.push({ ...line, document, day: fromDayNumber(day), minuteOfDay, quantity, status: 'returned' })
  }
  return returned
}

/** Sorts by day, minute and document; lines of one document keep their order. */
function inOrderOfTime(lines: SampleLine[]): readonly SampleLine[] {
  return lines.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1
    if (a.minuteOfDay !== b.minuteOfDay) return a.minuteOfDay - b.minuteOfDay
    return a.document < b.document ? -1 : a.document > b.document ? 1 : 0
  })
}

function lastOrderOf(lines: readonly SampleLine[], customer: string, otherwise: PlainDate): PlainDate {
  return lines.findLast((line) => line.customer === customer && line.status === 'completed')?.day ?? otherwise
}

type Stocking = {
  readonly random: Random
  readonly drafts: readonly Draft[]
  readonly lines: readonly SampleLine[]
  readonly last: DayNumber
  readonly priceOf: ReturnType<typeof priceList>
}

/**
 * Gives each item its cost of today and a stock. A maker who has been through busy weeks keeps about as much as the
 * busiest stretch of a lead time has taken; some run out within days, some lie for half a year.
 */
function stockedItems({ random, drafts, lines, last, priceOf }: Stocking): readonly SampleItem[] {
  const sold = soldByDay(lines, fromDayNumber(last - 364))
  return drafts.map((draft) => {
    const busiest = busiestStretch(sold.get(draft.item.code) ?? new Map(), draft.item.leadTimeDays + orderEveryDays)
    const share = Math.exp(0.35 + 0.5 * random.normal())
    const bare = random.next() < 0.04
    return {
      ...draft.item,
      costMinor: Math.round((priceOf(draft, last, 'shop') * draft.costShare) / minorPerUnit) * minorPerUnit,
      stockOnHand: bare ? 0 : Math.round(busiest * share),
    }
  })
}

/** Days between one order to the workshop and the next. */
const orderEveryDays = 7

function soldByDay(lines: readonly SampleLine[], since: PlainDate): Map<string, Map<DayNumber, number>> {
  const sold = new Map<string, Map<DayNumber, number>>()
  for (const line of lines) {
    if (line.day < since || line.status === 'cancelled') continue
    const days = sold.get(line.itemCode) ?? new Map<DayNumber, number>()
    const day = toDayNumber(line.day)
    days.set(day, (days.get(day) ?? 0) + line.quantity)
    sold.set(line.itemCode, days)
  }
  return sold
}

/** The most pieces that went in any `length` days in a row. */
function busiestStretch(days: ReadonlyMap<DayNumber, number>, length: number): number {
  let most = 0
  for (const from of days.keys()) {
    let sum = 0
    for (const [day, quantity] of days) if (day >= from && day < from + length) sum += quantity
    most = Math.max(most, sum)
  }
  return most
}
