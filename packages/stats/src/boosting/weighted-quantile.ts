// SPDX-License-Identifier: Apache-2.0

/**
 * The smallest value up to which at least a share of the weight lies.
 *
 * @param values [n], finite; not changed.
 * @param weight [n], 0 or more.
 * @returns 0 where nothing has weight.
 * @source Hyndman and Fan, "Sample quantiles in statistical packages", 1996, type 1, with weights.
 */
export function weightedQuantile(values: Float64Array, weight: Float64Array, share: number): number {
  const order = new Uint32Array(values.length)
  let count = 0
  let total = 0
  for (let i = 0; i < values.length; i++) {
    if (!((weight[i] as number) > 0)) continue
    order[count++] = i
    total += weight[i] as number
  }
  if (count === 0) return 0
  const sorted = order.subarray(0, count).sort((a, b) => (values[a] as number) - (values[b] as number))
  let below = 0
  for (const i of sorted) {
    below += weight[i] as number
    if (below >= share * total * (1 - 1e-12)) return values[i] as number
  }
  return values[sorted[count - 1] as number] as number
}
