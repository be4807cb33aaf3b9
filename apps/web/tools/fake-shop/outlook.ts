// SPDX-License-Identifier: Apache-2.0
import type { calendarEndpoints, outlookEndpoints, ReplyOf, Task } from '@resham/contract'
import type { Static } from 'typebox'
import { dayAfter, fakeId, money, wave } from './ids.ts'
import { items, trendsOf } from './items.ts'

type Outlook = ReplyOf<typeof outlookEndpoints.today>
type Chart = NonNullable<Outlook['today']>['chart']

export const holidays: ReplyOf<typeof calendarEndpoints.list>['items'] = [
  {
    id: 'ramadan',
    names: { en: 'Ramadan', ur: 'رمضان' },
    from: '2026-02-19',
    to: '2026-03-20',
    kind: 'season',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'pakistan-day',
    names: { en: 'Pakistan Day', ur: 'یومِ پاکستان' },
    from: '2026-03-23',
    to: '2026-03-23',
    kind: 'public',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'eid-ul-fitr',
    names: { en: 'Eid ul-Fitr', ur: 'عید الفطر' },
    from: '2026-03-21',
    to: '2026-03-23',
    kind: 'religious',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'eid-ul-adha',
    names: { en: 'Eid ul-Adha', ur: 'عید الاضحیٰ' },
    from: '2026-05-27',
    to: '2026-05-29',
    kind: 'religious',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'ashura',
    names: { en: 'Ashura', ur: 'عاشورہ' },
    from: '2026-06-25',
    to: '2026-06-26',
    kind: 'religious',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'independence-day',
    names: { en: 'Independence Day', ur: 'یومِ آزادی' },
    from: '2026-08-14',
    to: '2026-08-14',
    kind: 'public',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'eid-milad',
    names: { en: 'Eid Milad-un-Nabi', ur: 'عید میلاد النبی' },
    from: '2026-08-26',
    to: '2026-08-26',
    kind: 'religious',
    estimated: true,
    source: 'Estimated',
  },
  {
    id: 'iqbal-day',
    names: { en: 'Iqbal Day', ur: 'یومِ اقبال' },
    from: '2026-11-09',
    to: '2026-11-09',
    kind: 'public',
    estimated: false,
    source: 'Cabinet Division',
  },
  {
    id: 'quaid-day',
    names: { en: 'Quaid-e-Azam Day', ur: 'یومِ قائدِ اعظم' },
    from: '2026-12-25',
    to: '2026-12-25',
    kind: 'public',
    estimated: false,
    source: 'Cabinet Division',
  },
]

const provenance = {
  engine: 'planning',
  version: '0.1.0',
  seed: 1,
  inputHash: '4f1c9be07a3d2258',
  madeAt: '2026-11-24T04:12:00.000Z',
}

/** A year of weeks and eight expected ones. */
function chart(level: number, unit: Chart['unit'] = 'money'): Chart {
  const past = wave(52, level, level * 0.25, 3, 0.003)
  const last = past.at(-1) ?? level
  return {
    unit,
    past: past.map((value, i) => ({ from: dayAfter('2025-11-24', i * 7), value: i === 16 ? value * 1.8 : value })),
    next: Array.from({ length: 8 }, (_, i) => ({
      from: dayAfter('2025-11-24', (52 + i) * 7),
      mean: last * (1 + i * 0.02),
      lo: last * (0.8 - i * 0.015),
      hi: last * (1.2 + i * 0.05),
    })),
    declined: null,
    model: 'ets',
    holidays: holidays.filter(({ kind }) => kind !== 'public'),
    marks: [16],
  }
}

const subject = (n: number) => ({ kind: 'item' as const, key: fakeId(1, n), name: items[n - 1]?.name ?? '' })
const lost = { kind: 'customer' as const, key: 'Fiktiv Sporthandel Nordheim', name: 'Fiktiv Sporthandel Nordheim' }

const order = subject(1)
const tasks: readonly Static<typeof Task>[] = [
  {
    kind: 'order-stock',
    subject: order,
    reason: { code: 'task.order-stock', values: { name: order.name, quantity: 240, by: '2026-12-03' } },
    why: [
      { code: 'why.stock-out-chance', values: { chance: 0.62, lead: 21 } },
      { code: 'why.runs-out', values: { expected: '2026-12-03', early: '2026-11-30' } },
    ],
    worth: money(186_000),
    quantityMilli: 240_000,
  },
  {
    kind: 'ask-customer',
    subject: lost,
    reason: { code: 'task.ask-customer', values: { name: lost.name, silent: 94 } },
    why: [
      { code: 'why.usual-gap', values: { usual: 40, silent: 94 } },
      { code: 'why.customer-brings', values: { net: 214_000_000, orders: 9 } },
      { code: 'why.customer-last-order', values: { day: '2026-08-22' } },
    ],
    worth: money(238_000),
    quantityMilli: null,
  },
  {
    kind: 'look-at-price',
    subject: subject(3),
    reason: { code: 'task.price-lower', values: { name: subject(3).name, ratio: 0.14, price: 210_700 } },
    why: [{ code: 'why.price-before', values: { before: 245_000, now: 210_700 } }],
    worth: money(21_000),
    quantityMilli: null,
  },
  {
    kind: 'count-stock',
    subject: subject(4),
    reason: { code: 'task.count-stock-many', values: { items: 4, share: 0.17 } },
    why: [],
    worth: null,
    quantityMilli: null,
  },
]

/** The first page of the stand-in shop. */
export const today: NonNullable<Outlook['today']> = {
  today: '2026-11-24',
  booksEnded: false,
  last30: {
    from: '2026-10-26',
    to: '2026-11-24',
    net: money(1_240_000),
    orders: 412,
    before: { kind: 'change', from: '2026-09-26', to: '2026-10-25', net: money(1_148_000), ratio: 0.08 },
    lastYear: { kind: 'change', from: '2025-10-26', to: '2025-11-24', net: money(1_278_000), ratio: -0.03 },
  },
  chart: chart(29_000_000),
  tasks: [...tasks],
  unusual: [
    {
      kind: 'spike',
      subject: subject(2),
      day: '2026-11-22',
      sentence: { code: 'unusual.item-week-spike', values: { name: subject(2).name, value: 31, usual: 7 } },
      why: [
        { code: 'why.usual-range-pieces', values: { low: 4, high: 9 } },
        { code: 'why.one-customer-behind', values: { name: 'Lahore Cricket Club (invented)', net: 16_000_000 } },
      ],
      bars: [6, 4, 9, 5, 7, 8, 31],
    },
    {
      kind: 'lost-customer',
      subject: lost,
      day: '2026-11-24',
      sentence: { code: 'unusual.lost-customer', values: { name: lost.name, silent: 94 } },
      why: [],
      bars: [],
    },
  ],
  rising: trendsOf('item')
    .filter(({ growth }) => (growth ?? 0) > 0.2)
    .slice(0, 3)
    .map(({ key, name, net30, growth, spark }) => ({
      subject: { kind: 'item', key, name },
      ratio: growth ?? 0,
      net: net30,
      spark,
    })),
  falling: trendsOf('item')
    .filter(({ growth }) => (growth ?? 0) < -0.1)
    .slice(0, 3)
    .map(({ key, name, net30, growth, spark }) => ({
      subject: { kind: 'item', key, name },
      ratio: growth ?? 0,
      net: net30,
      spark,
    })),
  items: items.length,
  provenance,
}

export const outlook: Outlook = { state: 'ready', job: null, today }

/** The story of one thing. */
export function story(
  kind: Parameters<typeof trendsOf>[0],
  key: string,
): ReplyOf<typeof outlookEndpoints.readTrend> | undefined {
  const brief = trendsOf(kind).find((item) => item.key === key)
  if (!brief) return undefined
  return {
    subject: kind,
    brief,
    sentence:
      (brief.growth ?? 0) < 0
        ? { code: 'trend.down', values: { ratio: -(brief.growth ?? 0), net: Number(brief.net30.minor) } }
        : { code: 'trend.up', values: { ratio: brief.growth ?? 0, net: Number(brief.net30.minor) } },
    more: [
      { code: 'trend.share', values: { share: 0.18, rank: brief.rank, of: 15 } },
      { code: 'trend.next-weeks', values: { weeks: 4, mean: 180, low: 140, high: 230 } },
    ],
    last30: brief.net30,
    before: { kind: 'change', from: '2026-09-26', to: '2026-10-25', net: money(280_000), ratio: brief.growth ?? 0 },
    lastYear: { kind: 'declined', reason: 'history-too-short', needed: 394, got: 340 },
    net12Months: money(Number(brief.net30.minor) * 0.113),
    firstDay: '2023-11-25',
    lastDay: '2026-11-23',
    season: { kind: 'season', strength: 0.42, peakMonths: [10, 11, 12], weak: true },
    chart: chart(Number(brief.net30.minor) / 4.3),
    provenance,
  }
}
