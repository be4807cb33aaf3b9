// SPDX-License-Identifier: Apache-2.0
import type { Strength } from './types.ts'

/** Least percent for each word. */
const STEPS: readonly (readonly [number, Strength])[] = [
  [40, 'very-strong'],
  [15, 'strong'],
  [5, 'moderate'],
  [1, 'slight'],
]

/** The word for a change of so many percent, whichever way. Without a percentage nothing is said to be large. */
export function strengthOf(percent: number | null): Strength {
  const size = Math.abs(percent ?? 0)
  return STEPS.find(([least]) => size >= least)?.[1] ?? 'none'
}

/** In percent of a base; null where the base is not above 0, or nearly nothing beside the size. */
export function percentOf(size: number, base: number): number | null {
  const percent = (100 * size) / base
  return base > 0 && Number.isFinite(percent) ? percent : null
}

/** Share of what moves that is not left over: 1 less the variance left over that with the part; 0 to 1. */
export function shareOf(part: Float64Array, residual: Float64Array): number {
  const both = varianceOf(part.map((value, t) => value + (residual[t] as number)))
  return both > 0 ? Math.max(0, Math.min(1, 1 - varianceOf(residual) / both)) : 0
}

function varianceOf(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (!(largest > 0)) return 0
  let centre = 0
  for (const value of values) centre += value / largest / values.length
  let total = 0
  for (const value of values) total += (value / largest - centre) ** 2
  return (total / values.length) * largest * largest
}
