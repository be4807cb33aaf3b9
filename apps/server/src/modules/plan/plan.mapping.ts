// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { BudgetPlan as BudgetReply } from '@resham/contract'
import type { BudgetPlan, PlanLine } from '@resham/planning'
import type { Static } from 'typebox'
import type { KeptLine } from './plan.types.ts'

/** A line of the engine as it is kept: pieces become thousandths, amounts whole minor units. */
export function toKeptLine(line: PlanLine, currency: string): KeptLine {
  return {
    itemId: line.key,
    code: line.code,
    name: line.name,
    category: line.category,
    urgency: line.urgency,
    orderQuantityMilli: milli(line.orderQuantity),
    orderBy: line.orderBy === null ? null : fromDayNumber(line.orderBy),
    runsOut:
      line.runsOut === null
        ? null
        : { expected: fromDayNumber(line.runsOut.expected), early: fromDayNumber(line.runsOut.early) },
    daysOfCover: line.daysOfCover,
    leadTimeDays: line.leadTimeDays,
    packSizeMilli: milli(line.packSize),
    minimumOrderMilli: milli(line.minimumOrder),
    serviceLevelPercent: line.serviceLevelPercent,
    onHandMilli: line.onHand === null ? null : milli(line.onHand),
    onOrderMilli: milli(line.onOrder),
    countedOn: line.countedOn === null ? null : fromDayNumber(line.countedOn),
    targetMilli: milli(line.target),
    demand: { ...line.demand },
    stockOutChance: line.stockOutChance,
    unitCost: line.unitCost === null ? null : money(line.unitCost, currency),
    cost: line.cost === null ? null : money(line.cost, currency),
    costEstimated: line.costEstimated,
    why: line.why.map(({ code, values }) => ({ code, values: { ...values } })),
    supplier: line.supplier,
  }
}

/** What a budget buys, as the API answers it. */
export function toBudgetReply(plan: BudgetPlan, currency: string): Static<typeof BudgetReply> {
  return {
    budget: money(plan.budget, currency),
    spent: money(plan.spent, currency),
    chosen: plan.chosen.map((one) => ({
      itemId: one.key,
      name: one.name,
      quantityMilli: milli(one.quantity),
      cost: money(one.cost, currency),
      reason: { code: one.reason.code, values: { ...one.reason.values } },
    })),
    leftOut: plan.leftOut,
    leftOutCost: money(plan.leftOutCost, currency),
  }
}

function milli(pieces: number): number {
  return Math.round(pieces * 1000)
}

function money(minor: number, currency: string): { minor: string; currency: string } {
  return { minor: String(Math.round(minor)), currency }
}
