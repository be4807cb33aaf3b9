// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { BudgetPlan as BudgetReply } from '@resham/contract'
import type { BudgetPlan, PlanLine } from '@resham/planning'
import type { Static } from 'typebox'
import { toMilli, toMoneyReply } from '#platform/http/amounts.ts'
import type { KeptLine } from './plan.types.ts'

/** A line of the engine as it is kept: pieces become thousandths, amounts whole minor units. */
export function toKeptLine(line: PlanLine, currency: string): KeptLine {
  return {
    itemId: line.key,
    code: line.code,
    name: line.name,
    category: line.category,
    urgency: line.urgency,
    orderQuantityMilli: toMilli(line.orderQuantity),
    orderBy: line.orderBy === null ? null : fromDayNumber(line.orderBy),
    runsOut:
      line.runsOut === null
        ? null
        : { expected: fromDayNumber(line.runsOut.expected), early: fromDayNumber(line.runsOut.early) },
    daysOfCover: line.daysOfCover,
    leadTimeDays: line.leadTimeDays,
    packSizeMilli: toMilli(line.packSize),
    minimumOrderMilli: toMilli(line.minimumOrder),
    serviceLevelPercent: line.serviceLevelPercent,
    onHandMilli: line.onHand === null ? null : toMilli(line.onHand),
    onOrderMilli: toMilli(line.onOrder),
    countedOn: line.countedOn === null ? null : fromDayNumber(line.countedOn),
    targetMilli: toMilli(line.target),
    demand: { ...line.demand },
    stockOutChance: line.stockOutChance,
    unitCost: line.unitCost === null ? null : toMoneyReply(line.unitCost, currency),
    cost: line.cost === null ? null : toMoneyReply(line.cost, currency),
    costEstimated: line.costEstimated,
    why: line.why.map(({ code, values }) => ({ code, values: { ...values } })),
    supplier: line.supplier,
  }
}

/** What a budget buys, as the API answers it. */
export function toBudgetReply(plan: BudgetPlan, currency: string): Static<typeof BudgetReply> {
  return {
    budget: toMoneyReply(plan.budget, currency),
    spent: toMoneyReply(plan.spent, currency),
    chosen: plan.chosen.map((one) => ({
      itemId: one.key,
      name: one.name,
      quantityMilli: toMilli(one.quantity),
      cost: toMoneyReply(one.cost, currency),
      reason: { code: one.reason.code, values: { ...one.reason.values } },
    })),
    leftOut: plan.leftOut,
    leftOutCost: toMoneyReply(plan.leftOutCost, currency),
  }
}
