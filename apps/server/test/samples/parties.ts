// SPDX-License-Identifier: Apache-2.0
import type * as parties from '../../src/modules/parties/parties.repository.ts'
import type { Samples } from './world.ts'

export const partySamples: Samples<typeof parties> = {
  upsertCustomers: (w) => [[[{ id: w.id('customer'), code: w.word('code'), name: w.word('customer') }]]],
  listPartyNames: () => [[]],
}
