// SPDX-License-Identifier: Apache-2.0
import { postingRoles } from '@resham/bookkeeping'
import { kindOfRole } from './chart.ts'
import type { Problem } from './check-pack.ts'
import type { Pack } from './pack.ts'

/** What is wrong with a chart of accounts: every code once, every role exactly once and on an account of its kind. */
export function checkChart(pack: Pack): Problem[] {
  const { accounts } = pack.chart
  const problems: Problem[] = []
  accounts.forEach(({ code, role, kind }, i) => {
    const path = `/chart/accounts/${i}`
    if (accounts.findIndex((other) => other.code === code) < i) {
      problems.push({ path: `${path}/code`, code: 'row.twice', detail: code })
    }
    if (role !== null && kindOfRole[role] !== kind) {
      problems.push({ path: `${path}/kind`, code: 'chart.kind', detail: `${role}: ${kindOfRole[role]}` })
    }
  })
  for (const role of postingRoles) {
    const times = accounts.filter((account) => account.role === role).length
    if (times !== 1) problems.push({ path: '/chart/accounts', code: 'chart.role', detail: `${role}: ${times}` })
  }
  return problems
}
