// SPDX-License-Identifier: Apache-2.0
import { planEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { changeSettings, listPlan, spendBudget, writePlanFile } from './plan.service.ts'
import type { PlanChanged } from './plan.types.ts'
import { clearList, putOnList, readPurchaseList } from './purchase-list.service.ts'
import { importStock } from './stock.service.ts'

/** What to buy and when, and the purchase list. @param planChanged Called when every item was planned anew. */
export function planRoutes(planChanged: PlanChanged): Route[] {
  return [
    implement(at.list, listPlan),
    implement(at.budget, spendBudget),
    implement(at.changeSettings, (ctx, input) => changeSettings(ctx, input, planChanged)),
    implement(at.importStock, (ctx, input) => importStock(ctx, input, planChanged)),
    implement(at.file, writePlanFile),
    implement(at.readList, readPurchaseList),
    implement(at.putOnList, putOnList),
    implement(at.clearList, clearList),
  ]
}
