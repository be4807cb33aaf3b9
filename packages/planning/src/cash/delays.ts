// SPDX-License-Identifier: Apache-2.0
import { mean } from '@resham/stats'
import type { PaidLate } from './types.ts'

/** When an invoice is paid, in days after its due day: chance of still being open after each day, falling. */
export type DelayCurve = { readonly days: readonly number[]; readonly stillOpen: readonly number[] }

/** Before anything is known: some pay on the day, most within three weeks. It weighs as much as two invoices. */
const assumed: readonly (readonly [days: number, weight: number])[] = [
  [0, 0.6],
  [7, 0.6],
  [21, 0.5],
  [45, 0.3],
]
/** Beyond all that was seen, an open invoice has one chance in so many of being paid on a day. */
const tailDays = 60
const [earliest, latest] = [-60, 540]

type Weighted = { readonly days: number; readonly open: boolean; readonly weight: number }

/**
 * Learns how each payer pays: the curve of their own invoices and, with the weight of a few invoices, of everybody's.
 * Open invoices count as "at least so late", so that slow payers are not forgotten while they owe.
 *
 * @source Kaplan and Meier (1958), with weights; the weight of the others: Buhlmann and Gisler, A Course in Credibility
 *         Theory (2005), section 3.1: variance within payers over variance between them.
 */
export function learnDelays(history: readonly PaidLate[]): (party: string) => DelayCurve {
  const clean = history.map(({ party, days, open }) => ({ party, days: clamp(days), open }))
  const byParty = Map.groupBy(clean, ({ party }) => party)
  const shared = weightOfOthers([...byParty.values()])
  const pool = gathered(clean, shared)
  const prior: Weighted[] = assumed.map(([days, weight]) => ({ days, open: false, weight }))
  const curves = new Map<string, DelayCurve>()
  return (party) => {
    const known = curves.get(party)
    if (known) return known
    const own = (byParty.get(party) ?? []).map((one) => ({ ...one, weight: 1 }))
    const curve = survival([...own, ...pool, ...prior])
    curves.set(party, curve)
    return curve
  }
}

/** Everybody's invoices by day, so that a curve for each of many payers is made from hundreds of days, not all invoices. */
function gathered(clean: readonly PaidLate[], shared: number): Weighted[] {
  const byDay = Map.groupBy(clean, ({ days, open }) => days * 2 + Number(open))
  return [...byDay].map(([key, list]) => ({
    days: Math.floor(key / 2),
    open: key % 2 !== 0,
    weight: (shared * list.length) / clean.length,
  }))
}

/** How many invoices everybody's habits weigh as, 2 to 50; 8 where too few payers are known to tell. */
function weightOfOthers(parties: readonly (readonly PaidLate[])[]): number {
  const paid = parties
    .map((list) => list.filter(({ open }) => !open).map(({ days }) => days))
    .filter((days) => days.length > 1)
  if (paid.length < 3) return 8
  const means = paid.map(mean)
  const within = mean(paid.map((days, i) => sumOfSquares(days, means[i] as number) / (days.length - 1)))
  const perParty = mean(paid.map((days) => 1 / days.length))
  const between = sumOfSquares(means, mean(means)) / (means.length - 1) - within * perParty
  return between <= 0 ? 50 : Math.min(50, Math.max(2, within / between))
}

/**
 * The curve of invoices with weights.
 *
 * @source Kaplan and Meier (1958), equation 2b.
 */
export function survival(seen: readonly Weighted[]): DelayCurve {
  const sorted = [...seen].sort((a, b) => a.days - b.days)
  let atRisk = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let open = 1
  const days: number[] = []
  const stillOpen: number[] = []
  for (let i = 0; i < sorted.length; ) {
    const day = (sorted[i] as Weighted).days
    let paid = 0
    let gone = 0
    for (; i < sorted.length && sorted[i]?.days === day; i++) {
      const { weight, open: isOpen } = sorted[i] as Weighted
      gone += weight
      if (!isOpen) paid += weight
    }
    if (paid > 0) {
      open *= Math.max(0, 1 - paid / atRisk)
      days.push(day)
      stillOpen.push(open < 1e-9 ? 0 : open)
    }
    atRisk -= gone
  }
  return { days, stillOpen }
}

/** Chance of being open after so many days. */
export function stillOpenAfter({ days, stillOpen }: DelayCurve, day: number): number {
  let at = -1
  while (at + 1 < days.length && (days[at + 1] as number) <= day) at++
  if (at < 0) return 1
  const last = days.length - 1
  const chance = stillOpen[at] as number
  return at === last && chance > 0 ? chance * tail(day - (days[last] as number)) : chance
}

/**
 * Draws the delay of an invoice that is known to be open after `late` days.
 *
 * @returns From a chance, uniform in [0, 1), to days after the due day, more than `late`.
 */
export function delaysAfter(curve: DelayCurve, late: number): (chance: number) => number {
  const { days, stillOpen } = curve
  const now = stillOpenAfter(curve, late)
  const first = days.findIndex((day) => day > late)
  const from = Math.max(late, days.at(-1) ?? 0)
  const beyond = now > 0 ? stillOpenAfter(curve, from) : 1
  return (chance) => {
    const wanted = now > 0 ? now * (1 - chance) : 1 - chance
    if (now > 0 && first >= 0 && (stillOpen.at(-1) as number) < wanted)
      return days[firstBelow(stillOpen, wanted, first)] as number
    // Later than anybody was seen to pay.
    const left = beyond > 0 ? Math.min(1, wanted / beyond) : 1 - chance
    return from + 1 + Math.floor(-tailDays * Math.log(Math.max(left, 1e-6)))
  }
}

/** The first place, from one on, whose value is below the bound; values fall, and the last one is below it. */
function firstBelow(values: readonly number[], bound: number, from: number): number {
  let [low, high] = [from, values.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < bound) high = middle
    else low = middle + 1
  }
  return low
}

/** Days after the due day within which half of the payments come. */
export function typicalDelay({ days, stillOpen }: DelayCurve): number {
  const at = stillOpen.findIndex((chance) => chance <= 0.5)
  return days[at < 0 ? days.length - 1 : at] ?? 0
}

function tail(days: number): number {
  return Math.exp(-days / tailDays)
}

function clamp(days: number): number {
  return Math.min(latest, Math.max(earliest, Math.round(days)))
}

function sumOfSquares(values: readonly number[], around: number): number {
  return values.reduce((sum, value) => sum + (value - around) ** 2, 0)
}
