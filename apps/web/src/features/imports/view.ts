// SPDX-License-Identifier: Apache-2.0
import { type BadRow, columnRoles, type Import, lineKinds, type Preview } from '@resham/contract'
import type { Static } from 'typebox'
import { isKey, type Words } from '#lib/i18n/words.ts'
import { roleOfColumn } from './choice.ts'

export type ImportReply = Static<typeof Import>
export type PreviewReply = Static<typeof Preview>
type Line = PreviewReply['lines'][number]

/** An import as a row of the list. */
export function importRow(job: ImportReply, slug: string, words: Words) {
  const lines = job.result?.lines ?? job.progress.lines
  return {
    name: job.fileName,
    note: [words.t(`imports.state.${job.state}`), words.instant(job.createdAt)].join(' · '),
    amount: lines > 0 ? words.t('imports.lines', { count: lines }) : words.bytes(job.bytes),
    href: `/${slug}/imports/${job.id}`,
  }
}

/**
 * A reason for which a row was left out, in words that name what stood there.
 *
 * @param books  The currency that the books are kept in.
 */
export function badReasonInWords(
  bad: Pick<Static<typeof BadRow>, 'reason' | 'details'>,
  books: string,
  words: Words,
): string {
  const key = `ledger.bad.${bad.reason}`
  if (!isKey(key)) return words.t('ledger.bad.other')
  const values: Record<string, string | number> = { text: '', books }
  for (const [name, value] of Object.entries(bad.details)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
  }
  return words.t(key, values)
}

/** Roles as options of a column, the empty one first. */
export function roleOptions(words: Words) {
  return [
    { value: '', label: words.t('ledger.role.none') },
    ...columnRoles.map((role) => ({ value: role, label: words.t(`ledger.role.${role}`) })),
  ]
}

export type ColumnView = {
  readonly name: string
  readonly heading: string
  readonly role: string
  readonly samples: readonly string[]
}

/** Each column of the file: its heading, what it is taken for, and what stands in it. */
export function columnsView(preview: PreviewReply, words: Words): readonly ColumnView[] {
  const count = Math.max(preview.header.length, ...preview.rows.map((row) => row.length))
  return Array.from({ length: Math.min(count, 60) }, (_, column) => ({
    name: `column-${column}`,
    heading: preview.header[column] || words.t('imports.column', { number: column + 1 }),
    role: roleOfColumn(preview.choice, column) ?? '',
    samples: preview.rows
      .slice(0, 3)
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== ''),
  }))
}

/** The first rows as they were understood; columns in which nothing stands are left out. */
export function linesView(preview: PreviewReply, words: Words) {
  const lines = preview.lines.slice(0, 4)
  const columns = [
    { label: words.t('ledger.role.itemName'), of: (line: Line) => line.itemName || line.itemCode },
    { label: words.t('imports.whatItIs'), of: (line: Line) => words.t(`ledger.kind.${line.kind}`) },
    { label: words.t('ledger.role.date'), of: (line: Line) => words.day(line.day) },
    { label: words.t('ledger.role.quantity'), number: true, of: (line: Line) => words.quantity(line.quantityMilli) },
    { label: words.t('ledger.role.amount'), number: true, of: (line: Line) => words.moneyFull(line.net) },
    { label: words.t('ledger.role.customer'), of: (line: Line) => line.customer ?? '' },
    { label: words.t('ledger.role.country'), of: (line: Line) => line.country ?? '' },
  ].filter(({ of }) => lines.some((line) => of(line) !== ''))
  return {
    columns: columns.map(({ label, number = false }) => ({ label, number })),
    rows: lines.map((line) => columns.map(({ of }) => of(line))),
  }
}

/** What the lines of an import turned out to be, most first. */
export function kindsView(byKind: Readonly<Record<string, number>>, words: Words): readonly string[] {
  return lineKinds
    .map((kind) => ({ kind, count: byKind[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ kind, count }) => words.t(`imports.kind.${kind}`, { count }))
}

/** A refusal whose sentence names columns, with their names in the reader's language. */
export function withRoleNames<P extends { readonly details: Readonly<Record<string, unknown>> }>(
  problem: P | undefined,
  words: Words,
): P | undefined {
  const columns = problem?.details.columns
  if (!problem || !Array.isArray(columns)) return problem
  const names = columnRoles.filter((role) => columns.includes(role)).map((role) => words.t(`ledger.role.${role}`))
  return { ...problem, details: { ...problem.details, role: names.join(words.t('list.comma')) } }
}

/** A rule of the reader, in words, when it is one of the first rules. */
export function ruleInWords(id: string, words: Words): string | null {
  const key = `ledger.rule.${id}`
  return isKey(key) ? words.t(key) : null
}
