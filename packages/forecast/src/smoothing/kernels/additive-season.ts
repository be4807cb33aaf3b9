// SPDX-License-Identifier: Apache-2.0
import type { Kernel, Tape } from './tape.ts'

/** Level, additive trend and a season that is added: (., N, A), (., A, A), (., Ad, A). */
export const additiveSeason: Kernel = { forward, backward }

function forward(tape: Tape): boolean {
  const { y, alpha, beta, gamma, phi, error, mean, trends, season } = tape
  const m = season.length
  let { level, trend, place } = tape
  for (let t = 0; t < y.length; t++) {
    const base = level + phi * trend
    const s = season[place] as number
    const e = (y[t] as number) - s - base
    error[t] = e
    mean[t] = base + s
    trends[t] = trend
    level = base + alpha * e
    trend = phi * trend + beta * e
    season[place] = s + gamma * e
    place = place + 1 === m ? 0 : place + 1
  }
  tape.level = level
  tape.trend = trend
  return true
}

function backward(tape: Tape): void {
  const { alpha, beta, gamma, phi, error, trends, ofError, ofMean, ofSeason } = tape
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
    const ofS = ofSeason[place] as number
    ofAlpha += ofLevel * e
    ofBeta += ofTrend * e
    ofGamma += ofS * e
    const ofM = (ofMean[t] as number) - (ofError[t] as number) - gamma * ofS - alpha * ofLevel - beta * ofTrend
    ofSeason[place] = ofS + ofM
    ofLevel += ofM
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
