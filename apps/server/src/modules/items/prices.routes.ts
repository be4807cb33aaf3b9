// SPDX-License-Identifier: Apache-2.0
import { priceEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import * as prices from './prices.service.ts'

/** Price lists, and what each item costs in them. */
export const priceRoutes: readonly Route[] = [
  implement(at.lists, prices.readLists),
  implement(at.create, prices.createList),
  implement(at.change, prices.changeList),
  implement(at.items, prices.readPrices),
  implement(at.set, prices.setPrices),
]
