// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { STRETCH } from '../compare.ts'
import { type Sentence, sentence } from '../sentences.ts'
import type { Measured } from '../trends/stories.ts'
import type { PlanLine, Subject, Task, TaskKind, TrendStory } from '../types.ts'
import type { LostCustomer } from './lost-customers.ts'
import type { Moved } from './movers.ts'
import { priceTasks } from './price-tasks.ts'

/** What tasks are found in. */
export type Findings = {
  readonly today: DayNumber
  readonly plan: readonly PlanLine[]
  readonly items: readonly Measured[]
  readonly stories: readonly TrendStory[]
  readonly lost: readonly LostCustomer[]
  readonly moved: readonly Moved[]
}

/** A page holds five; a kind may not crowd out the others. */
const MOST = 5
const MOST_OF_KIND: Readonly<Record<TaskKind, number>> = {
  'order-stock': 3,
  'count-stock': 1,
  'ask-customer': 2,
  'look-at-price': 1,
  'slow-stock': 1,
  'look-at-drop': 2,
}
/** Counting comes first while stock is unknown for this share of what the important items bring. */
const MOSTLY_UNCOUNTED = 0.5
/** Stock beyond so many days of demand is slow. */
const SLOW_DAYS = 180
/** Sales lost that no order could change are no task; smaller sums than this share of a month are no task either. */
const WORTH_A_LINE = 0.0005

/** At most five things to do, by money at stake; each subject once. Fewer when there is less to do. */
export function tasksOf(findings: Findings): Task[] {
  const month = findings.items.reduce((total, { now }) => total + Math.max(0, now.net), 0)
  const counting = countTask(findings)
  const candidates = [
    ...findings.plan.filter(({ urgency }) => urgency === 'now').map(orderTask),
    ...findings.lost.map(askTask),
    ...priceTasks(findings.items, findings.today),
    ...slowTasks(findings),
    ...findings.moved.filter(({ ratio }) => ratio < 0).map(dropTask),
  ]
    .filter(({ worth }) => worth !== null && worth > WORTH_A_LINE * month)
    .sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0))
  const room = MOST - (counting ? 1 : 0)
  const chosen = pickSome(candidates, room)
  if (counting === undefined) return chosen
  return counting.first ? [counting.task, ...chosen] : [...chosen, counting.task]
}

/** The best of each kind first, so that no kind hides another; then the next best, while there is room. */
function pickSome(candidates: readonly Task[], room: number): Task[] {
  const chosen = new Set<Task>()
  const subjects = new Set<string>()
  const ofKind = new Map<TaskKind, number>()
  for (const most of [1, MOST]) {
    for (const task of candidates) {
      const subject = `${task.subject.kind} ${task.subject.key}`
      const had = ofKind.get(task.kind) ?? 0
      if (chosen.size >= room || subjects.has(subject) || had >= Math.min(most, MOST_OF_KIND[task.kind])) continue
      chosen.add(task)
      subjects.add(subject)
      ofKind.set(task.kind, had + 1)
    }
  }
  return candidates.filter((task) => chosen.has(task))
}

function itemSubject({ key, name }: { readonly key: string; readonly name: string }): Subject {
  return { kind: 'item', key, name }
}

function orderTask(line: PlanLine): Task {
  const { name, orderQuantity: quantity, stockOutChance, leadTimeDays: lead, runsOut, atStake } = line
  const why: Sentence[] = []
  if (atStake !== null) why.push(sentence('why.may-lose-sales', { worth: atStake }))
  if (stockOutChance !== null) why.push(sentence('why.stock-out-chance', { chance: stockOutChance, lead }))
  if (runsOut !== null) why.push(sentence('why.runs-out', runsOut))
  return {
    kind: 'order-stock',
    subject: itemSubject(line),
    reason: sentence('task.order-stock', { name, quantity, by: line.orderBy ?? 0 }),
    why,
    worth: atStake,
    quantity,
  }
}

/** Count the important items whose stock nobody knows: no sum can be named for it, since nothing is known. */
function countTask({ plan, stories }: Findings): { readonly task: Task; readonly first: boolean } | undefined {
  const classA = new Map(stories.filter(({ brief }) => brief.abc === 'A').map((story) => [story.brief.key, story]))
  const uncounted = plan.filter(({ urgency, key }) => urgency === 'count-first' && classA.has(key))
  const one = uncounted[0]
  if (one === undefined) return undefined
  const net = (keys: Iterable<string>): number => {
    let total = 0
    for (const key of keys) total += classA.get(key)?.net12Months ?? 0
    return total
  }
  const theirs = net(uncounted.map(({ key }) => key))
  const share = theirs / net(classA.keys())
  const alone = uncounted.length === 1
  const task: Task = {
    kind: 'count-stock',
    subject: alone ? itemSubject(one) : { kind: 'business', key: '', name: '' },
    reason: alone
      ? sentence('task.count-stock-one', { name: one.name })
      : sentence('task.count-stock-many', { items: uncounted.length, share }),
    why: [sentence('why.best-sellers', { net: theirs })],
    worth: null,
    quantity: null,
  }
  return { task, first: share >= MOSTLY_UNCOUNTED }
}

function askTask({ measured, usualNet }: LostCustomer): Task {
  const { series, presence, year } = measured
  const { silent, usualGap, last } = presence
  return {
    kind: 'ask-customer',
    subject: { kind: 'customer', key: series.key, name: series.name },
    reason: sentence('task.ask-customer', { name: series.name, silent }),
    why: [
      sentence('why.customer-brings', { net: usualNet, orders: year.orders }),
      sentence('why.usual-gap', { usual: usualGap ?? 0, silent }),
      sentence('why.customer-last-order', { day: last }),
    ],
    worth: usualNet,
    quantity: null,
  }
}

/** Stock that lies: what is there beyond half a year's demand, at cost. */
function slowTasks({ plan, items, today }: Findings): Task[] {
  const lastSold = new Map(items.map(({ series, presence }) => [series.key, presence.last]))
  const tasks: Task[] = []
  for (const line of plan) {
    const { onHand, unitCost, demand, name } = line
    if (onHand === null || unitCost === null) continue
    const daily = demand.mean / demand.days
    const idle = onHand - SLOW_DAYS * daily
    if (!(idle > 0)) continue
    const worth = idle * unitCost
    const since = today - (lastSold.get(line.key) ?? today)
    const reason =
      daily > 0
        ? sentence('task.slow-stock', { name, onHand, cover: onHand / daily })
        : sentence('task.slow-stock-unsold', { name, onHand, since })
    tasks.push({
      kind: 'slow-stock',
      subject: itemSubject(line),
      reason,
      why: [sentence('why.money-tied-up', { worth }), sentence('why.sells-a-month', { quantity: daily * STRETCH })],
      worth,
      quantity: null,
    })
  }
  return tasks
}

function dropTask({ measured, ratio, difference }: Moved): Task {
  const { series, now, before } = measured
  return {
    kind: 'look-at-drop',
    subject: itemSubject(series),
    reason: sentence('task.look-at-drop', { name: series.name, ratio: Math.min(1, -ratio) }),
    why: [
      sentence('why.net-was-is', { before: before.net, now: now.net }),
      sentence('why.orders-was-is', { before: before.orders, now: now.orders }),
    ],
    worth: -difference,
    quantity: null,
  }
}
