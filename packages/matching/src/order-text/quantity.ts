// SPDX-License-Identifier: Apache-2.0
import type { Quantity } from './elements.ts'
import type { OrderAsk, OrderableItem } from './types.ts'
import { baseOfUnit, kindOfUnit, milliOfUnit } from './units.ts'

/** How many of an item's unit, or what must be asked. */
export type Counted = { readonly quantityMilli: number } | { readonly ask: OrderAsk }

/** Above this a quantity is a slip of the finger or a telephone number. */
const most = 1e9

/** Turns what was told into the item's own unit. @param quantity Amount above zero. */
export function countIn(item: OrderableItem, quantity: Quantity): Counted {
  const told = quantity.amount * quantity.factor
  if (!(told > 0) || told > most) return { ask: { kind: 'quantity', choices: [] } }
  if (quantity.upTo !== undefined) {
    const ends = [quantity.amount, quantity.upTo].map((amount) => countIn(item, withoutRange(quantity, amount)))
    return { ask: { kind: 'quantity', choices: ends.flatMap((end) => ('ask' in end ? [] : [end.quantityMilli])) } }
  }
  if (quantity.unknownUnit !== undefined) return { ask: { kind: 'unit', word: quantity.unknownUnit } }
  const unit = quantity.unit
  if (unit?.kind === 'measure') return measured(item, told, unit.base, unit.milli, quantity.word ?? '')
  if (unit?.kind === 'pack') return packed(item, told, unit, quantity.word ?? '')
  return counted(item, told, quantity)
}

function withoutRange({ upTo: _, ...quantity }: Quantity, amount: number): Quantity {
  return { ...quantity, amount }
}

const milli = (units: number): Counted => ({ quantityMilli: Math.round(units * 1000) })
const pick = (...units: number[]): Counted => ({
  ask: { kind: 'quantity', choices: [...new Set(units.map((n) => Math.round(n * 1000)))] },
})

/** Pieces, pairs, dozens. */
function counted(item: OrderableItem, told: number, quantity: Quantity): Counted {
  const own = kindOfUnit(item.unit)
  const isDozen = own?.kind === 'count'
  if (isDozen) {
    if (quantity.factor === own.factor) return milli(quantity.amount)
    if (quantity.factor > 1) return milli(told / own.factor)
    // "24 eggs" where eggs are sold by the dozen: two, or twenty-four dozen?
    return pick(told, told / own.factor)
  }
  if (own?.kind === 'measure' && quantity.word !== null) return { ask: { kind: 'unit', word: quantity.word } }
  if (own?.kind === 'pair' && quantity.unit?.kind === 'piece') return pick(told, told / 2)
  if (own?.kind === 'piece' && quantity.unit?.kind === 'pair') return pick(told, told * 2)
  return milli(told)
}

/** Kilograms, metres: only an item that is sold so can be counted so. */
function measured(item: OrderableItem, told: number, base: string, perUnit: number, word: string): Counted {
  const own = item.unit === null ? undefined : baseOfUnit(item.unit)
  if (own !== base) return { ask: { kind: 'unit', word } }
  return milli((told * perUnit) / (milliOfUnit(item.unit ?? '') ?? 1000))
}

/** Cartons, sacks, packets. */
function packed(
  item: OrderableItem,
  told: number,
  unit: { readonly container: string; readonly holds: 'one' | 'many' | 'either' },
  word: string,
): Counted {
  const own = kindOfUnit(item.unit)
  const pack = item.packMilli === null ? undefined : item.packMilli / 1000
  if (own?.kind === 'pack') {
    if (own.container === unit.container || unit.holds === 'one') return milli(told)
    // A box of packets, or the packet itself: people say `dabba` for both.
    if (unit.holds === 'either') return pack === undefined ? milli(told) : pick(told, told * pack)
  }
  if (pack === undefined) return { ask: { kind: 'pack-size', word } }
  return milli(told * pack)
}
