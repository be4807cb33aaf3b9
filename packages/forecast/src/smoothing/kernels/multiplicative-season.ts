// SPDX-License-Identifier: Apache-2.0
import { type Kernel, SMALLEST_FACTOR, type Tape } from './tape.ts'

/** Level, additive trend and a season that multiplies: (., N, M), (., A, M), (., Ad, M). */
export const multiplicativeSeason: Kernel = { forward, backward }

function forward(tape: Tape): boolean {
  const { y, alpha, beta, gamma, phi, error, mean, base, trends, seasons, season } = tape
  const m = season.length
  let { level, trend, place } = tape
  for (let t = 0; t < y.length; t++) {
    const b = level + phi * trend
    const s = season[place] as number
    if (!(b > SMALLEST_FACTOR && s > SMALLEST_FACTOR)) return false
    const said = b * s
    const e = (y[t] as number) - said
    error[t] = e
    mean[t] = said
    base[t] = b
    trends[t] = trend
    seasons[t] = s
    const share = e / s
    level = b + alpha * share
    trend = phi * trend + beta * share
    season[place] = s + (gamma * e) / b
    place = place + 1 === m ? 0 : place + 1
  }
  tape.level = level
  tape.trend = trend
  return true
}

function backward(tape: Tape): void {
  const { alpha, beta, gamma, phi, error, base, trends, seasons, ofError, ofMean, ofSeason } = tape
  const m = ofSeason.length
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
    const s = seasons[t] as number
    const perS = 1 / s
    const perB = 1 / b
    const ofS = ofSeason[place] as number
    const share = e * perS
    const rise = e * perB
    ofAlpha += ofLevel * share
    ofBeta += ofTrend * share
    ofGamma += ofS * rise
    // Both shares depend on the error; the first on the index, the second on the base.
    const viaShare = (alpha * ofLevel + beta * ofTrend) * perS
    const viaRise = gamma * ofS * perB
    const ofM = (ofMean[t] as number) - (ofError[t] as number) - viaShare - viaRise
    ofSeason[place] = ofS + ofM * b - viaShare * share
    ofLevel += ofM * s - viaRise * rise
    const both = ofLevel + ofTrend
    ofPhi += (trends[t] as number) * both
    ofTrend = phi * both
  }
  tape.ofLevel = ofLevel
  tape.ofTrend = ofTrend
  tape.ofAlpha = ofAlpha
  tape.ofBeta = ofBeta
  tape.ofGamma = ofGamma
  tape.ofPhi = ofPhi
}
