// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { aBooks, aSeries, everyDay, inventedBooks, moved, someSettings, TODAY } from './a-books.testing.ts'
import { analyse, analyseAll } from './analyse.ts'
import type { Books, Supply, Task } from './types.ts'

const weekday = (daysAgo: number): number => (TODAY - daysAgo + 4) % 7
/** A shop closed on Fridays, otherwise ten pieces a day, seldom one more or less. */
const usual = (daysAgo: number): number => (weekday(daysAgo) === 5 ? 0 : 10 + ((daysAgo * 7) % 3) - 1)

function tasksOf(books: Books, supplies: readonly Supply[] = []): readonly Task[] {
  return analyseAll(books, supplies, someSettings()).today.tasks
}

describe('last 30 days', () => {
  test('stand against the 30 before and the same days of last year', () => {
    const item = everyDay(500, (daysAgo) => (daysAgo < 30 ? 12 : daysAgo < 60 ? 10 : 8))
    const { last30, items } = analyseAll(aBooks({ items: [item] }), [], someSettings()).today
    expect(last30).toMatchObject({ from: TODAY - 29, to: TODAY, net: 12 * 30 * 100, orders: 30 })
    expect(last30.before.kind === 'change' && last30.before.ratio).toBeCloseTo(0.2)
    expect(last30.lastYear.kind === 'change' && last30.lastYear.ratio).toBeCloseTo(0.5)
    expect(items).toBe(1)
  })
})

describe('what is unusual', () => {
  test('a day five times the same weekdays is a spike, with the item behind it', () => {
    const bat = everyDay(200, (daysAgo) => (daysAgo === 2 ? 50 : usual(daysAgo)), { key: 'bat', name: 'Bat' })
    const { unusual } = analyseAll(aBooks({ items: [bat] }), [], someSettings()).today
    expect(unusual[0]).toMatchObject({ kind: 'spike', subject: { kind: 'business' }, day: TODAY - 2 })
    expect(unusual[0]?.bars).toHaveLength(7)
    expect(unusual[0]?.bars[6]).toBe(5000)
    expect(unusual[0]?.why.map(({ code }) => code)).toContain('why.one-item-behind')
  })

  test('a day without sales is a collapse, but not on the weekly day of rest and not on a holiday', () => {
    const item = everyDay(200, (daysAgo) => (daysAgo === 3 ? 0 : usual(daysAgo)))
    const books = aBooks({ items: [item] })
    const days = (holidays: readonly { name: string; from: number; to: number }[]) =>
      analyseAll(books, [], someSettings({ holidays }))
        .today.unusual.filter(({ subject }) => subject.kind === 'business')
        .map(({ kind, day }) => [kind, day])
    expect(days([])).toEqual([['collapse', TODAY - 3]])
    expect(days([{ name: 'feast', from: TODAY - 4, to: TODAY - 3 }])).toEqual([])
  })

  test('an item that hardly sells has no usual week, so one large order is nothing unusual of it', () => {
    const rare = everyDay(300, (ago) => (ago === 3 ? 720 : ago % 20 === 10 ? 1 : 0), { key: 'rare', price: 1000 })
    const { unusual } = analyseAll(aBooks({ items: [everyDay(300, usual), rare] }), [], someSettings()).today
    expect(unusual.filter(({ subject }) => subject.kind === 'item')).toEqual([])
  })

  test('a week far above the usual is said in pieces, and of many things the three with most money are told', () => {
    const items = Array.from({ length: 6 }, (_, i) =>
      everyDay(300, (ago) => usual(ago) * (ago < 7 ? 3 + i : 1), { key: `i${i}`, name: `item ${i}` }),
    )
    const { unusual } = analyseAll(aBooks({ items }), [], someSettings()).today
    expect(unusual).toHaveLength(3)
    const calm = everyDay(300, (ago) => usual(ago) * 30, { key: 'calm' })
    const told = analyseAll(aBooks({ items: [calm, ...items.slice(0, 2)] }), [], someSettings()).today.unusual
    const said = told.find(({ subject }) => subject.key === 'i1')?.sentence
    expect(said?.code).toBe('unusual.item-week-spike')
    const { value, usual: usualWeek } = said?.values ?? {}
    expect(value).toBe(4 * Number(usualWeek))
  })

  test('a week of returns alone, of an item that often sells nothing in a week, is nothing unusual', () => {
    const bottle = everyDay(300, (ago) => (ago < 7 ? -20 : ago % 28 < 20 && ago % 7 === 3 ? 40 : 0), {
      key: 'bottle',
      price: 1000,
    })
    const { unusual } = analyseAll(aBooks({ items: [everyDay(300, usual), bottle] }), [], someSettings()).today
    expect(unusual.filter(({ subject }) => subject.key === 'bottle')).toEqual([])
  })

  test('a calm business has nothing unusual', () => {
    expect(analyseAll(aBooks({ items: [everyDay(400, usual)] }), [], someSettings()).today.unusual).toEqual([])
  })

  test('a big customer who came every week and stopped is lost, and is to be asked', () => {
    const item = everyDay(500, usual)
    const customer = everyDay(500, (daysAgo) => (daysAgo > 45 && daysAgo % 7 === 0 ? 30 : 0), { key: 'c', name: 'Ali' })
    const { unusual, tasks } = analyseAll(aBooks({ items: [item], customers: [customer] }), [], someSettings()).today
    expect(unusual).toContainEqual(
      expect.objectContaining({ kind: 'lost-customer', subject: { kind: 'customer', key: 'c', name: 'Ali' } }),
    )
    expect(tasks.find(({ kind }) => kind === 'ask-customer')?.worth).toBeCloseTo((3000 * 30) / 7, -3)
  })
})

describe('things to do', () => {
  test('while nothing is counted, counting comes first', () => {
    const [first] = tasksOf(aBooks({ items: [everyDay(300, usual)] }))
    expect(first).toMatchObject({ kind: 'count-stock', worth: null })
  })

  test('an empty shelf is to be filled, with the quantity of the plan', () => {
    const books = aBooks({ items: [everyDay(300, usual, { key: 'bat' })] })
    const { today, plan } = analyseAll(books, [{ key: 'bat', onHand: 0 }], someSettings())
    expect(today.tasks[0]).toMatchObject({ kind: 'order-stock', quantity: plan[0]?.orderQuantity })
    expect(plan[0]?.urgency).toBe('now')
  })

  test('stock for years is slow', () => {
    const books = aBooks({ items: [everyDay(300, usual, { key: 'bat' })] })
    expect(tasksOf(books, [{ key: 'bat', onHand: 100_000 }])[0]).toMatchObject({ kind: 'slow-stock' })
  })

  test('a higher price that lost more than it earned is to be looked at', () => {
    const rows = Array.from({ length: 120 }, (_, i) => {
      const dear = i >= 90
      return [TODAY - 119 + i, dear ? 4 : 10, dear ? 4 * 130 : 1000] as const
    })
    const tasks = tasksOf(aBooks({ items: [aSeries(rows)] }), [{ key: 'a', onHand: 300 }])
    const found = tasks.find(({ kind }) => kind === 'look-at-price')
    expect(found?.reason).toMatchObject({ code: 'task.price-higher', values: { price: 130 } })
    expect(found?.worth).toBeCloseTo(30 * (1000 - 520))
  })

  test('one large order at a trade price, and then none, is no change of price', () => {
    const rows = Array.from({ length: 120 }, (_, i) => {
      const [pieces, price] = i === 75 ? [500, 60] : [4, 100]
      return [TODAY - 119 + i, pieces, pieces * price] as const
    })
    const tasks = tasksOf(aBooks({ items: [aSeries(rows)] }), [{ key: 'a', onHand: 300 }])
    expect(tasks.map(({ kind }) => kind)).not.toContain('look-at-price')
  })

  test('an item that sells a third of what it did is to be looked at, and falls', () => {
    const bat = everyDay(300, (daysAgo) => (daysAgo >= 30 || daysAgo % 3 === 0 ? 10 : 0), { key: 'bat' })
    const { tasks, falling, rising } = analyseAll(
      aBooks({ items: [bat] }),
      [{ key: 'bat', onHand: 300 }],
      someSettings(),
    ).today
    expect(tasks.map(({ kind }) => kind)).toContain('look-at-drop')
    expect(falling[0]).toMatchObject({ subject: { key: 'bat' } })
    expect(falling[0]?.ratio).toBeCloseTo(-2 / 3)
    expect(falling[0]?.spark).toHaveLength(26)
    expect(rising).toEqual([])
  })

  test('two orders instead of one are no rise', () => {
    const seldom = everyDay(300, (daysAgo) => (daysAgo === 5 || daysAgo === 9 || daysAgo === 40 ? 1 : 0), { key: 'x' })
    const { rising, falling } = analyseAll(aBooks({ items: [everyDay(300, usual), seldom] }), [], someSettings()).today
    expect([...rising, ...falling]).toEqual([])
  })

  test('a customer who brought next to nothing is not to be asked after', () => {
    const item = everyDay(500, (daysAgo) => 100 * usual(daysAgo))
    const customer = everyDay(500, (daysAgo) => (daysAgo > 45 && daysAgo % 7 === 0 ? 1 : 0), { key: 'c', price: 10 })
    const { unusual, tasks } = analyseAll(aBooks({ items: [item], customers: [customer] }), [], someSettings()).today
    expect(unusual).toEqual([])
    expect(tasks.map(({ kind }) => kind)).not.toContain('ask-customer')
  })

  test('ten empty shelves leave room for the rest: at most three orders', () => {
    const items = Array.from({ length: 10 }, (_, i) => everyDay(300, usual, { key: `i${i}` }))
    const tasks = tasksOf(
      aBooks({ items }),
      items.map(({ key }) => ({ key, onHand: 0 })),
    )
    expect(tasks.filter(({ kind }) => kind === 'order-stock')).toHaveLength(3)
  })

  test('are at most five, by money at stake, each subject once', () => {
    const books = inventedBooks({ items: 150, customers: 40, countries: 3, days: 400 })
    const tasks = tasksOf(
      books,
      books.items.map(({ key }, i) => ({ key, onHand: i % 3 ? 0 : 5000 })),
    )
    expect(tasks.length).toBeGreaterThanOrEqual(3)
    expect(tasks.length).toBeLessThanOrEqual(5)
    const worths = tasks.map(({ worth }) => worth ?? 0)
    expect(worths).toEqual([...worths].sort((a, b) => b - a))
    expect(new Set(tasks.map(({ subject }) => `${subject.kind} ${subject.key}`)).size).toBe(tasks.length)
  })
})

describe('changes that chance makes', () => {
  test('thirty orders after fifteen are no rise yet: 15 / sqrt(45) = 2.2 deviations', () => {
    const item = everyDay(300, (daysAgo) => (daysAgo < 30 || daysAgo % 2 === 0 ? 1 : 0), { key: 'x' })
    const { today, trends } = analyseAll(aBooks({ items: [everyDay(300, usual), item] }), [], someSettings())
    expect(trends.item.find(({ brief }) => brief.key === 'x')?.brief.growth).toBeCloseTo(1)
    expect(today.rising).toEqual([])
  })

  test('thirty orders after five are one: 4.2 deviations', () => {
    const item = everyDay(300, (daysAgo) => (daysAgo < 30 || daysAgo % 6 === 0 ? 1 : 0), { key: 'x' })
    const { rising } = analyseAll(aBooks({ items: [everyDay(300, usual), item] }), [], someSettings()).today
    expect(rising.map(({ subject, ratio }) => [subject.key, ratio])).toEqual([['x', 5]])
  })

  test('no growth is named where the month before had two orders', () => {
    const item = everyDay(300, (daysAgo) => (daysAgo < 30 || daysAgo % 15 === 0 ? 1 : 0), { key: 'x' })
    const [story] = analyseAll(aBooks({ items: [item] }), [], someSettings()).trends.item
    expect(story?.before).toMatchObject({ kind: 'change', net: 200 })
    expect(story?.brief.growth).toBeNull()
    expect(story?.sentence.code).toBe('trend.little')
  })
})

describe('the chart of the business', () => {
  test('shows eighteen weeks and marks the one that was three times the usual', () => {
    const item = everyDay(400, (daysAgo) => (daysAgo >= 14 && daysAgo < 21 ? 3 : 1) * usual(daysAgo))
    const { chart } = analyseAll(aBooks({ items: [item] }), [], someSettings()).today
    expect(chart.past.values).toHaveLength(18)
    expect(chart.past.from).toBe(TODAY - 18 * 7 + 1)
    expect(chart.marks).toEqual([15])
    expect(chart.past.values[15]).toBe(Math.max(...chart.past.values))
  })
})

describe('trends', () => {
  const invented = inventedBooks({ items: 200, customers: 80, countries: 6, days: 500 })
  const gone = everyDay(400, (daysAgo) => (daysAgo > 90 && daysAgo % 7 === 0 ? 5 : 0), { key: 'gone' })
  const books = { ...invented, customers: [...invented.customers, gone] }
  const analysis = analyseAll(books, [], someSettings())

  test('of a list have ranks 1, 2, 3 by the money of the last 30 days', () => {
    for (const list of Object.values(analysis.trends)) {
      expect(list.map(({ brief }) => brief.rank)).toEqual(list.map((_, i) => i + 1))
      const nets = list.map(({ brief }) => brief.net30)
      expect(nets).toEqual([...nets].sort((a, b) => b - a))
    }
  })

  test('of items, categories and countries add up to the business', () => {
    const total = analysis.today.last30.net
    for (const subject of ['item', 'category', 'country', 'customer'] as const) {
      expect(analysis.trends[subject].reduce((sum, { last30 }) => sum + last30, 0)).toBeCloseTo(total, 4)
    }
  })

  test('a chart begins with the item and ends today; customers have no forecast', () => {
    for (const { chart, firstDay } of analysis.trends.item) {
      expect(chart.past.from + 7 * chart.past.values.length - 1).toBe(TODAY)
      expect(firstDay).toBeGreaterThanOrEqual(chart.past.from)
      expect(firstDay).toBeLessThan(chart.past.from + 7)
    }
    for (const { chart } of analysis.trends.customer) expect(chart.next).toMatchObject({ kind: 'declined' })
    expect(analysis.trends.country[0]?.chart.next).toHaveProperty('mean')
  })

  test('the sentence of a chart says what the list says', () => {
    const codes = { new: ['trend.new'], lost: ['trend.lost'], returning: ['trend.returning'] }
    const seen = new Set<string>()
    for (const { brief, sentence } of Object.values(analysis.trends).flat()) {
      seen.add(brief.status)
      if (brief.status !== 'steady') expect(codes[brief.status]).toContain(sentence.code)
      else if (brief.growth !== null && brief.growth >= 0.05) expect(sentence.code).toBe('trend.up')
      else if (brief.growth !== null && brief.growth <= -0.05 && brief.net30 > 0)
        expect(sentence.code).toBe('trend.down')
      else expect(['trend.level', 'trend.little', 'trend.quiet']).toContain(sentence.code)
    }
    expect([...seen].sort()).toEqual(['lost', 'new', 'returning', 'steady'])
  })

  test('places gained by some are lost by others', () => {
    const changes = analysis.trends.item.map(({ brief }) => brief.rankChange)
    expect(changes.some((change) => change !== null && change > 0)).toBe(true)
    expect(changes.some((change) => change !== null && change < 0)).toBe(true)
  })
})

describe('the plan', () => {
  test('begins with what is most urgent, and of equals with what has most at stake', () => {
    const { items } = inventedBooks({ items: 90, customers: 5, countries: 2, days: 300 })
    const supplies = items.map(({ key }, i) => ({ key, onHand: i % 4 === 0 ? null : (i * 53) % 400 }))
    const { plan } = analyseAll(aBooks({ items }), supplies, someSettings())
    const order = ['now', 'soon', 'later', 'count-first', 'enough']
    const places = plan.map(({ urgency }) => order.indexOf(urgency))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(places).size).toBe(5)
    const stakes = plan.filter(({ urgency }) => urgency === 'now').map(({ atStake }) => atStake ?? 0)
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a))
  })

  test('takes what was sold since the count from the count', () => {
    const item = everyDay(300, 10, { key: 'bat' })
    const { plan } = analyseAll(
      aBooks({ items: [item] }),
      [{ key: 'bat', onHand: 100, countedOn: TODAY - 4 }],
      someSettings(),
    )
    expect(plan[0]?.onHand).toBe(60)
  })
})

describe('the whole', () => {
  test('changes nothing but days when all dates move by whole weeks', () => {
    const by = 7 * 20
    const books = inventedBooks({ items: 60, customers: 30, countries: 4, days: 300 })
    const later: Books = {
      firstDay: books.firstDay + by,
      lastDay: books.lastDay + by,
      total: moved(books.total, by),
      items: books.items.map((one) => moved(one, by)),
      customers: books.customers.map((one) => moved(one, by)),
      countries: books.countries.map((one) => moved(one, by)),
      channels: [],
    }
    const supplies = books.items.map(({ key }, i) => ({ key, onHand: (i * 17) % 200 }))
    const here = analyseAll(books, supplies, someSettings())
    const there = analyseAll(later, supplies, someSettings({ today: TODAY + by }))
    const numbers = ({ today, trends, plan }: typeof here) => ({
      last30: [today.last30.net, today.last30.orders],
      tasks: today.tasks.map(({ kind, subject, worth }) => [kind, subject.key, worth]),
      unusual: today.unusual.map(({ kind, subject, bars }) => [kind, subject, bars]),
      briefs: Object.values(trends).map((list) => list.map(({ brief }) => brief)),
      charts: trends.item.map(({ chart }) => [chart.past.values, chart.marks]),
      plan: plan.map(({ key, urgency, orderQuantity, target, cost }) => [key, urgency, orderQuantity, target, cost]),
    })
    expect(numbers(there)).toEqual(numbers(here))
    expect(there.plan[0]?.orderBy).toBe((here.plan[0]?.orderBy ?? 0) + by)
  })

  test('is plain data, without a number that is not one, and the same again', () => {
    const books = inventedBooks({ items: 40, customers: 20, countries: 3, days: 200 })
    const analysis = analyseAll(books, [], someSettings())
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
    expect(analyseAll(books, [], someSettings())).toEqual(analysis)
    expect(analysis).toMatchObject({ engine: 'planning', seed: 1 })
  })
})

describe('hardly any books', () => {
  test('empty ones have empty pages and say why', () => {
    const { today, trends, plan } = analyseAll(aBooks({}), [], someSettings())
    expect(today).toMatchObject({ tasks: [], unusual: [], rising: [], falling: [], items: 0 })
    expect(today.last30.before).toMatchObject({ kind: 'declined', reason: 'history-too-short' })
    expect(today.chart).toMatchObject({ past: { values: [] }, next: { kind: 'declined' } })
    expect([...Object.values(trends).flat(), ...plan]).toEqual([])
  })

  test('of one day and one item tell what there is', () => {
    const { today, trends, plan } = analyseAll(aBooks({ items: [everyDay(1, 5)] }), [], someSettings())
    expect(today.last30).toMatchObject({ net: 500, orders: 1 })
    expect(trends.item[0]?.brief).toMatchObject({ rank: 1, abc: 'A', xyz: null, growth: null, rankChange: null })
    expect(plan[0]?.urgency).toBe('count-first')
  })

  test('items without an outlook are told as such', () => {
    const { trends, plan } = analyse(aBooks({ items: [everyDay(90, 5)] }), [], [], someSettings())
    expect(trends.item[0]?.chart.next).toEqual({ kind: 'declined', reason: 'not-forecast-yet' })
    expect(plan[0]).toMatchObject({ urgency: 'enough', target: 0 })
  })

  test('a today that is no day is refused', () => {
    expect(() => analyse(aBooks({}), [], [], someSettings({ today: 1.5 }))).toThrow('planning.today-invalid')
  })
})
