// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ByteSource, bytesSource } from '@resham/formats'
import { type SniffedLedger, type SniffOptions, sniffLedger } from './layout/sniff.ts'
import { type ReadOptions, readLedger } from './read-ledger.ts'
import { defaultRules } from './rules/default-rules.ts'
import type { LineRule } from './rules/rule.ts'
import type { BadRow, Layout, LedgerLine } from './types.ts'

/** A source of UTF-8 text. */
export function textSource(text: string, chunkBytes = 65_536): ByteSource {
  return bytesSource(new TextEncoder().encode(text), chunkBytes)
}

const places: Record<string, number> = { PKR: 2, USD: 2, GBP: 2, JPY: 0, KWD: 3 }

const pkr: ReadOptions = {
  defaultCurrency: 'PKR',
  currencyDecimals: (code) => places[code] ?? null,
}

export type Whole = {
  readonly layout: Layout
  readonly sample: SniffedLedger['sample']
  readonly lines: readonly LedgerLine[]
  readonly bad: readonly BadRow[]
}

/** Sniffs and reads a whole file. @param change What a person corrects in between. */
export async function readWhole(
  source: ByteSource,
  options: {
    money?: Partial<ReadOptions>
    sniff?: SniffOptions
    rules?: readonly LineRule[]
    change?: (layout: Layout) => Layout
  } = {},
): Promise<Whole> {
  const { layout: guess, sample } = await sniffLedger(source, options.sniff)
  const layout = options.change?.(guess) ?? guess
  const lines: LedgerLine[] = []
  const bad: BadRow[] = []
  for await (const batch of readLedger(source, layout, options.rules ?? defaultRules, { ...pkr, ...options.money })) {
    lines.push(...batch.lines)
    bad.push(...batch.bad)
  }
  return { layout, sample, lines, bad }
}

/** Path of a public data file, or null, loudly, when this machine does not have it. */
export function publicData(name: string): string | null {
  const folder = process.env.RESHAM_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
  const path = `${folder}/${name}`
  if (existsSync(path)) return path
  process.stderr.write(`\n!!! NOT CHECKED: ${path} is absent; set RESHAM_DATA to the folder of public data.\n\n`)
  return null
}
