// SPDX-License-Identifier: Apache-2.0
import { growsByFactor, type SmoothingForm } from './form.ts'
import { simulatedSpread } from './simulate.ts'
import type { States } from './start.ts'
import { meansAhead, type Smoothing } from './step.ts'

/**
 * Standard deviation of the error at each step ahead that a form claims for itself, [h]: exact where errors, and parts
 * that multiply, allow it; by simulation (seeded) for trends that multiply and for additive errors beside a season that
 * multiplies.
 *
 * @param variance Of one-step errors; relative where errors multiply.
 * @param place    Place in the season of the first step.
 * @source Hyndman et al. (2008), chapter 6: classes 1 and 2 by their closed forms; class 3 by the moments of level and
 *         trend times index, errors normal.
 */
export function spreadAhead(
  states: States,
  form: SmoothingForm,
  smoothing: Smoothing,
  variance: number,
  h: number,
  place: number,
): Float64Array {
  const relative = form.error === 'multiplicative'
  if (growsByFactor(form) || (form.season === 'multiplicative' && !relative)) {
    return simulatedSpread(states, form, smoothing, variance, h, place)
  }
  if (form.season === 'multiplicative') return productSpread(states, smoothing, variance, h, place)
  const weights = shockWeights(smoothing, states.season.length, h)
  if (!relative) return linearSpread(weights, variance)
  return relativeSpread(weights, meansAhead(states, form, smoothing.phi, h, place), variance)
}

/** What is left of one error after j steps, at index j - 1, [h]. */
function shockWeights({ alpha, beta, gamma, phi }: Smoothing, m: number, h: number): Float64Array {
  const out = new Float64Array(h)
  let power = 1
  let reach = 0
  for (let j = 1; j <= h; j++) {
    power *= phi
    reach += power
    out[j - 1] = alpha + beta * reach + (m > 0 && j % m === 0 ? gamma : 0)
  }
  return out
}

/** Class 1: equation (6.1). */
function linearSpread(weights: Float64Array, variance: number): Float64Array {
  let squares = 1
  return weights.map((weight) => {
    const here = Math.sqrt(variance * squares)
    squares += weight * weight
    return here
  })
}

/** Class 2: equation (6.2) and the recursion of theta below it. */
function relativeSpread(weights: Float64Array, means: Float64Array, variance: number): Float64Array {
  const theta = new Float64Array(means.length)
  return means.map((mean, k) => {
    let total = mean * mean
    for (let j = 1; j <= k; j++) total += variance * (weights[j - 1] as number) ** 2 * (theta[k - j] as number)
    theta[k] = total
    return Math.sqrt(Math.max(0, (1 + variance) * total - mean * mean))
  })
}

/**
 * Class 3. Level and trend times the index of one place, x, move by x' = (F + e G) x, and by (F + e G)(1 + gamma e) x
 * when that place has its turn; their first two moments follow exactly. Steps of one place share a recursion.
 */
function productSpread(
  { level, trend, season }: States,
  smoothing: Smoothing,
  variance: number,
  h: number,
  place: number,
): Float64Array {
  const m = season.length
  const out = new Float64Array(h)
  for (let first = 0; first < Math.min(m, h); first++) {
    const index = season[(place + first) % m] as number
    const moments = new Moments(level * index, trend * index, smoothing, variance)
    for (let k = 0; k < h; k++) {
      const own = k % m === first
      if (own) out[k] = moments.spread()
      moments.move(own)
    }
  }
  return out
}

/** First and second moments of level and trend times an index. */
class Moments {
  private l: number
  private b: number
  private ll: number
  private lb: number
  private bb: number
  private readonly smoothing: Smoothing
  private readonly variance: number

  constructor(l: number, b: number, smoothing: Smoothing, variance: number) {
    this.l = l
    this.b = b
    this.ll = l * l
    this.lb = l * b
    this.bb = b * b
    this.smoothing = smoothing
    this.variance = variance
  }

  /** Of the value whose mean is level plus phi times trend, times the index. */
  spread(): number {
    const { phi } = this.smoothing
    const mean = this.l + phi * this.b
    return Math.sqrt(Math.max(0, (1 + this.variance) * this.square() - mean * mean))
  }

  private square(): number {
    const { phi } = this.smoothing
    return this.ll + 2 * phi * this.lb + phi * phi * this.bb
  }

  /** One step; `own` when the index moves too. */
  move(own: boolean): void {
    const { alpha, beta, phi } = this.smoothing
    const gamma = own ? this.smoothing.gamma : 0
    const v = this.variance
    const square = this.square()
    // F x = (p, q), and its products with itself and with w x, where the mean is w x = p.
    const p = this.l + phi * this.b
    const q = phi * this.b
    const pq = phi * (this.lb + phi * this.bb)
    const qq = phi * phi * this.bb
    // x' = F x + e (g p + gamma F x) + e^2 gamma g p, with g = (alpha, beta).
    const up = alpha + gamma
    const twist = v * gamma
    const fourth = 3 * v * v * gamma * gamma
    this.ll = square * (1 + v * up * up + 2 * twist * alpha + fourth * alpha * alpha)
    this.lb =
      pq * (1 + v * up * gamma + twist * alpha) + square * (v * up * beta + twist * beta + fourth * alpha * beta)
    this.bb =
      qq * (1 + v * gamma * gamma) +
      pq * (2 * v * gamma * beta + 2 * twist * beta) +
      square * (v * beta * beta + fourth * beta * beta)
    this.l = p * (1 + twist * alpha)
    this.b = q + twist * beta * p
  }
}
