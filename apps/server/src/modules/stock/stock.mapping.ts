// SPDX-License-Identifier: Apache-2.0
import type { ItemStock, StockMoveShown, StockPaper, StockRow } from '@resham/contract'
import type { Static } from 'typebox'
import type { Paper, PaperLine } from './papers.repository.ts'
import type { Place } from './places.repository.ts'
import type { CostLayer, Lot, StockLevel } from './stock.types.ts'
import type { ItemRow, ListedStock, ShownMove } from './stock-list.repository.ts'

/** A paper as the API answers it; of a transfer how much goes, not that it leaves. */
export function toPaperReply(paper: Paper, lines: readonly PaperLine[], currency: string): Static<typeof StockPaper> {
  const sign = paper.kind === 'transfer' ? -1 : 1
  return {
    ...paper,
    lines: lines.map((line) => ({
      itemId: line.itemId,
      name: line.name,
      unit: line.unit,
      quantityMilli: sign * Number(line.quantityMilli),
      value: { minor: String(BigInt(sign) * BigInt(line.valueMinor)), currency },
    })),
  }
}

/** A row of the list. @param sold Of the last two weeks, thousandths: less than that in stock is low. */
export function toStockRow(row: ListedStock, sold: number, currency: string): Static<typeof StockRow> {
  const { valueMinor, onHandMilli, reservedMilli, ...rest } = row
  return {
    ...rest,
    onHandMilli: Number(onHandMilli),
    reservedMilli: Number(reservedMilli),
    value: { minor: valueMinor, currency },
    isLow: isLow(Number(onHandMilli) - Number(reservedMilli), sold),
  }
}

/** True when what nobody has set aside is less than two weeks' sales, or nothing at all. */
export function isLow(freeMilli: number, soldMilli: number): boolean {
  return freeMilli <= 0 || freeMilli < soldMilli
}

/** A move as the API answers it. */
function toMoveReply(move: ShownMove, currency: string): Static<typeof StockMoveShown> {
  const { valueMinor, quantityMilli, at, ...rest } = move
  return {
    ...rest,
    at: at.toISOString(),
    quantityMilli: Number(quantityMilli),
    value: { minor: valueMinor, currency },
  }
}

type Parts = {
  readonly item: ItemRow
  readonly places: readonly Place[]
  readonly levels: readonly StockLevel[]
  readonly lots: readonly Lot[]
  readonly layers: readonly CostLayer[]
  readonly moves: readonly ShownMove[]
  readonly nextMoves: string | null
}

/** Stock of one item as the API answers it. */
export function toItemStock(parts: Parts, currency: string): Static<typeof ItemStock> {
  const { item, levels, layers } = parts
  const sum = (amounts: readonly bigint[]) => amounts.reduce((so, one) => so + one, 0n)
  const money = (minor: bigint) => ({ minor: minor.toString(), currency })
  const quantity = BigInt(item.quantityMilli)
  const value = BigInt(item.valueMinor)
  return {
    itemId: item.itemId,
    code: item.code,
    name: item.name,
    unit: item.unit,
    wantsLots: item.wantsLots,
    onHandMilli: Number(sum(levels.map((level) => level.onHandMilli))),
    reservedMilli: Number(sum(levels.map((level) => level.reservedMilli))),
    value: money(value),
    averageCost: quantity > 0n ? money((value * 1000n + quantity / 2n) / quantity) : null,
    layersValue: money(sum(layers.map((layer) => layer.remainingMinor))),
    places: parts.places.flatMap((place) => placeOf(place, parts)),
    layers: layers.map((layer) => ({
      day: layer.day,
      quantityMilli: Number(layer.remainingMilli),
      value: money(layer.remainingMinor),
    })),
    moves: parts.moves.map((move) => toMoveReply(move, currency)),
    nextMoves: parts.nextMoves,
  }
}

function placeOf(place: Place, { levels, lots }: Parts): Static<typeof ItemStock>['places'] {
  const here = levels.filter(
    (level) => level.placeId === place.id && (level.onHandMilli !== 0n || level.reservedMilli !== 0n),
  )
  if (here.length === 0 && !place.isDefault) return []
  const byLot = new Map(lots.map((lot) => [lot.id, lot]))
  return [
    {
      placeId: place.id,
      place: place.name,
      kind: place.kind,
      onHandMilli: Number(here.reduce((so, level) => so + level.onHandMilli, 0n)),
      reservedMilli: Number(here.reduce((so, level) => so + level.reservedMilli, 0n)),
      lots: here.flatMap(({ lotId, onHandMilli }) => {
        const lot = lotId === null ? undefined : byLot.get(lotId)
        if (!lot) return []
        return [{ lotId: lot.id, code: lot.code, expiresOn: lot.expiresOn, onHandMilli: Number(onHandMilli) }]
      }),
    },
  ]
}
