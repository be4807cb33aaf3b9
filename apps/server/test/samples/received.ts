// SPDX-License-Identifier: Apache-2.0
import type * as received from '../../src/modules/documents/received.repository.ts'
import type { Samples } from './world.ts'

export const receivedSamples: Samples<typeof received> = {
  listCameAndBilled: (w) => [[[w.id('line')]]],
}
