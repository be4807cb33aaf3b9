// SPDX-License-Identifier: Apache-2.0
export {
  clearList as clearPurchases,
  findPlanSettings,
  type ListedItem as PurchaseRow,
  listPurchases,
} from './plan.repository.ts'
export { planRoutes } from './plan.routes.ts'
export { defaultsOf, replan, savePlan } from './replan.service.ts'
export { takeStockFile } from './stock.service.ts'
export { leadTimesOf, suppliesOf } from './supplies.service.ts'
