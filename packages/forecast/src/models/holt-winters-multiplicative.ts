// SPDX-License-Identifier: Apache-2.0
import { smoothingModel } from '../smoothing/model.ts'

/**
 * Level, trend and a season that grows with the level. ETS(M,A,M). Needs two seasons of values above zero; with a zero
 * among them it falls back to the additive season.
 *
 * @source Winters (1960); Hyndman and Athanasopoulos, 3rd ed., section 8.3.
 */
export const holtWintersMultiplicative = smoothingModel('holt-winters-multiplicative', ['M,A,M', 'A,A,A', 'A,A,N'])
