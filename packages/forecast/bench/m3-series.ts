// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from './data-folder.ts'

/** Periods in a season, by the competition's word for the kind of series. */
export const SEASONS: Readonly<Record<string, number>> = { yearly: 1, quarterly: 4, monthly: 12, other: 1 }

/** One series of the competition: what was given, and what was to be forecast. */
export type M3Series = {
  readonly period: string
  readonly h: number
  readonly train: readonly number[]
  readonly test: readonly number[]
}

/** Reads the 3,003 series. */
export function readM3(): M3Series[] {
  const text = gunzipSync(readFileSync(`${dataFolder()}/forecasting/m3.csv.gz`)).toString('utf8')
  const lines = text.split('\n').slice(1)
  return lines.filter((line) => line !== '').map(seriesOf)
}

function seriesOf(line: string): M3Series {
  const cells = line.split(',')
  // The description may be quoted and hold commas; what we need stands before and after it, so count from the end.
  const cell = (fromEnd: number) => (cells[cells.length - fromEnd] ?? '').trim()
  const numbers = (text: string) => text.split(' ').map(Number)
  return { period: cells[1] ?? '', h: Number(cell(6)), train: numbers(cell(2)), test: numbers(cell(1)) }
}
