// SPDX-License-Identifier: Apache-2.0
import { type Kernel, SMALLEST_FACTOR, type Tape } from './tape.ts'

/**
 * Trends that multiply, damped or not, with any season: (., M, .), (., Md, .). Used where asked for only, so the three
 * seasons share one loop and the branches cost what they cost.
 */
export function multiplicativeTrend(season: 'none' | 'additive' | 'multiplicative'): Kernel {
  const adds = season === 'additive'
  const multiplies = season === 'multiplicative'
  return { forward: (tape) => forward(tape, adds, multiplies), backward: (tape) => backward(tape, adds, multiplies) }
}

function forward(tape: Tape, adds: boolean, multiplies: boolean): boolean {
  const { y, alpha, beta, gamma, phi, error, mean, base, trends, seasons, season } = tape
  const m = season.length
  const seasonal = adds || multiplies
  let { level, trend, place } = tape
  for (let t = 0; t < y.length; t++) {
    if (!(level > SMALLEST_FACTOR && trend > SMALLEST_FACTOR && trend < 1e100)) return false
    const growth = phi === 1 ? trend : trend ** phi
    const b = level * growth
    const s = seasonal ? (season[place] as number) : 0
    if (!(b > SMALLEST_FACTOR && b < 1e280) || (multiplies && !(s > SMALLEST_FACTOR))) return false
    const said = multiplies ? b * s : b + s
    const e = (y[t] as number) - said
    error[t] = e
    mean[t] = said
    base[t] = b
    trends[t] = trend
    seasons[t] = s
    const share = multiplies ? e / s : e
    const before = level
    level = b + alpha * share
    trend = growth + (beta * share) / before
    if (seasonal) season[place] = s + gamma * (multiplies ? e / b : e)
    place = place + 1 === m ? 0 : place + 1
  }
  tape.level = level
  tape.trend = trend
  return true
}

function backward(tape: Tape, adds: boolean, multiplies: boolean): void {
  const { alpha, beta, gamma, phi, error, base, trends, seasons, ofError, ofMean, ofSeason } = tape
  const m = ofSeason.length
  const seasonal = adds || multiplies
  ofSeason.fill(0)
  let place = (tape.place + error.length) % m
  let ofLevel = 0
  let ofTrend = 0
  let ofAlpha = 0
  let ofBeta = 0
  let ofGamma = 0
  let ofPhi = 0
  for (let t = error.length - 1; t >= 0; t--) {
    place = place === 0 ? m - 1 : place - 1
    const e = error[t] as number
    const b = base[t] as number
    const trend = trends[t] as number
    const growth = phi === 1 ? trend : trend ** phi
    const before = b / growth
    const s = multiplies ? (seasons[t] as number) : 1
    const ofS = seasonal ? (ofSeason[place] as number) : 0
    const share = e / s
    const rise = multiplies ? e / b : e
    const step = share / before
    ofAlpha += ofLevel * share
    ofBeta += ofTrend * step
    ofGamma += ofS * rise
    const viaShare = (alpha * ofLevel + (beta * ofTrend) / before) / s
    const viaRise = multiplies ? (gamma * ofS) / b : gamma * ofS
    const ofM = (ofMean[t] as number) - (ofError[t] as number) - viaShare - viaRise
    if (seasonal) ofSeason[place] = ofS + (multiplies ? ofM * b - viaShare * share : ofM)
    const ofBase = ofLevel + ofM * s - (multiplies ? viaRise * rise : 0)
    const ofGrowth = ofTrend + ofBase * before
    ofPhi += ofGrowth * growth * Math.log(trend)
    // The step of the trend was divided by the level before.
    ofLevel = ofBase * growth - (beta * ofTrend * step) / before
    ofTrend = ofGrowth * (phi === 1 ? 1 : (phi * growth) / trend)
  }
  tape.ofLevel = ofLevel
  tape.ofTrend = ofTrend
  tape.ofAlpha = ofAlpha
  tape.ofBeta = ofBeta
  tape.ofGamma = ofGamma
  tape.ofPhi = ofPhi
}
