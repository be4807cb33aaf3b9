// SPDX-License-Identifier: Apache-2.0
import { type PlanLine, type PlanSettings, type PurchaseLine, urgencies } from '@resham/contract'
import type { Static } from 'typebox'
import { sentenceInWords } from '#lib/features/sentences/sentence.ts'
import type { Words } from '#lib/i18n/words.ts'

export type PlanLineReply = Static<typeof PlanLine>
type Urgency = (typeof urgencies)[number]

const colours = { now: 'madder', soon: 'turmeric', later: 'indigo', enough: 'leaf', 'count-first': 'plain' } as const

export type PlanRow = {
  readonly id: string
  readonly name: string
  readonly urgency: string
  readonly colour: (typeof colours)[Urgency]
  /** "Order 240 by 3 December". */
  readonly what: string
  /** The first reason, short. */
  readonly reason: string
  readonly why: readonly string[]
  readonly cost: string | null
  readonly costEstimated: boolean
  readonly orderMilli: number
  readonly listed: string | null
}

/** Sentences that decide what is to be done; the others are how we came to it. */
const decisive = new Set([
  'plan.count-first',
  'plan.order-now',
  'plan.order-by',
  'plan.enough',
  'plan.enough-unsold',
  'plan.too-seldom',
  'plan.no-demand',
])

/** A line of the plan as its row shows it. */
export function planRow(line: PlanLineReply, currency: string, words: Words): PlanRow {
  const first = line.why.find(({ code }) => decisive.has(code)) ?? line.why[0]
  const say = (sentence: PlanLineReply['why'][number]) => sentenceInWords(sentence, currency, words)
  return {
    id: line.itemId,
    name: line.name,
    urgency: words.t(`plan.urgency.${line.urgency}`),
    colour: colours[line.urgency],
    what: whatToDo(line, words),
    reason: first ? say(first) : '',
    why: line.why
      .filter((sentence) => sentence !== first)
      .map(say)
      .filter(Boolean),
    cost: line.cost === null || line.orderQuantityMilli === 0 ? null : words.moneyShort(line.cost),
    costEstimated: line.costEstimated,
    orderMilli: line.orderQuantityMilli,
    listed: line.listedMilli > 0 ? words.quantity(line.listedMilli) : null,
  }
}

function whatToDo(line: PlanLineReply, words: Words): string {
  if (line.urgency === 'count-first') return words.t('plan.what.count')
  const quantity = words.quantity(line.orderQuantityMilli)
  if (line.orderQuantityMilli > 0 && line.orderBy) {
    return words.t(line.urgency === 'now' ? 'plan.what.now' : 'plan.what.by', {
      quantity,
      day: words.day(line.orderBy, 'short'),
    })
  }
  if (line.orderQuantityMilli > 0) return words.t('plan.what.now', { quantity })
  if (line.orderBy) return words.t('plan.what.lookAgain', { day: words.day(line.orderBy, 'short') })
  return words.t('plan.what.nothing')
}

/** Chips by urgency with their counts; those with nothing in them are left out. */
export function urgencyChips(
  counts: Readonly<Record<string, number>>,
  chosen: Urgency | undefined,
  path: string,
  search: string | undefined,
  words: Words,
) {
  const href = (urgency: Urgency | undefined) => {
    const query = new URLSearchParams({ ...(urgency ? { urgency } : {}), ...(search ? { search } : {}) }).toString()
    return query === '' ? path : `${path}?${query}`
  }
  const shown = urgencies.filter((urgency) => (counts[urgency] ?? 0) > 0 || urgency === chosen)
  return [
    { label: words.t('plan.urgency.all'), href: href(undefined), on: chosen === undefined },
    ...shown.map((urgency) => ({
      label: `${words.t(`plan.urgency.${urgency}`)} ${words.number(counts[urgency] ?? 0)}`,
      href: href(urgency),
      on: urgency === chosen,
    })),
  ]
}

/**
 * A service level as people say it: 95 % is "19 times of 20".
 *
 * The smallest "n of m" with m among 2, 3, 4, 5, 10, 20, 50, 100, 1000 that says it to a tenth of a percent.
 */
export function timesOf(percent: number): { readonly times: number; readonly of: number } {
  for (const of of [2, 3, 4, 5, 10, 20, 50, 100]) {
    const times = Math.round((percent / 100) * of)
    if (times < of && Math.abs((times / of) * 100 - percent) < 0.05) return { times, of }
  }
  return { times: Math.round(percent * 10), of: 1000 }
}

/** "Goods arrive in 21 days, you order every 7 days, and 19 times of 20 you do not run out." */
export function settingsInWords(settings: Static<typeof PlanSettings>, words: Words): string {
  const { times, of } = timesOf(settings.serviceLevelPercent)
  return words.t('plan.settings.line', {
    lead: words.t('days', { count: settings.leadTimeDays }),
    review: words.t('days', { count: settings.reviewDays }),
    times,
    of,
  })
}

export type DemandView = {
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly stock: number | null
  readonly target: number
  /** Where the picture ends. */
  readonly top: number
  readonly sentence: string
}

/** The demand until the order after this one arrives, against the stock: a small picture and its sentence. */
export function demandView(line: PlanLineReply, words: Words): DemandView {
  const { days, p10, p50, p90 } = line.demand
  const stock = line.onHandMilli === null ? null : (line.onHandMilli + line.onOrderMilli) / 1000
  const target = line.targetMilli / 1000
  const sentence = words.t('plan.demand', {
    days: words.t('days', { count: Math.round(days) }),
    low: words.number(Math.round(p10)),
    middle: words.number(Math.round(p50)),
    high: words.number(Math.round(p90)),
  })
  return {
    low: p10,
    middle: p50,
    high: p90,
    stock,
    target,
    top: Math.max(1, p90, stock ?? 0, target) * 1.05,
    sentence:
      stock === null
        ? sentence
        : `${sentence} ${words.t('plan.demand.stock', { stock: words.number(Math.round(stock)) })}`,
  }
}

type PurchaseReply = Static<typeof PurchaseLine>

/** What all lines with a known cost come to, and how many have none. */
export function totalOf(lines: readonly PurchaseReply[], currency: string) {
  const minor = lines.reduce((sum, { cost }) => sum + (cost === null ? 0n : BigInt(cost.minor)), 0n)
  return { total: { minor: String(minor), currency }, unknown: lines.filter(({ cost }) => cost === null).length }
}

/** The purchase list as a message: one line an item, suppliers apart, no marks that a phone shows as boxes. */
export function listAsMessage(lines: readonly PurchaseReply[], shop: string, words: Words): string {
  const suppliers = [...new Set(lines.map(({ supplier }) => supplier ?? ''))].sort()
  const parts = suppliers.map((supplier) => {
    const own = lines.filter((line) => (line.supplier ?? '') === supplier)
    const head = supplier === '' ? [] : [`*${supplier}*`]
    return [...head, ...own.map((line) => `- ${lineInWords(line, words)}`)].join('\n')
  })
  return [words.t('list.message.title', { shop }), ...parts].join('\n\n').replace(/[\u2068\u2069]/g, '')
}

function lineInWords({ name, code, quantityMilli, unit }: PurchaseReply, words: Words): string {
  const quantity = [words.quantity(quantityMilli), unit ? unitInWords(unit, words) : ''].filter(Boolean).join(' ')
  return `${name}${code === name ? '' : ` (${code})`}: ${quantity}`
}

/** Units that are ours in the reader's language; any other as the person wrote it. */
export function unitInWords(unit: string, words: Words): string {
  const known = { piece: 'unit.piece', pair: 'unit.pair', set: 'unit.set', kg: 'unit.kg', dozen: 'unit.dozen' } as const
  return Object.hasOwn(known, unit) ? words.t(known[unit as keyof typeof known]) : unit
}
