// SPDX-License-Identifier: Apache-2.0
import { taxEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { changeItemTax, changeOwnTax, type FindPack, readItemTax, readTaxes } from './taxes.service.ts'

/** What the country says of taxes, and what a business says of itself and its items. */
export function taxRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.read, (ctx) => readTaxes(ctx, findPack)),
    implement(at.changeOwn, (ctx, input) => changeOwnTax(ctx, input, findPack)),
    implement(at.readItem, readItemTax),
    implement(at.changeItem, (ctx, input) => changeItemTax(ctx, input, findPack)),
  ]
}
