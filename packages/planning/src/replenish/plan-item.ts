// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, type Declined, isDeclined } from '@resham/base'
import { type Sentence, sentence } from '../sentences.ts'
import type { ItemDemand, PlanLine, Supply, SupplyDefaults, Urgency } from '../types.ts'
import { chanceOfMore, demandCurve, demandOver, expectedShort, meanOver, quantileOfRow } from './distribution.ts'
import { orderQuantity } from './order-quantity.ts'
import { earlyRunOut, expectedRunOut, orderCanWait } from './run-out.ts'
import { type FullSupply, fullSupply } from './supply.ts'

/** The item a line is about. */
export type PlannedItem = Pick<PlanLine, 'key' | 'code' | 'name' | 'category'>

export type PlanItemSettings = {
  readonly today: DayNumber
  readonly supply?: SupplyDefaults
  /** Pieces sold since the count, so that an old count is not taken for today's stock; 0 when left out. */
  readonly soldSince?: number
}

/** An order that can wait longer than this is no concern of this month. */
const LATER_DAYS = 30
/** An order due within so many chances to order is due soon. */
const SOON_REVIEWS = 2
/**
 * An order covers at least so many days beyond the reorder point. Costs of placing an order are known to hardly any
 * small shop, and without them no cheapest quantity can be worked out; a month is how such shops buy and pay.
 */
const CYCLE_DAYS = 30

/**
 * What to buy of one item and when.
 *
 * Every review looks at the position, stock on hand and on order. At or below the reorder point s it is time to order:
 * s is what demand over lead time and review stays below in as many of 100 cycles as the service level says, since the
 * next chance comes a review later and what is ordered then a lead time after that. The order brings the position up to
 * S, which is s and the demand expected in a month (or in a review, when that is longer), so that an item is ordered
 * about once a month and not a little every week.
 *
 * What is on order is taken to arrive within the lead time. Microseconds: the distribution is stored, not made anew.
 *
 * @param demand As `outlookOfItem` gives it. Of a Declined nothing is expected and nothing ordered.
 * @throws planning.supply-invalid
 * @source Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., 2017, chapter 6:
 *         periodic review, reorder point and order-up-to level, (R, s, S), with the probability of no stock-out in a
 *         cycle (P1).
 */
export function planItem(
  item: PlannedItem,
  demand: ItemDemand | Declined,
  supply: Supply,
  settings: PlanItemSettings,
): PlanLine {
  const full = fullSupply(supply, settings.supply)
  const known = isDeclined(demand) ? NOTHING : demand
  const service = full.serviceLevelPercent / 100
  const days = full.leadTimeDays + full.reviewDays
  const whole = demandOver(known, days)
  const untilArrival = demandOver(known, full.leadTimeDays)
  const reorderPoint = Math.max(0, Math.ceil(demandCurve(known, service)(days) - 1e-9))
  const cycle = meanOver(known, cycleDays(full))
  const target = Math.max(0, Math.ceil(reorderPoint + cycle - 1e-9))
  const line = {
    ...about(item, full),
    reorderPoint,
    target,
    demand: {
      days,
      mean: meanOver(known, days),
      p10: quantileOfRow(whole, 0.1),
      p50: quantileOfRow(whole, 0.5),
      p90: quantileOfRow(whole, 0.9),
    },
    ...costOf(full, known.price),
  }
  if (full.onHand === null) return countFirst(line, known, full)

  const soldSince = full.countedOn === null ? 0 : Math.max(0, settings.soldSince ?? 0)
  const onHand = Math.max(0, full.onHand - soldSince)
  const position = onHand + full.onOrder
  // At a reorder point of zero nothing needs to be kept: it sells so seldom that the service level holds without.
  const kept = reorderPoint > 0
  const low = kept && position <= reorderPoint
  const quantity = low ? orderQuantity(target - position, full.packSize, full.minimumOrder) : 0
  const due = quantity > 0
  const canWait = due ? 0 : kept ? orderCanWait(known, position - reorderPoint) : undefined
  const expected = known.daily > 0 ? expectedRunOut(known, onHand) : undefined
  const early = expected === undefined ? undefined : earlyRunOut(known, onHand)
  const urgency = due ? 'now' : urgencyOf(canWait, full.reviewDays)
  const stockOutChance = chanceOfMore(untilArrival, position)
  const saved = expectedShort(whole, position) - expectedShort(untilArrival, position)
  const planned: PlanLine = {
    ...line,
    urgency,
    onHand,
    orderQuantity: quantity,
    orderBy: canWait === undefined ? null : settings.today + canWait,
    runsOut:
      expected === undefined
        ? null
        : { expected: settings.today + expected, early: settings.today + Math.min(expected, early ?? expected) },
    daysOfCover: known.daily > 0 ? (expected ?? onHand / known.daily) : null,
    stockOutChance,
    cost: line.unitCost === null ? null : quantity * line.unitCost,
    atStake: known.price === null ? null : Math.max(0, saved) * known.price,
    why: [],
  }
  return { ...planned, why: whyOf(planned, known, soldSince, full) }
}

function cycleDays({ reviewDays }: FullSupply): number {
  return Math.max(reviewDays, CYCLE_DAYS)
}

/** Demand of an item of which nothing is known. */
const NOTHING: ItemDemand = {
  kind: 'demand',
  version: 1,
  basis: 'average',
  model: 'average',
  weeks: 0,
  daily: 0,
  horizons: [7],
  means: [0],
  probabilities: [0.5],
  quantiles: [[0]],
  price: null,
}

function about(item: PlannedItem, full: FullSupply) {
  const { leadTimeDays, reviewDays, serviceLevelPercent, packSize, minimumOrder, onOrder, countedOn, supplier } = full
  return {
    key: item.key,
    code: item.code,
    name: item.name,
    category: item.category,
    leadTimeDays,
    reviewDays,
    serviceLevelPercent,
    packSize,
    minimumOrder,
    onOrder,
    countedOn,
    supplier,
  }
}

/** Cost of a piece in whole minor units, as every list of lines multiplies it: as given, else a share of what it sells for. */
function costOf(full: FullSupply, price: number | null) {
  if (full.unitCost !== null) return { price, unitCost: full.unitCost, costEstimated: false }
  const unitCost = price === null ? null : Math.round(price * full.costShare)
  return { price, unitCost, costEstimated: unitCost !== null }
}

function urgencyOf(canWait: number | undefined, reviewDays: number): Urgency {
  if (canWait === undefined) return 'enough'
  if (canWait <= SOON_REVIEWS * reviewDays) return 'soon'
  return canWait <= LATER_DAYS ? 'later' : 'enough'
}

type Unfinished = Omit<
  PlanLine,
  | 'urgency'
  | 'orderQuantity'
  | 'orderBy'
  | 'runsOut'
  | 'daysOfCover'
  | 'onHand'
  | 'stockOutChance'
  | 'cost'
  | 'atStake'
  | 'why'
>

function countFirst(line: Unfinished, demand: ItemDemand, full: FullSupply): PlanLine {
  const why = [
    ...expectation(line, demand),
    ...(demand.daily > 0 ? [sentence('plan.count-first', { point: line.reorderPoint })] : []),
  ]
  return {
    ...line,
    // Nothing sells: counting it would change nothing.
    urgency: demand.daily > 0 ? 'count-first' : 'enough',
    orderQuantity: 0,
    orderBy: null,
    runsOut: null,
    daysOfCover: null,
    onHand: full.onHand,
    stockOutChance: null,
    cost: line.unitCost === null ? null : 0,
    atStake: null,
    why,
  }
}

function expectation(line: Unfinished, demand: ItemDemand): Sentence[] {
  const { days, mean, p90 } = line.demand
  if (!(demand.daily > 0)) return [sentence('plan.no-demand', {})]
  return [
    sentence('plan.expects', { mean, days }),
    sentence('plan.busy-case', { p90, days }),
    ...(demand.basis === 'average' ? [sentence('plan.rough-average', { weeks: demand.weeks })] : []),
  ]
}

/** The reasons in the order in which they lead to the answer: demand, stock, the order, its timing, its cost. */
function whyOf(line: PlanLine, demand: ItemDemand, soldSince: number, full: FullSupply): Sentence[] {
  const why = expectation(line, demand)
  const onHand = line.onHand ?? 0
  why.push(
    line.onOrder > 0
      ? sentence('plan.have-and-coming', { onHand, onOrder: line.onOrder })
      : sentence('plan.have', { onHand }),
  )
  if (soldSince > 0 && line.countedOn !== null) {
    why.push(sentence('plan.sold-since-count', { sold: soldSince, counted: line.countedOn }))
  }
  if (!(demand.daily > 0)) {
    if (onHand > 0) why.push(sentence('plan.enough-unsold', {}))
    return why
  }
  if (line.reorderPoint > 0)
    why.push(sentence('plan.reorder-point', { point: line.reorderPoint, service: line.serviceLevelPercent / 100 }))
  if (line.orderQuantity > 0) {
    why.push(sentence('plan.target', { target: line.target, days: cycleDays(full) }))
    const packs = Math.round(line.orderQuantity / line.packSize)
    if (line.packSize !== 1) why.push(sentence('plan.packs', { packs, size: line.packSize }))
    if (line.minimumOrder > line.target - onHand - line.onOrder) {
      why.push(sentence('plan.minimum', { minimum: line.minimumOrder }))
    }
  }
  if (line.urgency === 'now') {
    why.push(sentence('plan.order-now', { chance: line.stockOutChance ?? 0, lead: line.leadTimeDays }))
  } else if (line.reorderPoint === 0) {
    why.push(sentence('plan.too-seldom', {}))
  } else if (line.urgency === 'enough') {
    why.push(sentence('plan.enough', { cover: line.daysOfCover ?? 0 }))
  } else if (line.orderBy !== null) {
    why.push(sentence('plan.order-by', { by: line.orderBy }))
  }
  if (line.costEstimated && line.orderQuantity > 0) why.push(sentence('plan.cost-estimated', { share: full.costShare }))
  return why
}
