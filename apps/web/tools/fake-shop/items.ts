// SPDX-License-Identifier: Apache-2.0
import type { itemEndpoints, outlookEndpoints, ReplyOf, trendSubjects } from '@resham/contract'
import { fakeId, money, wave } from './ids.ts'

type Item = ReplyOf<typeof itemEndpoints.read>
type TrendBrief = ReplyOf<typeof outlookEndpoints.listTrends>['items'][number]

const goods: readonly (readonly [string, string, string, number, number])[] = [
  ['FB1-5-WHT', 'Match football, hand-stitched, size 5, white', 'Footballs', 3200, 0.12],
  ['CB2-SH', 'Kashmir willow bat, short handle', 'Cricket bats', 6400, -0.04],
  ['GK1-9-BLK', 'Goalkeeper gloves, latex, 9, black', 'Goalkeeper gloves', 2450, 0.22],
  ['CL2-GRN', 'Hard tennis ball, green', 'Cricket balls', 220, 0.41],
  ['FB2-5-GRN', 'Training football, size 5, green', 'Footballs', 1450, 0],
  ['SG1-M-BLK', 'Shin guards with sleeve, M, black', 'Shin guards', 720, 0.08],
  ['HK1-37-RED', 'Hockey stick, composite, 37.5, red', 'Hockey', 7400, -0.18],
  ['CB3-SH-RED', 'Tape-ball bat, short handle, red', 'Cricket bats', 2300, 0.31],
  ['CP1-M-WHT', 'Batting gloves, M, white', 'Cricket protection', 2600, -0.02],
  ['RB1-5', 'Rugby ball, size 5', 'Rugby', 2100, -0.35],
  ['TA1-20', 'Training cones, set of 20', 'Training aids', 980, 0.41],
  ['CB1-SH', 'English willow bat, short handle', 'Cricket bats', 28500, 0.05],
  ['FB3-5-BLK', 'Street football, rubber, size 5, black', 'Footballs', 780, 0.02],
  ['کرکٹ-01', 'چمڑے کی گیند، 156 گرام، سرخ', 'Cricket balls', 1350, 0.15],
  ['GK3-5-GRN', "Children's goalkeeper gloves, 5, green", 'Goalkeeper gloves', 890, -0.11],
]

const nothing = {
  leadTimeDays: null,
  packSizeMilli: null,
  minimumOrderMilli: null,
  serviceLevelPercent: null,
  onHandMilli: null,
  onOrderMilli: null,
  unitCost: null,
  supplier: null,
  countedOn: null,
}

const plain = {
  descriptions: {},
  attributes: {},
  options: {},
  weightGrams: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  archived: false,
  photoId: null,
  version: 1,
}

/** The stand-in shop's items. */
export const items: readonly Item[] = goods.map(([code, name, category, price], n) => ({
  id: fakeId(1, n + 1),
  code,
  name,
  category: n === 9 ? null : category,
  unit: 'piece',
  barcode: n % 3 === 0 ? `2000000000${String(n).padStart(3, '0')}` : null,
  variantOf: n === 4 ? fakeId(1, 1) : null,
  ...plain,
  price: { thousandths: String(price * 100_000), currency: 'PKR' },
  firstDay: '2023-11-25',
  lastDay: '2026-11-23',
  supply:
    n % 4 === 3
      ? nothing
      : {
          leadTimeDays: n % 2 === 0 ? 21 : null,
          packSizeMilli: 25_000,
          minimumOrderMilli: n % 2 === 0 ? 50_000 : null,
          serviceLevelPercent: null,
          onHandMilli: (40 + n * 17) * 1000,
          onOrderMilli: n === 2 ? 100_000 : 0,
          unitCost: money(price * 0.62),
          supplier: n % 2 === 0 ? 'Wazirabad Road Workshop' : null,
          countedOn: '2026-11-20',
        },
}))

const others: Readonly<Record<string, readonly string[]>> = {
  category: ['Footballs', 'Cricket bats', 'Cricket balls', 'Goalkeeper gloves', 'Hockey', 'Shin guards'],
  country: ['Pakistan', 'Germany', 'United Kingdom', 'United Arab Emirates', 'Australia', 'Canada'],
  customer: [
    'Fiktiv Sporthandel Nordheim',
    'Lahore Cricket Club (invented)',
    'Wolkenball Vertrieb',
    'نور سپورٹس، گجرات',
  ],
  channel: ['shop', 'whatsapp', 'online', 'export'],
}

/** Trends of one subject, by what they bring in. */
export function trendsOf(subject: (typeof trendSubjects)[number]): TrendBrief[] {
  const names = subject === 'item' ? items.map(({ name }) => name) : (others[subject] ?? [])
  return names.map((name, n) => {
    const item = subject === 'item' ? items[n] : undefined
    const growth = goods[n]?.[4] ?? 0
    return {
      key: item?.id ?? name,
      name,
      code: item?.code ?? null,
      category: item?.category ?? null,
      rank: n + 1,
      rankChange: n % 5 === 0 ? null : (n % 3) - 1,
      abc: subject === 'item' ? (n < 3 ? 'A' : n < 8 ? 'B' : 'C') : null,
      xyz: subject === 'item' ? (n % 3 === 0 ? 'X' : n % 3 === 1 ? 'Y' : 'Z') : null,
      status: n === 10 ? 'new' : n === 9 ? 'lost' : n === 6 ? 'returning' : 'steady',
      net30: money(310_000 / (n + 1)),
      quantity30Milli: Math.round(4200 / (n + 2)) * 1000,
      growth: n === 10 ? null : growth,
      spark: wave(13, 40, 12, n + 1, growth / 12),
    }
  })
}
