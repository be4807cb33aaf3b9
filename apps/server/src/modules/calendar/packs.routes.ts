// SPDX-License-Identifier: Apache-2.0
import { packEndpoints as at } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import { implement, type Route } from '#platform/http/route.ts'

/** The countries of this installation. */
export function packRoutes(packs: readonly Pack[]): Route[] {
  return [
    implement(at.list, async () => ({
      items: packs.map(({ id, names, currency }) => ({ id, names: { ...names }, currency })),
    })),
  ]
}
