// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import * as items from './items.service.ts'
import * as made from './new-items.service.ts'

/** Items, and what is known about buying them. */
export function itemRoutes(supplyChanged: items.SupplyChanged): Route[] {
  return [
    implement(at.list, items.listItems),
    implement(at.index, items.listItemNames),
    implement(at.create, made.createItem),
    implement(at.makeVariants, made.makeVariants),
    implement(at.variants, made.readVariants),
    implement(at.read, items.readItem),
    implement(at.change, items.changeItem),
    implement(at.changeSupply, (ctx, input) => items.changeSupply(ctx, input, supplyChanged)),
  ]
}
