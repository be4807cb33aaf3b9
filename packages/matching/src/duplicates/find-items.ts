// SPDX-License-Identifier: Apache-2.0
import { compareNames } from '../fold/compare-names.ts'
import { foldName } from '../fold/fold-name.ts'
import type { FoldedName } from '../fold/types.ts'
import { keysOfName, pairsOfBlocks } from './blocks.ts'
import { compareMarks, leastProbability, oddsBefore, oddsOfName, probabilityOf } from './odds.ts'
import type { DuplicatePair, DuplicateReason, ItemRecord } from './types.ts'
import { variantsDiffer, variantWordsOf } from './variant-words.ts'

type Known = {
  readonly item: ItemRecord
  readonly name: FoldedName
  readonly variant: ReadonlySet<string>
  readonly barcode: string | null
}

const odds = {
  barcode: { same: 7, other: -3, unknown: 0 },
  unit: { same: 0, other: -1, unknown: 0 },
} as const
/** One says a size or colour and the other none: they may be one, or the other the plain one. */
const oneSaysMore = -2.5
/** A word more: "leather football" is one football of several. */
const wordMore = -2
const priceNear = 0.7
const priceFar = -1.5

/**
 * Items that may stand in the books twice, likeliest first, with reasons. Size 4 is not size 5, red is not blue: what
 * differs in a number, colour or size is never the same, unless both carry one barcode.
 */
export function findDuplicateItems(items: readonly ItemRecord[]): DuplicatePair[] {
  const known = [...items]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      (item): Known => ({
        item,
        // Words that name a sort of firm are plain words in the name of a thing.
        name: plainly(foldName(item.name)),
        variant: variantWordsOf(item.name),
        barcode: item.barcode?.replace(/\D/g, '').replace(/^0+/, '') || null,
      }),
    )
  const keys = known.map(({ name, barcode }) => [...keysOfName(name), ...(barcode === null ? [] : [`code ${barcode}`])])
  const pairs: DuplicatePair[] = []
  for (const [i, j] of pairsOfBlocks(keys)) {
    const pair = weighPair(known[i] as Known, known[j] as Known)
    if (pair !== undefined && pair.probability >= leastProbability) pairs.push(pair)
  }
  return pairs.sort((a, b) => b.probability - a.probability || (a.a + a.b < b.a + b.b ? -1 : 1))
}

const plainly = (name: FoldedName): FoldedName => ({
  ...name,
  // Numbers are compared as what makes a variant.
  numbers: [],
  words: name.words.map((word) => ({ ...word, kind: 'name' })),
})

function weighPair(a: Known, b: Known): DuplicatePair | undefined {
  const barcode = compareMarks(a.barcode, b.barcode)
  const variant = variantsDiffer(a.variant, b.variant)
  if (variant === 'yes' && barcode !== 'same') return undefined
  const { similarity, reasons: because } = compareNames(a.name, b.name)
  // A word in each that the other lacks: apple juice, mango juice.
  if (similarity < 0.8 && barcode !== 'same') return undefined
  const unit = compareMarks(a.item.unit, b.item.unit)
  let sum = oddsBefore + oddsOfName(similarity) + odds.barcode[barcode] + odds.unit[unit]
  if (variant === 'one-says-more') sum += oneSaysMore
  const hasMore = because.includes('part-of-name')
  if (hasMore) sum += wordMore
  const price = comparePrices(a.item.priceMinor, b.item.priceMinor)
  sum += price === 'near' ? priceNear : price === 'far' ? priceFar : 0
  const reasons: DuplicateReason[] = []
  if (barcode === 'same') reasons.push({ code: 'same-barcode' })
  if (similarity >= 0.7) reasons.push({ code: 'name-like', share: similarity, because })
  if (hasMore || variant === 'one-says-more') reasons.push({ code: 'word-more' })
  if (barcode === 'other') reasons.push({ code: 'other-barcode' })
  if (unit !== 'unknown') reasons.push({ code: unit === 'same' ? 'same-unit' : 'other-unit' })
  if (price !== 'unknown') reasons.push({ code: price === 'near' ? 'price-near' : 'price-far' })
  return { a: a.item.id, b: b.item.id, probability: probabilityOf(sum), reasons }
}

/** Within a fifth is near; twice as much is far. */
function comparePrices(a: number | null | undefined, b: number | null | undefined): 'near' | 'far' | 'unknown' {
  if (!a || !b) return 'unknown'
  const ratio = Math.max(a, b) / Math.min(a, b)
  if (ratio > 2) return 'far'
  return ratio <= 1.2 ? 'near' : 'unknown'
}
