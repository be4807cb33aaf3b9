// SPDX-License-Identifier: Apache-2.0
import { growsByFactor, type SmoothingForm } from '../form.ts'
import { additiveSeason } from './additive-season.ts'
import { multiplicativeSeason } from './multiplicative-season.ts'
import { multiplicativeTrend } from './multiplicative-trend.ts'
import { noSeason } from './no-season.ts'
import type { Kernel } from './tape.ts'

const OF_SEASON = { none: noSeason, additive: additiveSeason, multiplicative: multiplicativeSeason }
const OF_GROWTH = {
  none: multiplicativeTrend('none'),
  additive: multiplicativeTrend('additive'),
  multiplicative: multiplicativeTrend('multiplicative'),
}

/** The recursion of a form; its kind of error makes no difference there. */
export function kernelOf(form: SmoothingForm): Kernel {
  return (growsByFactor(form) ? OF_GROWTH : OF_SEASON)[form.season]
}
