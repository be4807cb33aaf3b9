// SPDX-License-Identifier: Apache-2.0
import { type Declined, fromDayNumber, isDeclined, type PlainDate } from '@resham/base'
import type * as contract from '@resham/contract'
import type * as planning from '@resham/planning'
import type { Static, TSchema } from 'typebox'
import type { FactSeries } from '#modules/sales/index.ts'
import { toMilli, toMoneyReply } from '#platform/http/amounts.ts'
import type { OutlookRecord } from './outlook.repository.ts'

type Reply<S extends TSchema> = Static<S>
type HolidaysOf = (from: PlainDate, to: PlainDate) => Reply<typeof contract.Holiday>[]

/** Daily facts as the engine takes them: here, and nowhere else, money becomes a floating number. */
export function toSeries(facts: FactSeries, name: string): planning.DailySeries {
  return {
    key: facts.key,
    name,
    days: facts.days,
    quantity: facts.quantityMilli.map((milli) => milli / 1000),
    net: facts.netMinor,
    orders: facts.orders,
  }
}

/** A refusal as the API answers it. */
function toDeclined(refusal: Declined): Reply<typeof contract.DeclinedReply> {
  return { ...refusal }
}

/** A sentence of the engine as the API answers it: days are dates, the rest stays. */
function toSentence(from: { code: string; values: Readonly<Record<string, string | number>> }) {
  return { code: from.code, values: { ...from.values } }
}

function toCompared(
  from: planning.Compared,
  currency: string,
): Reply<typeof contract.Change> | Reply<typeof contract.DeclinedReply> {
  if (from.kind === 'declined') return toDeclined(from)
  const { kind, ratio } = from
  return {
    kind,
    ratio,
    from: fromDayNumber(from.from),
    to: fromDayNumber(from.to),
    net: toMoneyReply(from.net, currency),
  }
}

/** A chart as it is kept: weeks as plain lists, in whole minor units or thousandths of a piece. */
export type KeptChart = planning.Chart

/** Digits beyond these say nothing, and thousands of charts are kept. */
function toKeptChart({ unit, past, next, marks }: planning.Chart): KeptChart {
  const digits = unit === 'money' ? 1 : 1000
  const round = (values: readonly number[]) => values.map((value) => Math.round(value * digits) / digits)
  const ahead = isDeclined(next) ? next : { ...next, mean: round(next.mean), lo: round(next.lo), hi: round(next.hi) }
  return { unit, past: { from: past.from, values: round(past.values) }, next: ahead, marks }
}

/** A kept chart as the API answers it, with the holidays that fall in it: they are the country's, and may change. */
export function toChart(kept: KeptChart, holidaysOf: HolidaysOf): Reply<typeof contract.Chart> {
  const { past, next } = kept
  const weekOf = (start: number, week: number) => fromDayNumber(start + 7 * week)
  const weeksAhead = isDeclined(next) ? 0 : next.mean.length
  const last =
    isDeclined(next) || weeksAhead === 0 ? weekOf(past.from, past.values.length - 1) : weekOf(next.from, weeksAhead - 1)
  return {
    unit: kept.unit,
    past: past.values.map((value, week) => ({ from: weekOf(past.from, week), value })),
    next: isDeclined(next)
      ? []
      : next.mean.map((mean, week) => ({
          from: weekOf(next.from, week),
          mean,
          lo: next.lo[week] ?? mean,
          hi: next.hi[week] ?? mean,
        })),
    declined: isDeclined(next) ? toDeclined(next) : null,
    model: isDeclined(next) ? null : next.model,
    holidays: past.values.length === 0 ? [] : holidaysOf(weekOf(past.from, 0), last),
    marks: [...kept.marks],
  }
}

/** Today as it is kept: everything but what depends on the moment of reading. */
export type KeptToday = Omit<Reply<typeof contract.Today>, 'booksEnded' | 'provenance' | 'chart'> & {
  readonly chart: KeptChart
}

/** Today as it is kept. */
export function toKeptToday(from: planning.Today, currency: string): KeptToday {
  const { last30 } = from
  return {
    today: fromDayNumber(from.today),
    last30: {
      from: fromDayNumber(last30.from),
      to: fromDayNumber(last30.to),
      net: toMoneyReply(last30.net, currency),
      orders: last30.orders,
      before: toCompared(last30.before, currency),
      lastYear: toCompared(last30.lastYear, currency),
    },
    chart: toKeptChart(from.chart),
    tasks: from.tasks.map((task) => ({
      kind: task.kind,
      subject: { ...task.subject },
      reason: toSentence(task.reason),
      why: task.why.map(toSentence),
      worth: task.worth === null ? null : toMoneyReply(task.worth, currency),
      quantityMilli: task.quantity === null ? null : toMilli(task.quantity),
    })),
    unusual: from.unusual.map((one) => ({
      kind: one.kind,
      subject: { ...one.subject },
      day: fromDayNumber(one.day),
      sentence: toSentence(one.sentence),
      why: one.why.map(toSentence),
      bars: [...one.bars],
    })),
    rising: from.rising.map((mover) => toMover(mover, currency)),
    falling: from.falling.map((mover) => toMover(mover, currency)),
    items: from.items,
  }
}

function toMover(from: planning.Mover, currency: string): KeptToday['rising'][number] {
  return {
    subject: { ...from.subject },
    ratio: from.ratio,
    net: toMoneyReply(from.net, currency),
    spark: [...from.spark],
  }
}

/** A trend as a list shows it. */
export function toBrief(from: planning.TrendBrief, currency: string): Reply<typeof contract.TrendBrief> {
  const { net30, quantity30, spark, ...rest } = from
  return { ...rest, net30: toMoneyReply(net30, currency), quantity30Milli: toMilli(quantity30), spark: [...spark] }
}

/** A trend's story as it is kept. */
export type KeptStory = Omit<Reply<typeof contract.TrendStory>, 'brief' | 'provenance' | 'chart'> & {
  readonly chart: KeptChart
}

/** A trend's story as it is kept. */
export function toKeptStory(from: planning.TrendStory, currency: string): KeptStory {
  return {
    subject: from.subject,
    sentence: toSentence(from.sentence),
    more: from.more.map(toSentence),
    last30: toMoneyReply(from.last30, currency),
    before: toCompared(from.before, currency),
    lastYear: toCompared(from.lastYear, currency),
    net12Months: toMoneyReply(from.net12Months, currency),
    firstDay: fromDayNumber(from.firstDay),
    lastDay: fromDayNumber(from.lastDay),
    season:
      from.season.kind === 'declined'
        ? toDeclined(from.season)
        : { ...from.season, peakMonths: [...from.season.peakMonths] },
    chart: toKeptChart(from.chart),
  }
}

/** Where a result comes from: engine, version, seed and a hash of what went in. */
export function toProvenance(made: Omit<OutlookRecord, 'today'>): Reply<typeof contract.Provenance> {
  return {
    engine: made.engine,
    version: made.engineVersion,
    seed: made.seed,
    inputHash: made.inputHash,
    madeAt: made.madeAt.toISOString(),
  }
}
