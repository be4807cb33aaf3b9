// SPDX-License-Identifier: Apache-2.0
import type { importEndpoints, ReplyOf } from '@resham/contract'
import { fakeId, money } from './ids.ts'

type Import = ReplyOf<typeof importEndpoints.read>
type BadRow = ReplyOf<typeof importEndpoints.listProblems>['items'][number]
type Preview = ReplyOf<typeof importEndpoints.preview>

const states = ['ready', 'loading', 'waiting', 'done', 'failed', 'cancelled', 'ready'] as const

/** One import in each state, in the order of `importStates` with a corrected one at the end. */
export const imports: readonly Import[] = states.map((state, n) => ({
  id: fakeId(5, n + 1),
  fileName:
    [
      'sales-november.csv',
      'online_retail_2010-12_2011-08.csv.gz',
      'daraz-orders.csv',
      'فروخت اکتوبر.xlsx',
      'scan.csv',
      'old.tsv',
      'till.csv',
    ][n] ?? '',
  bytes: 8_412_905 - n * 1_100_000,
  state,
  createdAt: `2026-11-24T09:2${n}:00.000Z`,
  progress: {
    bytesRead: state === 'loading' ? 5_500_000 : 0,
    lines: state === 'loading' ? 211_000 : 0,
    bad: state === 'loading' ? 12 : 0,
    startedAt: state === 'loading' ? new Date(Date.now() - 8000).toISOString() : null,
  },
  result:
    state === 'done'
      ? {
          lines: 320_705,
          added: 318_902,
          alreadyKnown: 1784,
          bad: 19,
          byKind: { sale: 311_204, return: 1120, cancellation: 5400, charge: 1702, adjustment: 640, ignored: 620 },
          netSales: money(58_412_000),
          firstDay: '2025-12-01',
          lastDay: '2026-11-23',
          items: 3842,
        }
      : null,
  error: state === 'failed' ? { code: 'formats.pdf', details: {} } : null,
  sameFileAsBefore: n === 6,
}))

export const bad: readonly BadRow[] = [
  ['Date', 'date-not-real', { text: '31/02/2026' }, ['INV-2231', '31/02/2026', 'FB1-5-WHT', '12', '3200']],
  ['Qty', 'number-unreadable', { text: 'twelve' }, ['INV-2240', '02/03/2026', 'CB2-SH', 'twelve', '6400']],
  ['Rate', 'number-grouping', { text: '1,2,00' }, ['INV-2251', '04/03/2026', 'GK1-9-BLK', '4', '1,2,00']],
  [null, 'too-few-columns', {}, ['INV-2252', '04/03/2026']],
].map(
  ([column, reason, details, cells], n) =>
    ({ recordNo: n + 18, lineNo: n + 19, column, reason, details, cells }) as BadRow,
)

/** How the stand-in reader understands a file. */
export function preview(at: Import, choice?: Preview['choice']): Preview {
  return {
    import: at,
    choice: choice ?? {
      columns: {
        document: 0,
        date: 1,
        itemCode: 2,
        itemName: 3,
        quantity: 4,
        price: 5,
        amount: null,
        currency: null,
        customer: null,
        customerName: 6,
        country: null,
        channel: null,
        status: null,
        category: null,
      },
      hasHeader: true,
      dateOrder: 'dmy',
      decimal: '.',
      currency: 'PKR',
    },
    remembered: at.sameFileAsBefore,
    encoding: 'utf-8',
    separator: ',',
    header: ['Bill No', 'Date', 'Code', 'Item', 'Qty', 'Rate', 'Party', 'Salesman', 'Remarks'],
    rows: [
      [
        'INV-2201',
        '01/11/2026',
        'FB1-5-WHT',
        'Match football, hand-stitched, size 5',
        '12',
        '3,200',
        'Lahore Sports Corner',
        'Bilal',
        '',
      ],
      ['INV-2201', '01/11/2026', 'CB2-SH', 'Kashmir willow bat', '4', '6,400', 'Lahore Sports Corner', 'Bilal', ''],
      ['INV-2202', '01/11/2026', 'کرکٹ-01', 'چمڑے کی گیند', '24', '1,350', 'نور سپورٹس', 'Bilal', 'نقد'],
      [
        'INV-2203',
        '02/11/2026',
        'FB1-5-WHT',
        'Match football, hand-stitched, size 5',
        '-2',
        '3,200',
        'Lahore Sports Corner',
        '',
        'return',
      ],
    ],
    lines: [
      {
        recordNo: 1,
        kind: 'sale',
        day: '2026-11-01',
        document: 'INV-2201',
        itemCode: 'FB1-5-WHT',
        itemName: 'Match football, hand-stitched, size 5',
        quantityMilli: 12_000,
        net: money(38_400),
        customer: 'Lahore Sports Corner',
        country: null,
      },
      {
        recordNo: 2,
        kind: 'sale',
        day: '2026-11-01',
        document: 'INV-2201',
        itemCode: 'CB2-SH',
        itemName: 'Kashmir willow bat',
        quantityMilli: 4000,
        net: money(25_600),
        customer: 'Lahore Sports Corner',
        country: null,
      },
      {
        recordNo: 3,
        kind: 'sale',
        day: '2026-11-01',
        document: 'INV-2202',
        itemCode: 'کرکٹ-01',
        itemName: 'چمڑے کی گیند',
        quantityMilli: 24_000,
        net: money(32_400),
        customer: 'نور سپورٹس',
        country: null,
      },
      {
        recordNo: 4,
        kind: 'return',
        day: '2026-11-02',
        document: 'INV-2203',
        itemCode: 'FB1-5-WHT',
        itemName: 'Match football, hand-stitched, size 5',
        quantityMilli: -2000,
        net: money(-6400),
        customer: 'Lahore Sports Corner',
        country: null,
      },
    ],
    bad: [...bad],
  }
}

/** A few rules as every business starts with. */
export const rules: ReplyOf<typeof importEndpoints.readRules>['rules'] = [
  { id: 'own-1', enabled: true, kind: 'charge', when: { item: ['packing*', 'پیکنگ*'] } },
  { id: 'order-not-completed', enabled: true, kind: 'ignored', when: { status: ['cancel*', 'void*', 'منسوخ*'] } },
  { id: 'delivery-charge', enabled: true, kind: 'charge', when: { item: ['post', 'postage*', 'کرایہ'] } },
  { id: 'stock-written-off', enabled: false, kind: 'adjustment', when: { quantity: 'negative', net: 'zero' } },
  { id: 'goods-returned', enabled: true, kind: 'return', when: { quantity: 'negative' } },
]
