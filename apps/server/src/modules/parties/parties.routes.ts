// SPDX-License-Identifier: Apache-2.0
import { partyEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import * as parties from './parties.service.ts'

/** Customers and suppliers. */
export function partyRoutes(findPack: parties.FindPack): Route[] {
  return [
    implement(at.list, parties.listParties),
    implement(at.read, parties.readParty),
    implement(at.create, (ctx, input) => parties.createParty(ctx, input, findPack)),
    implement(at.change, (ctx, input) => parties.changeParty(ctx, input, findPack)),
  ]
}
