// SPDX-License-Identifier: Apache-2.0

/**
 * Pieces to order so that stock on hand and on order reaches the target: at least the minimum, in whole packs.
 *
 * @param need        Target less stock; none is ordered when it is not above zero.
 * @param packSize    Above zero.
 * @returns 0, or a multiple of the pack that is at least the need and the minimum.
 */
export function orderQuantity(need: number, packSize: number, minimumOrder: number): number {
  if (!(need > 0)) return 0
  // A hair above a whole number of packs is noise of floating sums, not a reason for one more pack.
  return Math.ceil(Math.max(need, minimumOrder) / packSize - 1e-9) * packSize
}
