// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { defaultPlace } from './places.service.ts'
import { listReservations, saveReservations } from './reservations.repository.ts'
import * as kept from './stock.repository.ts'
import type { Reservation } from './work-out-moves.ts'

/** Goods to be set aside for a line of a document. */
type Wanted = {
  readonly lineId: string
  readonly itemId: string
  /** Absent: the default place. */
  readonly placeId?: string | null
  readonly quantityMilli: bigint
}

/** What was set aside for a line, and what there was not. */
type Reserved = {
  readonly lineId: string
  readonly placeId: string
  readonly reservedMilli: bigint
  readonly shortMilli: bigint
}

/**
 * Sets goods aside, as much as nobody else has: what is missing is told, not refused, for an order may wait for goods.
 * Asked again for the same line, it is set anew.
 *
 * @throws platform.not-found for an item
 */
export async function reserve(tx: TenantTx, wants: readonly Wanted[]): Promise<Reserved[]> {
  if (wants.length === 0) return []
  const itemIds = [...new Set(wants.map((want) => want.itemId))].sort()
  if ((await kept.lockItems(tx, itemIds)).length < itemIds.length) throw new AppError('platform.not-found')
  const first = await defaultPlace(tx)
  const before = new Map(
    (
      await listReservations(
        tx,
        wants.map((want) => want.lineId),
      )
    ).map((one) => [one.lineId, one]),
  )
  const free = freeAt(await kept.listLevels(tx, itemIds, null))
  for (const one of before.values()) addTo(free, one, one.quantityMilli)
  const after = wants.map((want): Reservation => {
    const at = { itemId: want.itemId, placeId: want.placeId ?? first }
    const there = free.get(`${at.itemId} ${at.placeId}`) ?? 0n
    const quantityMilli = there <= 0n ? 0n : there < want.quantityMilli ? there : want.quantityMilli
    addTo(free, at, -quantityMilli)
    return { lineId: want.lineId, ...at, quantityMilli }
  })
  await change(tx, [...before.values()], after)
  return after.map((one, i) => ({
    lineId: one.lineId,
    placeId: one.placeId,
    reservedMilli: one.quantityMilli,
    shortMilli: (wants[i]?.quantityMilli ?? 0n) - one.quantityMilli,
  }))
}

/** Gives back what was set aside for lines; a line for which nothing was is no fault. */
export async function release(tx: TenantTx, lineIds: readonly string[]): Promise<void> {
  const known = await listReservations(tx, lineIds)
  if (known.length === 0) return
  await kept.lockItems(tx, [...new Set(known.map((one) => one.itemId))].sort())
  // What was read before the lock may have been shipped meanwhile.
  const before = await listReservations(tx, lineIds)
  await change(
    tx,
    before,
    before.map((one) => ({ ...one, quantityMilli: 0n })),
  )
}

async function change(tx: TenantTx, before: readonly Reservation[], after: readonly Reservation[]): Promise<void> {
  const moved = before.filter((one) => after.some((a) => a.lineId === one.lineId && a.placeId !== one.placeId))
  await saveReservations(tx, [...moved.map((one) => ({ ...one, quantityMilli: 0n }))])
  await saveReservations(tx, after)
  const changes = new Map<string, { itemId: string; placeId: string; reservedMilli: bigint }>()
  for (const [list, sign] of [
    [before, -1n],
    [after, 1n],
  ] as const) {
    for (const { itemId, placeId, quantityMilli } of list) {
      const key = `${itemId} ${placeId}`
      const sum = (changes.get(key)?.reservedMilli ?? 0n) + sign * quantityMilli
      changes.set(key, { itemId, placeId, reservedMilli: sum })
    }
  }
  await kept.addToLevels(
    tx,
    [...changes.values()].map((one) => ({ ...one, lotId: null, onHandMilli: 0n })),
  )
}

function freeAt(levels: readonly { itemId: string; placeId: string; onHandMilli: bigint; reservedMilli: bigint }[]) {
  const free = new Map<string, bigint>()
  for (const level of levels) addTo(free, level, level.onHandMilli - level.reservedMilli)
  return free
}

function addTo(free: Map<string, bigint>, at: { itemId: string; placeId: string }, quantityMilli: bigint): void {
  const key = `${at.itemId} ${at.placeId}`
  free.set(key, (free.get(key) ?? 0n) + quantityMilli)
}
