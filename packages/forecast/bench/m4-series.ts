// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from './data-folder.ts'

/** One series of the M4 competition: what was given, and what was to be forecast. */
export type M4Series = {
  readonly id: string
  readonly train: readonly number[]
  readonly test: readonly number[]
}

/** Reads the 414 hourly or the 359 weekly series. */
export function readM4(period: 'hourly' | 'weekly'): M4Series[] {
  const text = gunzipSync(readFileSync(`${dataFolder()}/forecasting/m4_${period}.csv.gz`)).toString('utf8')
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const cells = line.trimEnd().split(',')
    const numbers = (column: number) => (cells[column] ?? '').split(' ').map(Number)
    return { id: cells[0] ?? '', train: numbers(4), test: numbers(5) }
  })
}
