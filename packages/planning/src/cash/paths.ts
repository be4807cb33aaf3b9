// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { type DelayCurve, delaysAfter } from './delays.ts'
import type { CashInput, Payable, Receivable } from './types.ts'

export const weeksAhead = 12
const daysAhead = weeksAhead * 7

/** What money did in many futures alike likely: one row of days a path, money of the day in minor units. */
export type Paths = {
  readonly count: number
  readonly invoices: Float64Array
  readonly sales: Float64Array
  readonly bills: Float64Array
  readonly orders: Float64Array
}

/** What a person does about it. Days count from 1, the day after today. */
export type Doings = {
  /** Invoices asked for, which then are paid by this day at the latest. */
  readonly chased: ReadonlyMap<string, number>
  /** Purchases that wait until this day. */
  readonly waiting: ReadonlyMap<string, number>
}

/** Half of what is not known of a week's takings is common to all weeks: a shop that runs badly does so for a while. */
const common = 0.5
/** Standard deviations between the middle and the end of an 80 % band. */
const halfBand = 1.2816

/** Many papers need fewer paths: each is a small part of the whole. */
function pathsFor(papers: number): number {
  if (papers > 2000) return 100
  return papers > 300 ? 250 : 1000
}

/**
 * Draws the futures. Each paper has random numbers of its own, made from its id: what is done about one changes nothing
 * about the others, so that two sets of paths can be compared.
 */
export function drawPaths(input: CashInput, curveOf: (party: string) => DelayCurve): Paths {
  const count = pathsFor(input.receivables.length + input.payables.length)
  const empty = () => new Float64Array(count * daysAhead)
  const paths = { count, invoices: empty(), sales: empty(), bills: empty(), orders: empty() }
  for (const one of input.receivables) addReceivable(paths, one, input, curveOf(one.party), undefined)
  for (const one of input.payables) addPayable(paths, one, input, undefined)
  addTakings(paths, input)
  return paths
}

/** Days, from 1, on which the invoice is paid in each path; beyond the horizon it does not count. */
export function paymentDays(one: Receivable, input: CashInput, curve: DelayCurve, count: number): Int32Array {
  const random = seededRandom(seedOf(input.seed, one.id))
  const due = one.dueDay - input.today
  const delay = delaysAfter(curve, -due)
  const days = new Int32Array(count)
  for (let path = 0; path < count; path++) days[path] = Math.max(1, due + delay(random.next()))
  return days
}

/** The same futures after something else was done: only the papers that it touches are drawn again. */
export function redrawn(paths: Paths, input: CashInput, curveOf: (party: string) => DelayCurve, doings: Doings): Paths {
  const { count, sales } = paths
  const copy = (flow: Float64Array) => Float64Array.from(flow)
  const again = { count, sales, invoices: copy(paths.invoices), bills: copy(paths.bills), orders: copy(paths.orders) }
  for (const one of input.receivables) {
    const until = doings.chased.get(one.id)
    if (until === undefined) continue
    addReceivable(again, { ...one, minor: -one.minor }, input, curveOf(one.party), undefined)
    addReceivable(again, one, input, curveOf(one.party), until)
  }
  for (const one of input.payables) {
    const until = doings.waiting.get(one.id)
    if (until === undefined) continue
    addPayable(again, { ...one, minor: -one.minor }, input, undefined)
    addPayable(again, one, input, until)
  }
  return again
}

function addReceivable(
  paths: Paths,
  one: Receivable,
  input: CashInput,
  curve: DelayCurve,
  chasedUntil: number | undefined,
): void {
  const days = paymentDays(one, input, curve, paths.count)
  for (let path = 0; path < paths.count; path++) {
    const day = Math.min(days[path] as number, chasedUntil ?? daysAhead + 1)
    if (day <= daysAhead) add(paths.invoices, path, day, one.minor)
  }
}

function addPayable(paths: Paths, one: Payable, input: CashInput, waitsUntil: number | undefined): void {
  const day = Math.max(1, one.dueDay - input.today, waitsUntil ?? 0)
  if (day > daysAhead) return
  const to = one.kind === 'bill' ? paths.bills : paths.orders
  for (let path = 0; path < paths.count; path++) add(to, path, day, one.minor)
}

function addTakings(paths: Paths, { takings, seed }: CashInput): void {
  if (!takings) return
  const random = seededRandom(seedOf(seed, 'takings'))
  const [shared, own] = [Math.sqrt(common), Math.sqrt(1 - common)]
  for (let path = 0; path < paths.count; path++) {
    const whole = random.normal()
    for (let week = 0; week < weeksAhead; week++) {
      const z = shared * whole + own * random.normal()
      const mean = takings.mean[week] ?? 0
      const spread = (z > 0 ? (takings.hi[week] ?? mean) - mean : mean - (takings.lo[week] ?? mean)) / halfBand
      const daily = Math.max(0, mean + z * Math.max(0, spread)) / 7
      for (let day = 1; day <= 7; day++) add(paths.sales, path, week * 7 + day, daily)
    }
  }
}

function add(to: Float64Array, path: number, day: number, minor: number): void {
  const at = path * daysAhead + day - 1
  to[at] = (to[at] ?? 0) + minor
}

/** Balances at the end of each day, a row a path. */
export function balancesOf(paths: Paths, openingMinor: number): Float64Array {
  const { invoices, sales, bills, orders } = paths
  const balances = new Float64Array(invoices.length)
  let balance = openingMinor
  for (let at = 0; at < balances.length; at++) {
    if (at % daysAhead === 0) balance = openingMinor
    balance += (invoices[at] ?? 0) + (sales[at] ?? 0) - (bills[at] ?? 0) - (orders[at] ?? 0)
    balances[at] = balance
  }
  return balances
}

/** Of every path, the balance at the end of a week and the lowest within it. @param week From 0. */
export function ofWeek(
  balances: Float64Array,
  count: number,
  week: number,
): { end: Float64Array; lowest: Float64Array } {
  const end = new Float64Array(count)
  const lowest = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  for (let path = 0; path < count; path++) {
    for (let day = week * 7; day < week * 7 + 7; day++) {
      const balance = balances[path * daysAhead + day] ?? 0
      lowest[path] = Math.min(lowest[path] ?? balance, balance)
      end[path] = balance
    }
  }
  return { end, lowest }
}

/** Mean over the paths of what a flow brings in a week. */
export function meanOfWeek(flow: Float64Array, count: number, week: number): number {
  let sum = 0
  for (let path = 0; path < count; path++) {
    for (let day = week * 7; day < week * 7 + 7; day++) sum += flow[path * daysAhead + day] ?? 0
  }
  return sum / count
}

/** FNV-1a, 32 bits, of the seed and a name. */
function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
