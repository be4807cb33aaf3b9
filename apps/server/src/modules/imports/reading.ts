// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from '@resham/formats'
import type { Layout, ReadOptions } from '@resham/ledger'
import { currencyDecimals, isCurrency } from '@resham/pack-kit'
import { decompressors } from '#platform/files/decompressors.ts'
import type { OwnFiles } from '#platform/files/files.ts'
import type { Choice } from './imports.types.ts'

/** A stored file as a source that can be opened again and again. */
export function sourceOf(files: OwnFiles, hash: string): ByteSource {
  return () => files.open(hash)
}

/** The layout as the person chose it. */
export function chosenLayout(layout: Layout, choice: Choice): Layout {
  return {
    ...layout,
    hasHeader: choice.hasHeader,
    headerRecord: choice.hasHeader ? Math.max(1, layout.headerRecord) : 0,
    dateOrder: choice.dateOrder,
    decimal: choice.decimal,
    columns: { ...layout.columns, ...choice.columns },
  }
}

/** The guess, in the form in which a person answers it. */
export function guessedChoice(layout: Layout, currency: string): Choice {
  const { columns, hasHeader, dateOrder, decimal } = layout
  return { columns, hasHeader, dateOrder, decimal, currency }
}

/**
 * Lines written in one transaction with their checkpoint: what a kill can cost. Fewer would leave the database waiting:
 * each transaction takes half a dozen messages, and between two of them the reader reads on.
 */
const batchLines = 16_000

/** How a file is read for a business. The books hold one currency: a line in another is a bad row, as it stands in the file. */
export function readOptions(currency: string): ReadOptions {
  return {
    ...decompressors,
    batchLines,
    defaultCurrency: currency,
    currencyDecimals: (code) => (code === currency && isCurrency(code) ? currencyDecimals(code) : null),
  }
}
