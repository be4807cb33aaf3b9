// SPDX-License-Identifier: Apache-2.0
import { thetaModel } from '../theta/model.ts'

/**
 * The Theta method, the winner of the M3 competition: a smoothed level and half of the slope of the straight line
 * through all values (the standard Theta model).
 *
 * @source Assimakopoulos and Nikolopoulos, "The theta model", IJF 16, 2000; as the state space model STM of Fiorucci
 *         et al., IJF 32, 2016, whose level is searched together with the line rather than before it.
 */
export const theta = thetaModel('theta', { dynamic: false, optimised: false })
