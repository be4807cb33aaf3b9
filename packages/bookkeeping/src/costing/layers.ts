// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded } from '@resham/base'

/** Pieces that came together at one cost; oldest first in a list of layers. */
export type CostLayer = { readonly id: string; readonly quantityMilli: bigint; readonly valueMinor: bigint }

/** What left which layer. */
export type LayerTaken = { readonly id: string; readonly quantityMilli: bigint; readonly valueMinor: bigint }

/**
 * Goods go out of the oldest layers first; the last piece of a layer takes the whole rest of its value.
 *
 * @param layers        Oldest first.
 * @param quantityMilli Above 0.
 * @returns the layers that are left, what was taken from which, and what it cost together.
 * @throws bookkeeping.quantity-invalid; bookkeeping.stock-short
 */
export function issueFromLayers(
  layers: readonly CostLayer[],
  quantityMilli: bigint,
): { readonly layers: readonly CostLayer[]; readonly taken: readonly LayerTaken[]; readonly costMinor: bigint } {
  if (quantityMilli <= 0n) throw new AppError('bookkeeping.quantity-invalid', { value: quantityMilli.toString() })
  const left: CostLayer[] = []
  const taken: LayerTaken[] = []
  let [wanted, costMinor] = [quantityMilli, 0n]
  for (const layer of layers) {
    const part = wanted < layer.quantityMilli ? wanted : layer.quantityMilli
    const whole = part === layer.quantityMilli
    const valueMinor = whole ? layer.valueMinor : divideRounded(layer.valueMinor * part, layer.quantityMilli)
    if (part > 0n) taken.push({ id: layer.id, quantityMilli: part, valueMinor })
    if (!whole) {
      left.push({
        ...layer,
        quantityMilli: layer.quantityMilli - part,
        valueMinor: layer.valueMinor - valueMinor,
      })
    }
    wanted -= part
    costMinor += part > 0n ? valueMinor : 0n
  }
  if (wanted > 0n) {
    const onHandMilli = (quantityMilli - wanted).toString()
    throw new AppError('bookkeeping.stock-short', { onHandMilli, wantedMilli: quantityMilli.toString() })
  }
  return { layers: left, taken, costMinor }
}
