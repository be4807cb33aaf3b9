// SPDX-License-Identifier: Apache-2.0
import type { Problem } from './check-pack.ts'
import type { Pack } from './pack.ts'

/** Whether tax rows speak of kinds and classes that are listed, do not overlap, and do not stand on themselves. */
export function checkTax({ tax }: Pick<Pack, 'tax'>): Problem[] {
  return [...checkLists(tax), ...checkNamed(tax), ...checkOverlaps(tax), ...checkRings(tax)]
}

type Tax = Pack['tax']
const problem = (path: string, code: string, detail: string): Problem => ({ path, code, detail })

function checkLists({ registrations, classes }: Tax): Problem[] {
  const problems: Problem[] = []
  const twice = (path: string, ids: readonly string[]) =>
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) problems.push(problem(`${path}/${i}/id`, 'row.twice', id))
    })
  twice(
    '/tax/registrations',
    registrations.map(({ id }) => id),
  )
  twice(
    '/tax/classes',
    classes.map(({ id }) => id),
  )
  const one = (path: string, count: number) => {
    if (count !== 1) problems.push(problem(path, 'tax.not-one-usual', String(count)))
  }
  one('/tax/registrations', registrations.filter(({ usual }) => usual.party).length)
  one('/tax/registrations', registrations.filter(({ usual }) => usual.own).length)
  one('/tax/classes', classes.filter(({ usual }) => usual).length)
  registrations.forEach(({ numberPattern }, i) => {
    try {
      new RegExp(numberPattern ?? '')
    } catch {
      problems.push(problem(`/tax/registrations/${i}/numberPattern`, 'pattern.invalid', numberPattern ?? ''))
    }
  })
  return problems
}

function checkNamed({ registrations, classes, rows, withholding }: Tax): Problem[] {
  const kinds = registrations.map(({ id }) => id)
  const codes = rows.map(({ code }) => code)
  const known = (path: string, ids: readonly string[] | null, list: readonly string[]) =>
    (ids ?? []).filter((id) => !list.includes(id)).map((id) => problem(path, 'tax.unlisted', id))
  const ended = (path: string, row: { readonly valid_from: string; readonly valid_to: string | null }) =>
    row.valid_to !== null && row.valid_to < row.valid_from
      ? [problem(`${path}/valid_to`, 'row.ends-before-it-begins', row.valid_to)]
      : []
  return [
    ...rows.flatMap((row, i) => [
      ...ended(`/tax/rows/${i}`, row),
      ...known(
        `/tax/rows/${i}/classes`,
        row.classes,
        classes.map(({ id }) => id),
      ),
      ...known(`/tax/rows/${i}/sellers`, row.sellers, kinds),
      ...known(`/tax/rows/${i}/buyers`, row.buyers, kinds),
      ...known(`/tax/rows/${i}/on`, row.on, codes),
      ...priceless(classes, row, i),
    ]),
    ...withholding.flatMap((row, i) => [
      ...ended(`/tax/withholding/${i}`, row),
      ...known(`/tax/withholding/${i}/payers`, row.payers, kinds),
      ...known(`/tax/withholding/${i}/payees`, row.payees, kinds),
    ]),
  ]
}

/** A row that stands on the retail price may only speak of classes that ask for it. */
function priceless(classes: Tax['classes'], row: Tax['rows'][number], i: number): Problem[] {
  if (row.base !== 'retail-price') return []
  return row.classes
    .filter((id) => classes.some((one) => one.id === id && !one.needsRetailPrice))
    .map((id) => problem(`/tax/rows/${i}/base`, 'tax.class-has-no-retail-price', id))
}

const meet = (a: readonly string[] | null, b: readonly string[] | null) =>
  a === null || b === null || a.some((id) => b.includes(id))

/** Two rows of one code for the same day, item and parties would take the tax twice. */
function checkOverlaps({ rows }: Tax): Problem[] {
  return rows.flatMap((row, i) =>
    rows
      .slice(0, i)
      .some(
        (other) =>
          other.code === row.code &&
          meet(other.classes, row.classes) &&
          meet(other.sellers, row.sellers) &&
          meet(other.buyers, row.buyers) &&
          (other.valid_to === null || row.valid_from <= other.valid_to) &&
          (row.valid_to === null || other.valid_from <= row.valid_to),
      )
      ? [problem(`/tax/rows/${i}`, 'row.overlap', row.code)]
      : [],
  )
}

function checkRings({ rows }: Tax): Problem[] {
  const below = (code: string) => rows.filter((row) => row.code === code).flatMap((row) => row.on)
  return [...new Set(rows.map(({ code }) => code))].flatMap((code) => {
    const seen = new Set<string>()
    const next = [...below(code)]
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (at === code) return [problem('/tax/rows', 'tax.ring', code)]
      if (!seen.has(at)) next.push(...below(at))
      seen.add(at)
    }
    return []
  })
}
