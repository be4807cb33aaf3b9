// SPDX-License-Identifier: Apache-2.0
import type * as supply from '../../src/modules/documents/supply.repository.ts'
import type { Samples } from './world.ts'

export const supplySamples: Samples<typeof supply> = {
  listOnOrder: (w) => [[null], [[w.id('item')]]],
  listLeadDays: (w) => [[null], [[w.id('item')]]],
}
