// SPDX-License-Identifier: Apache-2.0
import { conditions, type StatefulKind, type StateRow, stateTables } from '../index.ts'

/** The tables of states as the README shows them. */
export function stateTablesAsText(): string {
  return (Object.keys(stateTables) as StatefulKind[]).map(tableOf).join('\n\n')
}

function tableOf(kind: StatefulKind): string {
  const rows = stateTables[kind].rows.map(rowOf)
  return [`#### ${kind}`, '', '| from | action | to | needs, or else |', '|---|---|---|---|', ...rows].join('\n')
}

function rowOf(row: StateRow): string {
  if (!('to' in row)) return `| ${row.from} | ${row.action} | never | *${row.otherwise}* |`
  const needs = row.needs.map((need) => `${need} (*${conditions[need]}*)`).join(', ')
  return `| ${row.from} | ${row.action} | ${row.to} | ${needs} |`
}
