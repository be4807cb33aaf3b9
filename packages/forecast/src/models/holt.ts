// SPDX-License-Identifier: Apache-2.0
import { smoothingModel } from '../smoothing/model.ts'

/**
 * A level and a trend that goes on for ever: fit for short horizons of steadily growing series. ETS(A,A,N).
 *
 * @source Holt (1957, reprinted 2004); Hyndman and Athanasopoulos, 3rd ed., section 8.2.
 */
export const holt = smoothingModel('holt', ['A,A,N'])
