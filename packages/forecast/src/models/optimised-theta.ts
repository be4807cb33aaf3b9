// SPDX-License-Identifier: Apache-2.0
import { thetaModel } from '../theta/model.ts'

/**
 * Theta with the share of the straight line searched. The line is drawn through all values, with hindsight, so that
 * the search trusts it too much: on hold-outs the weakest of the four, most of all for monthly series.
 *
 * @source OTM of Fiorucci et al., IJF 32, 2016.
 */
export const optimisedTheta = thetaModel('optimised-theta', { dynamic: false, optimised: true })
