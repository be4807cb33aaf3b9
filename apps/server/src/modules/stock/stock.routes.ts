// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { stockEndpoints as at, stockCountEndpoints as counting } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import { type BusinessContext, implement, type Route } from '#platform/http/route.ts'
import * as counts from './counts.service.ts'
import * as papers from './papers.service.ts'
import * as stock from './stock.service.ts'

/** Stock by place: what there is, and what a person does to it. @param changed Called when a person changed it. */
export function stockRoutes(
  findPack: (id: string) => Pack | undefined,
  changed: (now: Date) => papers.StockChanged,
): Route[] {
  const around = (ctx: BusinessContext): papers.Around => {
    const pack = findPack(ctx.business.pack)
    if (!pack) throw new AppError('platform.unexpected', { pack: ctx.business.pack })
    return { chart: pack.chart, changed: changed(ctx.now) }
  }
  return [
    implement(at.list, stock.listStock),
    implement(at.summary, stock.summariseStock),
    implement(at.item, stock.readItemStock),
    implement(at.places, stock.readPlaces),
    implement(at.addPlace, stock.addPlace),
    implement(at.changePlace, stock.changePlace),
    implement(at.changeSettings, stock.changeSettings),
    implement(at.wantLots, papers.wantLots),
    implement(at.open, (ctx, input) => papers.openStock(ctx, input, around(ctx))),
    implement(at.adjust, (ctx, input) => papers.adjustStock(ctx, input, around(ctx))),
    implement(at.transfer, (ctx, input) => papers.transferStock(ctx, input, around(ctx))),
    implement(at.arrive, (ctx, input) => papers.arriveStock(ctx, input, around(ctx))),
    implement(counting.list, counts.listCounts),
    implement(counting.start, counts.startCount),
    implement(counting.read, counts.readCount),
    implement(counting.enter, counts.enterCount),
    implement(counting.takeBack, counts.takeBack),
    implement(counting.review, counts.reviewCount),
    implement(counting.decide, counts.decideCount),
    implement(counting.post, (ctx, input) => counts.postCount(ctx, input, around(ctx))),
    implement(counting.cancel, counts.cancelCount),
  ]
}
