// SPDX-License-Identifier: Apache-2.0
import { addDays, plainDate, toDayNumber } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPack } from './a-pack.testing.ts'
import { holidayWindows, windowsOf } from './windows.ts'

const eid = { id: 'eid', from: plainDate('2024-04-10'), to: plainDate('2024-04-12'), leadDays: 20, lagDays: 3 }
const day = (text: string) => toDayNumber(plainDate(text))

describe('windows around a holiday', () => {
  test('the lead is split at its last week, the lag stands after', () => {
    expect(windowsOf(eid)).toEqual([
      { name: 'eid', from: day('2024-04-10'), to: day('2024-04-12') },
      { name: 'eid:near', from: day('2024-04-03'), to: day('2024-04-09') },
      { name: 'eid:early', from: day('2024-03-21'), to: day('2024-04-02') },
      { name: 'eid:after', from: day('2024-04-13'), to: day('2024-04-15') },
    ])
  })

  test('a holiday that nobody prepares for has one window', () => {
    expect(windowsOf({ ...eid, leadDays: 0, lagDays: 0 }).map((window) => window.name)).toEqual(['eid'])
  })

  test('windows lie side by side and cover lead, holiday and lag exactly', () => {
    const days = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(days, days, (leadDays, lagDays) => {
        const windows = [...windowsOf({ ...eid, leadDays, lagDays })].sort((a, b) => a.from - b.from)
        expect(windows[0]?.from).toBe(day('2024-04-10') - leadDays)
        expect(windows.at(-1)?.to).toBe(day('2024-04-12') + lagDays)
        for (const [index, window] of windows.slice(1).entries()) expect(window.from - 1).toBe(windows[index]?.to)
      }),
      { seed: 7 },
    )
  })

  test('a lead that reaches into the days asked for is found, though its holiday falls after them', () => {
    const pack = aPack()
    const feast = plainDate('2024-04-10')
    const early = holidayWindows(pack, addDays(feast, -30), addDays(feast, -1))
    expect(early.map((window) => window.name)).toContain('feast')
  })
})
