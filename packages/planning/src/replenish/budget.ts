// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { sentence } from '../sentences.ts'
import type { BudgetPlan, PlanLine } from '../types.ts'
import { shortWithin } from './distribution.ts'

/** An order is cut into at most so many steps, so that a large one is not weighed pack by pack. */
const STEPS = 20

/** A part of an order: it can only be bought after the parts before it. */
export type OrderStep = {
  readonly line: number
  readonly quantity: number
  readonly cost: number
  /** Margin that it is expected to save, in minor units. */
  readonly gain: number
}

/**
 * What to buy with a given sum: the packs that save most margin for each unit of money come first.
 *
 * The gain of a pack falls with every pack of the same item before it, so buying by gain for money is the best of all
 * ways, up to what the last pack that did not fit would have saved.
 *
 * @param lines  Of a plan; those without an order or a cost are passed over.
 * @param budget Minor units, 0 or more. Never exceeded.
 * @throws planning.budget-invalid
 * @source Dantzig, "Discrete-variable extremum problems", Operations Research 5(2), 1957: greedy by ratio. Marginal
 *         allocation to inventory: Silver, Pyke and Thomas, 4th ed., 2017, section 9 (budget constraint).
 */
export function withinBudget(lines: readonly PlanLine[], budget: number): BudgetPlan {
  if (!(budget >= 0 && Number.isFinite(budget)))
    throw new AppError('planning.budget-invalid', { budget: String(budget) })
  const wanted = lines.filter((line) => line.orderQuantity > 0)
  const steps = wanted.flatMap((line, i) => stepsOf(line, i))
  // Of equal worth the order of the lines decides; within a line a step never goes before an earlier one.
  const order = steps.map((_, i) => i)
  const ratio = fallingWorth(steps)
  order.sort((a, b) => descending(ratio[a] as number, ratio[b] as number) || a - b)
  const bought = new Array<number>(wanted.length).fill(0)
  const closed = new Array<boolean>(wanted.length).fill(false)
  let spent = 0
  for (const index of order) {
    const step = steps[index] as OrderStep
    if (closed[step.line]) continue
    if (spent + step.cost > budget) {
      closed[step.line] = true
      continue
    }
    spent += step.cost
    bought[step.line] = (bought[step.line] as number) + step.quantity
  }
  return report(wanted, bought, budget, spent)
}

/**
 * The parts of a line's order, in the order in which they must be bought: first the minimum, then packs. Each is worth
 * no more for its money than the one before.
 */
export function stepsOf(line: PlanLine, index: number): OrderStep[] {
  if (line.unitCost === null || !(line.orderQuantity > 0)) return []
  const margin = line.price === null ? line.unitCost : Math.max(0, line.price - line.unitCost)
  const position = (line.onHand ?? 0) + line.onOrder
  const perStep = Math.ceil(line.orderQuantity / line.packSize / STEPS) * line.packSize
  const minimum = Math.ceil(line.minimumOrder / line.packSize - 1e-9) * line.packSize
  const out: OrderStep[] = []
  let done = 0
  while (done < line.orderQuantity - 1e-9) {
    const quantity = Math.min(line.orderQuantity - done, done === 0 ? Math.max(minimum, perStep) : perStep)
    const saved = shortOf(line, position + done) - shortOf(line, position + done + quantity)
    out.push({ line: index, quantity, cost: quantity * line.unitCost, gain: margin * saved })
    done += quantity
  }
  return out
}

/**
 * Pieces wanted and not there over the line's stretch of days, on average: from the line's own mean case and its 10th,
 * 50th and 90th of 100, straight in between.
 */
function shortOf(line: Pick<PlanLine, 'demand'>, stock: number): number {
  const { mean, p10, p50, p90 } = line.demand
  const lowest = Math.max(0, p10 - (p50 - p10) / 4)
  // The highest corner is where the mean comes out right: of lumpy demand most lies above the 90th case.
  const rest = 0.05 * (lowest + p10) + 0.2 * (p10 + p50) + 0.2 * (p50 + p90)
  const highest = Math.max(p90, 20 * (mean - rest) - p90)
  const corners = [lowest, p10, p50, p90, highest]
  const shares = [0.1, 0.4, 0.4, 0.1]
  let short = 0
  for (let i = 0; i < shares.length; i++) {
    short += (shares[i] as number) * shortWithin(corners[i] as number, corners[i + 1] as number, stock)
  }
  return short
}

/**
 * What each step saves for its money. Steps of one line are worth less and less, but sums of floating numbers are a hair
 * off: no step counts for more than the one before it, so that none is bought before it.
 */
function fallingWorth(steps: readonly OrderStep[]): number[] {
  const worth: number[] = []
  steps.forEach(({ line, gain, cost }, i) => {
    const own = cost > 0 ? gain / cost : Number.POSITIVE_INFINITY
    worth.push(steps[i - 1]?.line === line ? Math.min(own, worth[i - 1] as number) : own)
  })
  return worth
}

function descending(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1
}

function report(wanted: readonly PlanLine[], bought: readonly number[], budget: number, spent: number): BudgetPlan {
  let leftOut = 0
  let leftOutCost = 0
  const chosen: BudgetPlan['chosen'][number][] = []
  wanted.forEach((line, i) => {
    const quantity = bought[i] as number
    const cost = quantity * (line.unitCost ?? 0)
    if (quantity > 0) {
      const all = quantity >= line.orderQuantity - 1e-9
      const reason = all
        ? sentence('budget.all', { quantity })
        : sentence('budget.part', { quantity, wanted: line.orderQuantity })
      chosen.push({ key: line.key, name: line.name, quantity, cost, reason })
    }
    if (quantity < line.orderQuantity - 1e-9) {
      leftOut += 1
      leftOutCost += (line.orderQuantity - quantity) * (line.unitCost ?? 0)
    }
  })
  return { budget, spent, chosen, leftOut, leftOutCost }
}
