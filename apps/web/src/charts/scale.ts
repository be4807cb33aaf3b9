// SPDX-License-Identifier: Apache-2.0

/** Whole days since 1970 of a day of business. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

/** A point of a drawing, cut to a tenth: more would only weigh. */
function at(x: number, y: number): string {
  return `${cut(x)} ${cut(y)}`
}

/** A number cut to a tenth. */
export function cut(value: number): number {
  return Math.round(value * 10) / 10
}

/** An open path through points. */
export function pathThrough(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(x, y)}`).join('')
}

/**
 * The first round number at or above a value: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
 *
 * @example roundUp(83) // 100
 */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  for (const step of [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]) if (value <= step * power) return step * power
  return 10 * power
}

/** The last round number at or below a value above zero, of two figures: 1.1678 gives 1.1. */
export function roundDown(value: number): number {
  if (!(value > 0)) return 0
  const power = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.floor(value / power) * power).toPrecision(12))
}
