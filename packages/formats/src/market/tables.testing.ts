// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bytesSource } from '../byte-source.ts'
import type { DateValueOptions } from './date-value/read.ts'
import { createGatherer, type GatheredMarket } from './gather.ts'
import { type MarketFormat, readMarket, sniffMarketFormat } from './read.ts'

/** Reads a text or file through the front door, told from its content unless a format is named. */
export async function gathered(
  content: string | Uint8Array,
  options: DateValueOptions & { readonly format?: MarketFormat; readonly chunkBytes?: number } = {},
): Promise<GatheredMarket & { readonly format: MarketFormat }> {
  const { format: named, chunkBytes, ...rest } = options
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const source = bytesSource(bytes, chunkBytes)
  const format = named ?? (await sniffMarketFormat(source))
  const gatherer = createGatherer()
  for await (const batch of readMarket(source, format, rest)) gatherer.add(batch)
  return { ...gatherer.end(), format }
}

/** A public data file, or null, loudly, when this machine does not have it. */
export function publicFile(name: string): Uint8Array | null {
  const folder = process.env.RESHAM_DATA ?? resolve(import.meta.dirname, '../../../../../shared/data')
  const path = join(folder, name)
  if (existsSync(path)) return readFileSync(path)
  process.stderr.write(`\n!!! NOT CHECKED: ${path} is absent; set RESHAM_DATA to the folder of public data.\n\n`)
  return null
}
