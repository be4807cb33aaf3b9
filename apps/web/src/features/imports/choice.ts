// SPDX-License-Identifier: Apache-2.0
import { columnRoles, dateOrders, decimalMarks, type ReadingChoice } from '@resham/contract'
import type { Static } from 'typebox'
import { textOf } from '#lib/problem.ts'

export type Choice = Static<typeof ReadingChoice>
type Role = (typeof columnRoles)[number]

/**
 * How a person said a file is to be read. The form asks "what is this column?" for each column
 * (`column-0`, `column-1` ...); the contract wants the column of each role.
 *
 * A role given to two columns keeps the first: the page says so before anything is loaded.
 */
export function choiceOfForm(form: FormData): Choice {
  const columns = Object.fromEntries(columnRoles.map((role): [Role, number | null] => [role, null]))
  for (const [name, value] of form) {
    const column = /^column-(\d{1,3})$/.exec(name)?.[1]
    const role = columnRoles.find((item) => item === value)
    if (column !== undefined && role && columns[role] === null) columns[role] = Number(column)
  }
  return {
    columns: columns as Choice['columns'],
    hasHeader: form.get('hasHeader') !== 'no',
    dateOrder: dateOrders.find((order) => order === form.get('dateOrder')) ?? 'dmy',
    decimal: decimalMarks.find((mark) => mark === form.get('decimal')) ?? '.',
    currency: textOf(form, 'currency').toUpperCase(),
  }
}

/** Roles that more than one column was given. */
export function rolesTwice(form: FormData): readonly Role[] {
  const given = [...form].filter(([name]) => name.startsWith('column-')).map(([, value]) => value)
  return columnRoles.filter((role) => given.filter((value) => value === role).length > 1)
}

/** What a column is taken for, or nothing. */
export function roleOfColumn(choice: Choice, column: number): Role | undefined {
  return columnRoles.find((role) => choice.columns[role] === column)
}
