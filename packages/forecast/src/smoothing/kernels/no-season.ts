// SPDX-License-Identifier: Apache-2.0
import type { Kernel, Tape } from './tape.ts'

/** Level and additive trend, damped or not, or no trend (beta and trend0 are 0): (., N, N), (., A, N), (., Ad, N). */
export const noSeason: Kernel = { forward, backward }

function forward(tape: Tape): boolean {
  const { y, alpha, beta, phi, error, mean, trends } = tape
  let { level, trend } = tape
  for (let t = 0; t < y.length; t++) {
    const said = level + phi * trend
    const e = (y[t] as number) - said
    error[t] = e
    mean[t] = said
    trends[t] = trend
    level = said + alpha * e
    trend = phi * trend + beta * e
  }
  tape.level = level
  tape.trend = trend
  return true
}

function backward(tape: Tape): void {
  const { alpha, beta, phi, error, trends, ofError, ofMean } = tape
  let ofLevel = 0
  let ofTrend = 0
  let ofAlpha = 0
  let ofBeta = 0
  let ofPhi = 0
  for (let t = error.length - 1; t >= 0; t--) {
    const e = error[t] as number
    ofAlpha += ofLevel * e
    ofBeta += ofTrend * e
    const ofE = (ofError[t] as number) + alpha * ofLevel + beta * ofTrend
    ofLevel += (ofMean[t] as number) - ofE
    const both = ofLevel + ofTrend
    ofPhi += (trends[t] as number) * both
    ofTrend = phi * both
  }
  tape.ofLevel = ofLevel
  tape.ofTrend = ofTrend
  tape.ofAlpha = ofAlpha
  tape.ofBeta = ofBeta
  tape.ofPhi = ofPhi
  tape.ofGamma = 0
}
