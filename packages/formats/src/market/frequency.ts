// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import type { MarketFrequency } from './reading.ts'

/** Days that lie between one point and the next, at most, for each frequency; finest first. */
const longest: readonly (readonly [MarketFrequency, number])[] = [
  ['day', 4],
  ['week', 10],
  ['month', 45],
  ['quarter', 135],
  ['year', Number.POSITIVE_INFINITY],
]

/** The frequency in which so many days between two points are usual. */
function frequencyOfGap(days: number): MarketFrequency {
  return longest.find(([, most]) => days <= most)?.[0] ?? 'year'
}

const rank = (frequency: MarketFrequency) => longest.findIndex(([one]) => one === frequency)

/** Gaps at the end by which the frequency is told, and gaps in a row that make another frequency. */
const recent = 24
const inARow = 3

/**
 * How often a series has a value, told by its later days; and from which point on it is so.
 *
 * A holiday or a missing month is a gap; three long gaps in a row are another frequency: values of years before
 * values of months. What lies before them cannot stand in one series with the rest.
 *
 * @param days Ascending, each once, at least one.
 * @returns    `month` for a single point, which says nothing.
 */
export function frequencyOf(days: readonly DayNumber[]): {
  readonly frequency: MarketFrequency
  readonly from: number
} {
  if (days.length < 2) return { frequency: 'month', from: 0 }
  const gaps = days.slice(1).map((day, i) => day - (days[i] as number))
  const frequency = frequencyOfGap(middle(gaps.slice(-recent)))
  return { frequency, from: steadyFrom(gaps, frequency) }
}

/** The first point after the last run of gaps that are coarser than the frequency, all alike. */
function steadyFrom(gaps: readonly number[], frequency: MarketFrequency): number {
  let run = 0
  for (let i = gaps.length - 1; i >= 0; i--) {
    const coarser = rank(frequencyOfGap(gaps[i] as number)) > rank(frequency)
    const alike = i + 1 < gaps.length && frequencyOfGap(gaps[i] as number) === frequencyOfGap(gaps[i + 1] as number)
    run = coarser ? (alike || run === 0 ? run + 1 : 1) : 0
    if (run === inARow) return i + inARow
  }
  return 0
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
