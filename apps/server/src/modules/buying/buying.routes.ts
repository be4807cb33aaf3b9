// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { buyingEndpoints as at } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import { type BusinessContext, implement, type Route } from '#platform/http/route.ts'
import { addLandedCost, listCosts, readLeadTime } from './landed-cost.service.ts'
import { orderFromList } from './order.service.ts'
import { type Arrived, receiveOrder } from './receive.service.ts'

/** What is special of buying: orders from the list, arrivals, what getting goods here costs, how long it takes. */
export function buyingRoutes(findPack: (id: string) => Pack | undefined, arrived: (now: Date) => Arrived): Route[] {
  const own = (ctx: BusinessContext) => {
    const pack = findPack(ctx.business.pack)
    if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
    return { ...ctx, pack }
  }
  return [
    implement(at.orderFromList, (ctx, input) => orderFromList(own(ctx), input)),
    implement(at.receive, (ctx, input) => receiveOrder(own(ctx), input, arrived(ctx.now))),
    implement(at.addCost, (ctx, input) => addLandedCost(own(ctx), input)),
    implement(at.costs, listCosts),
    implement(at.leadTime, readLeadTime),
  ]
}
