// SPDX-License-Identifier: Apache-2.0
import { smoothingModel } from '../smoothing/model.ts'

/**
 * A level and a trend that dies away, the safest of the trends. ETS(A,Ad,N).
 *
 * @source Gardner and McKenzie (1985); Hyndman and Athanasopoulos, 3rd ed., section 8.2.
 */
export const dampedHolt = smoothingModel('damped-holt', ['A,Ad,N'])
