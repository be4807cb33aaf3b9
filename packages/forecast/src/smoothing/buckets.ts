// SPDX-License-Identifier: Apache-2.0
import { goldenSection } from '@resham/stats'
import type { Fit } from '../types.ts'

/** Smoothing of the sums: the range usual for demand that is seldom. */
const ALPHA = [0.1, 0.3] as const
/** No bucket is wider: a year of weeks. It bounds the work and the size of a fit. */
export const WIDEST_BUCKET = 52

/** Mean number of periods from one demand to the next, the first counted from the start; 1 where there is no demand. */
export function meanGap(y: Float64Array): number {
  let demands = 0
  let last = 0
  for (let t = 0; t < y.length; t++) {
    if (y[t] === 0) continue
    demands += 1
    last = t + 1
  }
  return demands === 0 ? 1 : last / demands
}

type State = { readonly levels: number[]; readonly window: number[] }

/**
 * Smooths sums of `width` successive values. Buckets do not overlap and the latest ends at the last value, so each
 * further value shifts them all; therefore each of the `width` ways to cut has a level of its own, at index t mod width
 * of its last value. A level is 0 until its first bucket is full, and then that bucket.
 */
function advanceBuckets({ levels, window }: State, y: Float64Array, from: number, alpha: number): State {
  const width = levels.length
  const after = [...levels]
  const recent = new Float64Array(window.length + y.length)
  recent.set(window)
  recent.set(y, window.length)
  for (let i = 0; i < y.length; i++) {
    const t = from + i
    if (t + 1 < width) continue
    const end = window.length + i
    let sum = 0
    for (let j = end - width + 1; j <= end; j++) sum += recent[j] as number
    const level = after[t % width] as number
    after[t % width] = t + 1 < 2 * width ? sum : level + alpha * (sum - level)
  }
  return { levels: after, window: Array.from(recent.subarray(Math.max(0, recent.length - width + 1))) }
}

/** The alpha with the least squared error of one bucket, over the buckets that end at the last value. */
function searchAlpha(y: Float64Array, width: number): number {
  const count = Math.floor(y.length / width)
  const sums = new Float64Array(count)
  const skipped = y.length - count * width
  for (let t = skipped; t < y.length; t++) {
    const bucket = Math.floor((t - skipped) / width)
    sums[bucket] = (sums[bucket] as number) + (y[t] as number)
  }
  const cost = (alpha: number): number => {
    let level = sums[0] as number
    let sse = 0
    for (let i = 1; i < count; i++) {
      const e = (sums[i] as number) - level
      sse += e * e
      level += alpha * e
    }
    return sse
  }
  return count < 2 ? ALPHA[0] : goldenSection(cost, ALPHA[0], ALPHA[1], { grid: 5, steps: 10 }).x
}

/**
 * Fits the smoothing of sums over buckets of one width.
 *
 * @param width Whole, 1 to the number of values.
 */
export function fitBuckets(y: Float64Array, width: number, seasonLength: number): Fit {
  const alpha = searchAlpha(y, width)
  const none: State = { levels: new Array<number>(width).fill(0), window: [] }
  const state = advanceBuckets(none, y, 0, alpha)
  return { model: 'adida', version: 1, seasonLength, n: y.length, parameters: { alpha, width }, state }
}

/** The same smoothing after further values. */
export function moveBuckets(fit: Fit, further: Float64Array): Fit {
  const state = advanceBuckets(fit.state as State, further, fit.n, fit.parameters.alpha as number)
  return { ...fit, n: fit.n + further.length, state }
}

/** What one period holds of the smoothed sum. */
export function rateOf(fit: Fit): number {
  const { levels } = fit.state as State
  return (levels[(fit.n - 1) % levels.length] as number) / levels.length
}
