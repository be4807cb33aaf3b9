// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { Sayer } from './say.ts'
import type { PlanView } from './view.ts'

/** Keys whose numbers are days; they leave as dates. */
const days = new Set(['firstDay', 'today', 'from', 'to', 'firstWeek', 'day', 'orderBy'])

/** The report for another program: dates as text, every sentence with its code, its values and its words. */
export function jsonReport(view: PlanView, sayer: Sayer): string {
  const json = JSON.stringify(
    view,
    (key, value: unknown) => {
      if (days.has(key) && typeof value === 'number') return fromDayNumber(value)
      if (isSentence(value)) return { ...value, text: sayer.sentence(value) }
      return value
    },
    2,
  )
  return `${json}\n`
}

function isSentence(value: unknown): value is Parameters<Sayer['sentence']>[0] {
  return typeof value === 'object' && value !== null && 'code' in value && 'values' in value && !('text' in value)
}
