// SPDX-License-Identifier: Apache-2.0
import { type BankColumnRole, type BankTableChoice, bankColumnRoles, dateOrders, decimalMarks } from '@resham/contract'
import type { Static } from 'typebox'

export type TableChoice = Static<typeof BankTableChoice>

/** How a person said a bank's table is to be read. The form asks for each column (`column-0`, `column-1` ...). */
export function tableChoiceOf(form: FormData): TableChoice {
  const columns = Object.fromEntries(bankColumnRoles.map((role): [BankColumnRole, number | null] => [role, null]))
  for (const [name, value] of form) {
    const column = /^column-(\d{1,3})$/.exec(name)?.[1]
    const role = bankColumnRoles.find((item) => item === value)
    if (column !== undefined && role && columns[role] === null) columns[role] = Number(column)
  }
  return {
    columns: columns as TableChoice['columns'],
    dateOrder: dateOrders.find((order) => order === form.get('dateOrder')) ?? 'dmy',
    decimal: decimalMarks.find((mark) => mark === form.get('decimal')) ?? '.',
  }
}

/** What a column is taken for, or nothing. */
export function roleOfColumn(choice: TableChoice, column: number): BankColumnRole | undefined {
  return bankColumnRoles.find((role) => choice.columns[role] === column)
}
