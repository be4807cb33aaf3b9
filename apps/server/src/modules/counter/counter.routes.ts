// SPDX-License-Identifier: Apache-2.0
import { counterEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import * as counter from './counter.service.ts'

/** The counter: what a phone sells, with or without a network. */
export function counterRoutes(parts: counter.CounterParts): Route[] {
  return [
    implement(at.catalogue, (ctx) => counter.readCatalogue(ctx, parts)),
    implement(at.handIn, (ctx, input) => counter.handIn(ctx, input, parts)),
    implement(at.list, counter.listSales),
    implement(at.resolve, (ctx, input) => counter.resolveSale(ctx, input, parts)),
  ]
}
