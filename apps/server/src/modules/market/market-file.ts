// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { MarketComparison } from '@resham/contract'
import { writeDelimited } from '@resham/formats'
import type { Static } from 'typebox'
import type { MarketOutlookRecord, Points, SeriesRecord } from './market.types.ts'

/** All values of a series, then what is expected with its bands, as a file that a spreadsheet opens. */
export function seriesCsv(series: SeriesRecord, points: Points, outlook: MarketOutlookRecord | undefined): string {
  const header = [
    'day',
    'value',
    'expected',
    'low_80',
    'high_80',
    'low_95',
    'high_95',
    'series',
    'unit',
    'currency',
    'source',
    'licence',
  ]
  const about = [series.nameEn, series.unit ?? '', series.currency ?? '', series.sourceName, series.licence]
  const past = points.days.map((day, i) => [fromDayNumber(day), String(points.values[i]), '', '', '', '', '', ...about])
  const next = (outlook?.story.chart.next ?? []).map((one) => [
    one.day,
    '',
    ...[one.mean, one.lo80, one.hi80, one.lo95, one.hi95].map((value) => String(Number(value.toPrecision(8)))),
    ...about,
  ])
  return writeDelimited([header, ...past, ...next], { bom: true })
}

/** A comparison as a file: a row a day, a column a series. */
export function comparisonCsv({ lines }: Static<typeof MarketComparison>): string {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort()
  const columns = lines.map(({ points }) => new Map(points.map(({ day, value }) => [day, value])))
  const header = [
    'day',
    ...lines.map(({ name, currency, unit }) => [name.en, currency, unit].filter(Boolean).join(' · ')),
  ]
  const rows = days.map((day) => [day, ...columns.map((column) => text(column.get(day)))])
  return writeDelimited([header, ...rows], { bom: true })
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(8)))
}
