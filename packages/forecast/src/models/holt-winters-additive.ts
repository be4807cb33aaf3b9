// SPDX-License-Identifier: Apache-2.0
import { smoothingModel } from '../smoothing/model.ts'

/**
 * Level, trend and a season that adds the same amount each year. ETS(A,A,A). Needs two seasons; a season of one period
 * is no season.
 *
 * @source Winters (1960); Hyndman and Athanasopoulos, 3rd ed., section 8.3.
 */
export const holtWintersAdditive = smoothingModel('holt-winters-additive', ['A,A,A', 'A,A,N'])
