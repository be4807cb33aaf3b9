// SPDX-License-Identifier: Apache-2.0
import { type PlainDate, toDayNumber } from '@resham/base'

/** What is there of one lot at one place. */
export type LotThere = {
  readonly lotId: string
  readonly code: string
  readonly expiresOn: PlainDate | null
  readonly onHandMilli: bigint
}

/** How much leaves of which lot. */
export type LotPart = { readonly lotId: string; readonly quantityMilli: bigint }

/**
 * Shares a quantity out over lots: what expires first leaves first, then by the lots' codes; goods without a last day at the end.
 *
 * @param wantedMilli Above zero.
 * @param notExpired  The day on which goods must still be good; null when bad goods may leave too, to be thrown away.
 * @returns           Parts in the order in which they leave, and what the lots do not hold.
 */
export function chooseLots(
  lots: readonly LotThere[],
  wantedMilli: bigint,
  notExpired: PlainDate | null,
): { readonly parts: readonly LotPart[]; readonly missingMilli: bigint } {
  const usable = lots
    .filter((lot) => lot.onHandMilli > 0n && (notExpired === null || (lot.expiresOn ?? notExpired) >= notExpired))
    .toSorted((a, b) => lastDay(a) - lastDay(b) || (a.code < b.code ? -1 : 1))
  const parts: LotPart[] = []
  let missingMilli = wantedMilli
  for (const lot of usable) {
    if (missingMilli === 0n) break
    const isEnough = lot.onHandMilli >= missingMilli
    const quantityMilli = isEnough ? missingMilli : lot.onHandMilli
    parts.push({ lotId: lot.lotId, quantityMilli })
    missingMilli -= quantityMilli
  }
  return { parts, missingMilli }
}

function lastDay(lot: LotThere): number {
  return lot.expiresOn === null ? Number.MAX_SAFE_INTEGER : toDayNumber(lot.expiresOn)
}
