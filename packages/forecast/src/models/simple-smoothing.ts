// SPDX-License-Identifier: Apache-2.0
import { smoothingModel } from '../smoothing/model.ts'

/**
 * A level that follows the series at the speed it deserves: each forecast is flat. ETS(A,N,N).
 *
 * @source Brown (1959); Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.1.
 */
export const simpleSmoothing = smoothingModel('simple-smoothing', { trend: 'none', season: 'none' })
