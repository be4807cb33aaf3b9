// SPDX-License-Identifier: Apache-2.0
import { BOUNDS, growsByFactor, isDamped, type SmoothingForm } from './form.ts'
import type { Tape } from './kernels/tape.ts'
import type { States } from './start.ts'

/** Smoothing parameters as a search moves them: trend smoothing as a share of alpha, season's as one of 1 - alpha. */
export type Shares = {
  readonly alpha: number
  readonly betaShare: number
  readonly gammaShare: number
  readonly phi: number
}

/** How much of the start a search may move: the smoothing only, level and trend too, or the season's indices as well. */
export type Moved = 'smoothing' | 'line' | 'all'

type Bounds = readonly [low: number, high: number]

/** A bounded parameter as a wave of an unbounded one: at the bounds a search meets a smooth bottom, not a wall. */
function toShare(z: number, [low, high]: Bounds): number {
  return low + ((high - low) * (1 + Math.sin(z))) / 2
}

function slopeAt(z: number, [low, high]: Bounds): number {
  return ((high - low) * Math.cos(z)) / 2
}

/** Kept off the bounds a little, where the wave is flat and a search could not leave. */
function fromShare(share: number, [low, high]: Bounds): number {
  return Math.asin(2 * Math.min(0.995, Math.max(0.005, (share - low) / (high - low))) - 1)
}

/** Sets a tape to the start of a pass. */
export function setTape(tape: Tape, shares: Shares, states: States): void {
  tape.alpha = shares.alpha
  tape.beta = shares.alpha * shares.betaShare
  tape.gamma = (1 - shares.alpha) * shares.gammaShare
  tape.phi = shares.phi
  tape.level = states.level
  tape.trend = states.trend
  tape.season.set(states.season)
}

/**
 * The numbers that a search over one form moves, as one vector z, and the way between them and a tape.
 *
 * States are moved from their start in units of the error there, so that all numbers of the vector are of one size.
 */
export class Variables {
  readonly size: number
  private readonly start: States
  private readonly beta: number
  private readonly gamma: number
  private readonly phi: number
  private readonly level: number
  private readonly trend: number
  private readonly season: number
  private readonly unit: number
  private readonly trendUnit: number
  private readonly seasonUnit: number

  /** @param noise Size of the errors at the start, in the series' unit; above zero. */
  constructor(form: SmoothingForm, start: States, moved: Moved, noise: number) {
    const hasTrend = form.trend !== 'none'
    const hasSeason = form.season !== 'none'
    let size = 1
    const place = (used: boolean, wide = 1): number => {
      const at = used ? size : -1
      if (used) size += wide
      return at
    }
    this.beta = place(hasTrend)
    this.gamma = place(hasSeason)
    this.phi = place(isDamped(form))
    this.level = place(moved !== 'smoothing')
    this.trend = place(moved !== 'smoothing' && hasTrend)
    this.season = place(moved === 'all' && hasSeason, start.season.length)
    this.size = size
    this.start = start
    const relative = noise / (Math.abs(start.level) || 1)
    this.unit = noise
    this.trendUnit = growsByFactor(form) ? relative : noise
    this.seasonUnit = form.season === 'multiplicative' ? relative : noise
  }

  /** The vector of a start. */
  from(shares: Shares): Float64Array {
    const z = new Float64Array(this.size)
    z[0] = fromShare(shares.alpha, BOUNDS.alpha)
    if (this.beta > 0) z[this.beta] = fromShare(shares.betaShare, BOUNDS.betaShare)
    if (this.gamma > 0) z[this.gamma] = fromShare(shares.gammaShare, BOUNDS.gammaShare)
    if (this.phi > 0) z[this.phi] = fromShare(shares.phi, BOUNDS.phi)
    return z
  }

  sharesOf(z: Float64Array): Shares {
    return {
      alpha: toShare(z[0] as number, BOUNDS.alpha),
      betaShare: this.beta > 0 ? toShare(z[this.beta] as number, BOUNDS.betaShare) : 0,
      gammaShare: this.gamma > 0 ? toShare(z[this.gamma] as number, BOUNDS.gammaShare) : 0,
      phi: this.phi > 0 ? toShare(z[this.phi] as number, BOUNDS.phi) : 1,
    }
  }

  statesOf(z: Float64Array): States {
    const { start } = this
    return {
      level: start.level + (this.level > 0 ? this.unit * (z[this.level] as number) : 0),
      trend: start.trend + (this.trend > 0 ? this.trendUnit * (z[this.trend] as number) : 0),
      season: this.season > 0 ? this.movedSeason(z, new Float64Array(start.season.length)) : start.season,
    }
  }

  private movedSeason(z: Float64Array, out: Float64Array): Float64Array {
    const { season } = this.start
    for (let j = 0; j < season.length; j++) {
      out[j] = (season[j] as number) + this.seasonUnit * (z[this.season + j] as number)
    }
    return out
  }

  /** Sets the tape to the start of a pass, without making anything new: a search runs thousands of passes. */
  write(z: Float64Array, tape: Tape): void {
    const alpha = toShare(z[0] as number, BOUNDS.alpha)
    tape.alpha = alpha
    tape.beta = this.beta > 0 ? alpha * toShare(z[this.beta] as number, BOUNDS.betaShare) : 0
    tape.gamma = this.gamma > 0 ? (1 - alpha) * toShare(z[this.gamma] as number, BOUNDS.gammaShare) : 0
    tape.phi = this.phi > 0 ? toShare(z[this.phi] as number, BOUNDS.phi) : 1
    tape.level = this.start.level + (this.level > 0 ? this.unit * (z[this.level] as number) : 0)
    tape.trend = this.start.trend + (this.trend > 0 ? this.trendUnit * (z[this.trend] as number) : 0)
    if (this.season > 0) this.movedSeason(z, tape.season)
    else tape.season.set(this.start.season)
  }

  /** The derivatives that a backward pass left on the tape, with respect to z. */
  readGradient(z: Float64Array, tape: Tape, out: Float64Array): void {
    const { alpha, ofBeta, ofGamma } = tape
    const betaShare = tape.beta / alpha
    const gammaShare = tape.gamma / (1 - alpha)
    out[0] = (tape.ofAlpha + betaShare * ofBeta - gammaShare * ofGamma) * slopeAt(z[0] as number, BOUNDS.alpha)
    if (this.beta > 0) out[this.beta] = ofBeta * alpha * slopeAt(z[this.beta] as number, BOUNDS.betaShare)
    if (this.gamma > 0) out[this.gamma] = ofGamma * (1 - alpha) * slopeAt(z[this.gamma] as number, BOUNDS.gammaShare)
    if (this.phi > 0) out[this.phi] = tape.ofPhi * slopeAt(z[this.phi] as number, BOUNDS.phi)
    if (this.level > 0) out[this.level] = tape.ofLevel * this.unit
    if (this.trend > 0) out[this.trend] = tape.ofTrend * this.trendUnit
    if (this.season < 0) return
    for (let j = 0; j < tape.ofSeason.length; j++) {
      out[this.season + j] = (tape.ofSeason[j] as number) * this.seasonUnit
    }
  }

  /**
   * Rough second derivatives of the deviance at a start: twice the squares that each number would add to the errors if
   * they were noise, through recursions that forget at the speed of their parameter.
   */
  curvature(z: Float64Array, n: number): Float64Array {
    const { alpha, betaShare, gammaShare } = this.sharesOf(z)
    const m = this.start.season.length
    const gamma = (1 - alpha) * gammaShare
    const memory = Math.min(n, 1 / (alpha * (2 - alpha)))
    const seasonMemory = m > 0 ? Math.min(n / m, 1 / (gamma * (2 - gamma))) : 1
    const trendMemory = 1 / (2 * betaShare + 0.02)
    const out = new Float64Array(this.size).fill(1)
    const set = (at: number, squares: number, slope = 1) => {
      if (at >= 0) out[at] = Math.max(1, 2 * squares * slope * slope)
    }
    set(0, n * memory, slopeAt(z[0] as number, BOUNDS.alpha))
    set(this.beta, n * trendMemory, this.beta > 0 ? slopeAt(z[this.beta] as number, BOUNDS.betaShare) : 0)
    set(
      this.gamma,
      n * seasonMemory,
      this.gamma > 0 ? (1 - alpha) * slopeAt(z[this.gamma] as number, BOUNDS.gammaShare) : 0,
    )
    set(this.phi, n, this.phi > 0 ? slopeAt(z[this.phi] as number, BOUNDS.phi) : 0)
    set(this.level, memory)
    set(this.trend, Math.min(n ** 3 / 3, trendMemory / (alpha * alpha)))
    if (this.season > 0) for (let j = 0; j < m; j++) set(this.season + j, seasonMemory)
    return out
  }
}
