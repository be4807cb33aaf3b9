// SPDX-License-Identifier: Apache-2.0
import { type Columns, type DateOrder, type Layout, type Role, roles } from '../types.ts'

/** What a person said about files of one shape, kept under the fingerprint of that shape. */
export type LayoutCorrection = {
  readonly dateOrder: DateOrder
  readonly decimal: '.' | ','
  /** Header name of each role's column, or null. */
  readonly columns: Readonly<Record<Role, string | null>>
}

/** What there is to remember of a layout that a person has confirmed. */
export function correctionOf(layout: Layout): LayoutCorrection {
  const columns = Object.fromEntries(
    roles.map((role) => {
      const column = layout.columns[role]
      return [role, column === null ? null : (layout.header[column] ?? null)]
    }),
  ) as Record<Role, string | null>
  return { dateOrder: layout.dateOrder, decimal: layout.decimal, columns }
}

/**
 * A guessed layout with what is remembered put in its place. Columns are found by name, so that
 * a file with more columns, or a file of problems, takes the correction too; a name that is gone
 * leaves the guess.
 */
export function applyCorrection(layout: Layout, correction: LayoutCorrection): Layout {
  const columns = Object.fromEntries(
    roles.map((role) => {
      const name = correction.columns[role]
      const found = name === null ? -1 : layout.header.indexOf(name)
      return [role, name === null ? null : found >= 0 ? found : layout.columns[role]]
    }),
  ) as Columns
  return {
    ...layout,
    columns,
    dateOrder: correction.dateOrder,
    decimal: correction.decimal,
    confidence: 1,
    warnings: layout.warnings.filter((warning) => warning === 'mixed-encoding'),
  }
}
