// SPDX-License-Identifier: Apache-2.0

/** A seeded stream of random numbers. The same seed gives the same stream on every machine. */
export type Random = {
  /** The seed it was made from; it travels with results. */
  readonly seed: number
  /** Uniform in [0, 1). */
  next(): number
  /** Whole, uniform in [0, below). */
  integer(below: number): number
  /** Standard normal. */
  normal(): number
}

/**
 * Makes a seeded generator.
 *
 * @param seed Whole, 0 to 2^32 - 1.
 * @source  Generator: Tommy Ettinger's mulberry32, period 2^32. Normal: Box and Muller, 1958.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  let spare: number | undefined

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  function normal(): number {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()))
    const angle = 2 * Math.PI * next()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }

  return { seed: seed >>> 0, next, integer: (below) => Math.floor(next() * below), normal }
}
