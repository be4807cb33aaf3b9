// SPDX-License-Identifier: Apache-2.0
import { planEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { changeSettings, listPlan, spendBudget, writePlanFile } from './plan.service.ts'
import { clearList, putOnList, readPurchaseList } from './purchase-list.service.ts'
import { importStock } from './stock.service.ts'

/** What to buy and when, and the purchase list. */
export const planRoutes: Route[] = [
  implement(at.list, listPlan),
  implement(at.budget, spendBudget),
  implement(at.changeSettings, changeSettings),
  implement(at.importStock, importStock),
  implement(at.file, writePlanFile),
  implement(at.readList, readPurchaseList),
  implement(at.putOnList, putOnList),
  implement(at.clearList, clearList),
]
