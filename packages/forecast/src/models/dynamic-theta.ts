// SPDX-License-Identifier: Apache-2.0
import { thetaModel } from '../theta/model.ts'

/**
 * Theta whose straight line, in half, is drawn anew after each value: what it says of the past, it could have said.
 *
 * @source DSTM of Fiorucci et al., IJF 32, 2016.
 */
export const dynamicTheta = thetaModel('dynamic-theta', { dynamic: true, optimised: false })
