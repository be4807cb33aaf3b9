// SPDX-License-Identifier: Apache-2.0
import { thetaModel } from '../theta/model.ts'

/**
 * Theta whose straight line is drawn anew after each value, and whose share is searched: the most accurate of the
 * family, and a member of most good combinations.
 *
 * @source DOTM of Fiorucci et al., IJF 32, 2016.
 */
export const dynamicOptimisedTheta = thetaModel('dynamic-optimised-theta', { dynamic: true, optimised: true })
