// SPDX-License-Identifier: Apache-2.0
import type { Random } from '@resham/base'
import { type CatalogueCategory, catalogue, colourNames } from './catalogue.ts'
import { internalBarcode } from './ean13.ts'
import { minorPerUnit } from './place.ts'
import type { SampleItem } from './types.ts'

/** An item with what the generator knows of it beyond the item's own page. */
export type Draft = {
  readonly item: Omit<SampleItem, 'stockOnHand' | 'costMinor'>
  readonly category: CatalogueCategory
  /** Price at the start of the history, minor units. */
  readonly basePriceMinor: number
  /** Cost as a share of today's home price. */
  readonly costShare: number
  /** Share of all home lines on an ordinary day, before trends. */
  readonly weight: number
}

/** Spreads the catalogue out into items, a few of which sell far more than the rest. */
export function draftItems(random: Random): readonly Draft[] {
  const drafts: Draft[] = []
  for (const category of catalogue) {
    const started = drafts.length
    for (const model of category.models) {
      // Popularity of a product and, more mildly, of each of its variants.
      const popularity = Math.exp(0.9 * random.normal()) / Math.sqrt(model.price / 1000)
      for (const [s, size] of model.sizes.entries()) {
        for (const colour of model.colours) {
          const colourName = colourNames[colour]
          const ofColour = colourName.en === '' ? '' : `-${colour.slice(0, 3).toUpperCase()}`
          const sizePrice = model.price * (1 + 0.06 * (s - (model.sizes.length - 1) / 2))
          drafts.push({
            item: {
              code: `${model.code}-${size.toUpperCase().replace(/[^A-Z0-9]/g, '')}${ofColour}`,
              name: [model.names.en, size, colourName.en].filter((part) => part !== '').join(', '),
              nameUr: [model.names.ur, size, colourName.ur].filter((part) => part !== '').join('، '),
              category: category.name,
              unit: category.unit,
              packSize: category.packSize,
              leadTimeDays: category.leadTimeDays + random.integer(9) - 4,
              minimumOrder: category.packSize * (1 + random.integer(3)),
              barcode: internalBarcode(drafts.length + 1),
            },
            category,
            basePriceMinor: Math.round(sizePrice / 10) * 10 * minorPerUnit,
            costShare: 0.52 + 0.16 * random.next(),
            weight: popularity * Math.exp(0.45 * random.normal()),
          })
        }
      }
    }
    shareOut(drafts, started, category.share)
  }
  return drafts
}

/** Scales the weights of one category's drafts so that together they hold the category's share. */
function shareOut(drafts: Draft[], from: number, share: number): void {
  const total = drafts.slice(from).reduce((sum, draft) => sum + draft.weight, 0)
  for (let i = from; i < drafts.length; i += 1) {
    const draft = drafts[i]
    if (draft) drafts[i] = { ...draft, weight: (draft.weight / total) * (share / 100) }
  }
}
