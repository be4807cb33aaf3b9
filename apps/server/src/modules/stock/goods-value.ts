// SPDX-License-Identifier: Apache-2.0
import { divideRounded } from '@resham/base'
import { type AverageCost, addValueAtAverage, issueFromLayers } from '@resham/bookkeeping'
import type { CostLayer, StockMove } from './stock.types.ts'

/** What goods that come in without a price are worth: as those that are there, else as the last that were. */
export function valueAtAverage(cost: AverageCost, quantityMilli: bigint): bigint {
  const unit = cost.quantityMilli > 0n ? cost : cost.lastUnit
  return unit === null ? 0n : divideRounded(unit.valueMinor * quantityMilli, unit.quantityMilli)
}

/** Adds value to goods that came before: what of them is gone takes its share to the cost of sales. */
export function addValue(
  before: AverageCost,
  move: Pick<StockMove, 'valueMinor' | 'valueIsFor'>,
): { readonly cost: AverageCost; readonly keptMinor: bigint; readonly soldMinor: bigint } {
  const { cost, soldMinor } = addValueAtAverage(before, move.valueIsFor?.quantityMilli ?? 0n, move.valueMinor ?? 0n)
  return { cost, keptMinor: cost.valueMinor - before.valueMinor, soldMinor }
}

/** The same for the layer of the move that brought the goods, as far as it still holds any. */
export function addToLayer(
  layers: readonly CostLayer[],
  { valueMinor = 0n, valueIsFor }: Pick<StockMove, 'valueMinor' | 'valueIsFor'>,
): CostLayer[] {
  return layers.map((layer) => {
    if (!valueIsFor || layer.id !== valueIsFor.moveId) return layer
    const added = divideRounded(valueMinor * layer.remainingMilli, valueIsFor.quantityMilli)
    return { ...layer, remainingMinor: layer.remainingMinor + added < 0n ? 0n : layer.remainingMinor + added }
  })
}

/**
 * Takes goods out of layers, the oldest first; what the layers do not hold is owed and taken from none.
 *
 * @param layers Of one item, oldest first.
 * @returns      Every layer as it is afterwards; those used up hold nothing.
 */
export function takeFromLayers(layers: readonly CostLayer[], wantedMilli: bigint): CostLayer[] {
  const there = layers.reduce((sum, layer) => sum + layer.remainingMilli, 0n)
  const taken = wantedMilli < there ? wantedMilli : there
  if (taken === 0n) return [...layers]
  const asStock = layers
    .filter((layer) => layer.remainingMilli > 0n)
    .map(({ id, remainingMilli, remainingMinor }) => ({
      id,
      quantityMilli: remainingMilli,
      valueMinor: remainingMinor,
    }))
  const left = new Map(issueFromLayers(asStock, taken).layers.map((layer) => [layer.id, layer]))
  return layers.map((layer) => {
    const rest = left.get(layer.id)
    return { ...layer, remainingMilli: rest?.quantityMilli ?? 0n, remainingMinor: rest?.valueMinor ?? 0n }
  })
}
