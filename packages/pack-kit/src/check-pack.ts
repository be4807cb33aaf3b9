// SPDX-License-Identifier: Apache-2.0
import { isRealDate, type PlainDate, toDayNumber } from '@resham/base'
import { Value } from 'typebox/value'
import { checkAbroad } from './check-abroad.ts'
import { checkChart } from './check-chart.ts'
import { checkTax } from './check-tax.ts'
import { isCurrency } from './currencies.ts'
import { hijriMonthStart } from './hijri.ts'
import { normaliseNationalId } from './national-id.ts'
import { Pack } from './pack.ts'
import { normalisePhone } from './phone.ts'

/** What is wrong with a pack, and where: `/holidays/3/valid_to`. */
export type Problem = { readonly path: string; readonly code: string; readonly detail: string }

/**
 * Everything that is wrong with a pack; empty when it may be used.
 *
 * First the shape; when that holds, the sense: real dates, no gaps or overlaps in dated rows, known
 * currency and time zone, examples that their own rules accept, announced months that follow the moon.
 */
export function checkPack(value: unknown): Problem[] {
  const shape = Value.Errors(Pack, value)
  if (shape.length > 0) {
    return shape.map((error) => ({ path: error.instancePath, code: `shape.${error.keyword}`, detail: error.message }))
  }
  const pack = value as Pack
  const dates = checkDates(value, '')
  // Sense is judged on real dates only.
  if (dates.length > 0) return dates
  return [
    ...checkPlaceAndMoney(pack),
    ...checkRuns('/weeks', pack.weeks),
    ...checkRuns('/fiscalYears', pack.fiscalYears),
    ...checkNumbers(pack),
    ...checkExamples(pack),
    ...checkUnique(
      '/regions',
      pack.regions.map((row) => row.code),
    ),
    ...checkUnique(
      '/categories',
      pack.categories.map((row) => row.id),
    ),
    ...checkUnique(
      '/languages',
      pack.languages.map((row) => row.code),
    ),
    ...checkAbroad(pack),
    ...checkTax(pack),
    ...checkChart(pack),
    ...checkHijri(pack),
    ...checkHolidays(pack),
  ]
}

function problem(path: string, code: string, detail: string): Problem {
  return { path, code, detail }
}

const dateKeys = new Set(['valid_from', 'valid_to', 'firstDay', 'checkedOn'])

function checkDates(value: unknown, path: string): Problem[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${path}/${key}`
    if (!dateKeys.has(key) || typeof inner !== 'string') return checkDates(inner, here)
    const [year = 0, month = 0, day = 0] = inner.split('-').map(Number)
    return isRealDate(year, month, day) ? [] : [problem(here, 'date.unreal', inner)]
  })
}

function checkPlaceAndMoney(pack: Pack): Problem[] {
  const problems: Problem[] = []
  if (!isCurrency(pack.currency)) problems.push(problem('/currency', 'currency.unknown', pack.currency))
  if (!pack.languages.some((language) => language.code === pack.defaultLanguage)) {
    problems.push(problem('/defaultLanguage', 'language.unlisted', pack.defaultLanguage))
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: pack.timeZone })
  } catch {
    problems.push(problem('/timeZone', 'time-zone.unknown', pack.timeZone))
  }
  if (pack.id.toUpperCase() !== pack.country) problems.push(problem('/id', 'id.not-country', pack.id))
  pack.regions.forEach((region, i) => {
    if (!region.code.startsWith(`${pack.country}-`)) {
      problems.push(problem(`/regions/${i}/code`, 'region.other-country', region.code))
    }
  })
  return problems
}

type Run = { readonly valid_from: string; readonly valid_to: string | null }

/** Rows of one fact must follow one another day by day, and only the last may stay open. */
function checkRuns(path: string, rows: readonly Run[]): Problem[] {
  const problems = rows.flatMap((row, i) =>
    row.valid_to !== null && row.valid_to < row.valid_from
      ? [problem(`${path}/${i}/valid_to`, 'row.ends-before-it-begins', row.valid_to)]
      : [],
  )
  const sorted = [...rows].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  sorted.slice(1).forEach((row, i) => {
    const before = sorted[i]?.valid_to
    const gap = before == null ? -1 : toDayNumber(row.valid_from as PlainDate) - toDayNumber(before as PlainDate)
    if (gap < 1) problems.push(problem(path, 'row.overlap', row.valid_from))
    if (gap > 1) problems.push(problem(path, 'row.gap', row.valid_from))
  })
  return problems
}

function checkNumbers(pack: Pack): Problem[] {
  const problems: Problem[] = []
  const { decimalMark, groupMark, scales } = pack.numbers
  if (decimalMark === groupMark) problems.push(problem('/numbers/groupMark', 'numbers.same-marks', groupMark))
  scales.slice(1).forEach((scale, i) => {
    if (scale.power <= (scales[i]?.power ?? 0)) {
      problems.push(problem(`/numbers/scales/${i + 1}/power`, 'numbers.scales-unsorted', String(scale.power)))
    }
  })
  return problems
}

function checkExamples(pack: Pack): Problem[] {
  const problems: Problem[] = []
  const patterns: [string, string][] = pack.phone.kinds.map((row, i) => [`/phone/kinds/${i}/national`, row.national])
  patterns.push(['/nationalId/pattern', pack.nationalId.pattern])
  for (const [path, pattern] of patterns) {
    try {
      new RegExp(pattern)
    } catch {
      problems.push(problem(path, 'pattern.invalid', pattern))
    }
  }
  if (problems.length > 0) return problems
  pack.phone.kinds.forEach((row, i) => {
    if (normalisePhone(pack.phone, row.example)?.kind !== row.kind) {
      problems.push(problem(`/phone/kinds/${i}/example`, 'phone.example-refused', row.example))
    }
  })
  if (normaliseNationalId(pack.nationalId, pack.nationalId.example) === undefined) {
    problems.push(problem('/nationalId/example', 'national-id.example-refused', pack.nationalId.example))
  }
  return problems
}

function checkUnique(path: string, keys: readonly string[]): Problem[] {
  return keys.flatMap((key, i) => (keys.indexOf(key) < i ? [problem(`${path}/${i}`, 'row.twice', key)] : []))
}

/** A sighted month begins at most two days from the computed one, and lasts 29 or 30 days. */
function checkHijri(pack: Pack): Problem[] {
  const months = pack.hijri?.months ?? []
  const starts = new Map(months.map((row) => [row.year * 12 + row.month, toDayNumber(row.firstDay as PlainDate)]))
  return [
    ...checkUnique(
      '/hijri/months',
      months.map((row) => `${row.year}-${row.month}`),
    ),
    ...months.flatMap((row, i) => {
      const start = toDayNumber(row.firstDay as PlainDate)
      const next = starts.get(row.year * 12 + row.month + 1)
      const path = `/hijri/months/${i}/firstDay`
      const found: Problem[] = []
      if (Math.abs(start - hijriMonthStart(row.year, row.month)) > 2)
        found.push(problem(path, 'hijri.far-from-moon', row.firstDay))
      if (next !== undefined && next - start !== 29 && next - start !== 30) {
        found.push(problem(path, 'hijri.month-length', String(next - start)))
      }
      return found
    }),
  ]
}

function checkHolidays(pack: Pack): Problem[] {
  const byId = Map.groupBy(pack.holidays, (row) => row.id)
  const problems = [...byId].flatMap(([id, rows]) =>
    checkRuns(`/holidays(${id})`, rows).filter((found) => found.code !== 'row.gap'),
  )
  pack.holidays.forEach((row, i) => {
    if (pack.hijri === null && row.when.type.startsWith('hijri')) {
      problems.push(problem(`/holidays/${i}/when`, 'holiday.no-hijri', row.id))
    }
    if (row.when.type === 'fixed' && !isRealDate(2024, row.when.month, row.when.day)) {
      problems.push(problem(`/holidays/${i}/when/day`, 'date.unreal', `${row.when.month}-${row.when.day}`))
    }
  })
  return problems
}
