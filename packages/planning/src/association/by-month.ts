// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import type { MonthlySeries } from './types.ts'
import { monthOf } from './unforeseen.ts'

/**
 * Values of days gathered by calendar month: their sum (sales) or their mean (prices). Months that the first or last
 * day cuts are left out of a sum: half a month would look like a fall.
 *
 * @param whole First and last day that are known of in full; all months count where it is left out.
 */
export function byMonth(
  { days, values }: { readonly days: ArrayLike<DayNumber>; readonly values: ArrayLike<number> },
  how: 'sum' | 'mean',
  whole?: { readonly firstDay: DayNumber; readonly lastDay: DayNumber },
): MonthlySeries {
  const months = new Map<number, { sum: number; count: number }>()
  if (whole && how === 'sum') {
    for (let month = monthOf(whole.firstDay); month <= monthOf(whole.lastDay); month++) {
      if (startOf(month) >= whole.firstDay && startOf(month + 1) - 1 <= whole.lastDay)
        months.set(month, { sum: 0, count: 1 })
    }
  }
  for (let i = 0; i < days.length; i++) {
    const month = monthOf(days[i] as number)
    const known = months.get(month)
    if (!known && whole && how === 'sum') continue
    const { sum, count } = known ?? { sum: 0, count: 0 }
    months.set(month, { sum: sum + (values[i] as number), count: count + 1 })
  }
  const sorted = [...months].sort(([a], [b]) => a - b)
  return {
    days: sorted.map(([month]) => startOf(month)),
    values: sorted.map(([, { sum, count }]) => (how === 'sum' ? sum : sum / count)),
  }
}

function startOf(month: number): DayNumber {
  return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000)
}
