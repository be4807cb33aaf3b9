// SPDX-License-Identifier: Apache-2.0

/** Share of the squared distances from the mean that half the squared steps may be: noise alone makes them equal. */
const MOST_STEPS = 0.25

/**
 * Whether a series moves along a course, up, down or in long waves, so that its uneven sizes are the course's: its
 * steps are small beside its distances from the mean.
 *
 * @param y Finite; at least 3 values, else the answer is no.
 * @source von Neumann, "Distribution of the ratio of the mean square successive difference to the variance", Annals of
 *         Mathematical Statistics 12, 1941.
 */
export function hasCourse(y: Float64Array): boolean {
  const n = y.length
  if (n < 3) return false
  let largest = 0
  for (const value of y) largest = Math.max(largest, Math.abs(value))
  if (!(largest > 0)) return false
  let centre = 0
  for (const value of y) centre += value / largest / n
  let distances = 0
  let steps = 0
  for (let t = 0; t < n; t++) {
    const value = (y[t] as number) / largest
    distances += (value - centre) ** 2
    if (t > 0) steps += (value - (y[t - 1] as number) / largest) ** 2
  }
  return steps / 2 < MOST_STEPS * distances
}
