// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import { type AverageCost, issueAtAverage, noStock, receiveAtAverage } from '@resham/bookkeeping'
import { chooseLots, type LotThere } from './choose-lots.ts'
import { addToLayer, addValue, takeFromLayers, valueAtAverage } from './goods-value.ts'
import {
  type CostLayer,
  type Lot,
  type Moved,
  type MoveRecord,
  noLot,
  type StockLevel,
  type StockMove,
} from './stock.types.ts'

/** How things stand before some moves, with everything about their items locked. */
export type Before = {
  readonly day: PlainDate
  readonly mayGoBelowZero: boolean
  readonly costs: ReadonlyMap<string, AverageCost>
  /** Items that are kept by lots. */
  readonly byLots: ReadonlySet<string>
  readonly levels: readonly StockLevel[]
  readonly layers: readonly CostLayer[]
  readonly lots: readonly Lot[]
  readonly reservations: readonly Reservation[]
}

/** What is set aside for a line. */
export type Reservation = {
  readonly lineId: string
  readonly itemId: string
  readonly placeId: string
  readonly quantityMilli: bigint
}

/** What some moves come to: everything that must be written, and an answer for each. */
export type After = {
  readonly moved: readonly Moved[]
  readonly records: readonly MoveRecord[]
  /** Changes of levels, not levels. */
  readonly levels: readonly StockLevel[]
  readonly costs: readonly { readonly itemId: string; readonly cost: AverageCost }[]
  readonly layers: readonly CostLayer[]
  /** As they are afterwards; nothing left: released. */
  readonly reservations: readonly Reservation[]
  /** Moves of value alone, among the records: goods that were owed came at another cost than was guessed. */
  readonly corrections: readonly MoveRecord[]
}

/** A move at a place that is known. */
export type PlacedMove = StockMove & { readonly placeId: string }

/**
 * Works out what moves do, one after the other. Pure: the same state and moves give the same answer.
 *
 * @param idOf Makes the id of the next move.
 * @throws stock.not-enough, stock.lot-missing
 */
export function workOutMoves(before: Before, moves: readonly PlacedMove[], idOf: () => string): After {
  const books = new Books(before, idOf)
  const moved = moves.map((move) => books.move(move))
  return books.after(moved)
}

class Books {
  readonly #before: Before
  readonly #idOf: () => string
  readonly #costs = new Map<string, AverageCost>()
  readonly #levels = new Map<string, StockLevel>()
  readonly #changes = new Map<string, StockLevel>()
  readonly #layers = new Map<string, CostLayer[]>()
  readonly #reservations = new Map<string, Reservation>()
  readonly #released = new Set<string>()
  readonly #lots: ReadonlyMap<string, Lot>
  readonly #records: MoveRecord[] = []
  readonly #corrections: MoveRecord[] = []
  /** By item: what left its place in a transfer and has not come in again. */
  readonly #onTheWay = new Map<string, { lotId: string | null; quantityMilli: bigint; valueMinor: bigint }[]>()

  constructor(before: Before, idOf: () => string) {
    this.#before = before
    this.#idOf = idOf
    this.#lots = new Map(before.lots.map((lot) => [lot.id, lot]))
    for (const [itemId, cost] of before.costs) this.#costs.set(itemId, cost)
    for (const level of before.levels) this.#levels.set(keyOf(level), level)
    for (const [itemId, layers] of Map.groupBy(before.layers, (layer) => layer.itemId)) {
      this.#layers.set(
        itemId,
        layers.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      )
    }
    for (const one of before.reservations) this.#reservations.set(one.lineId, one)
  }

  move(move: PlacedMove): Moved {
    if (move.kind === 'cost') return this.#changeValue(move)
    if (move.kind === 'transfer-in') return this.#arrive(move)
    return move.quantityMilli > 0n ? this.#bringIn(move) : this.#takeOut(move)
  }

  after(moved: readonly Moved[]): After {
    return {
      moved,
      records: this.#records,
      levels: [...this.#changes.values()],
      costs: [...this.#costs].map(([itemId, cost]) => ({ itemId, cost })),
      layers: [...this.#layers.values()].flat(),
      reservations: [...this.#released].flatMap((lineId) => this.#reservations.get(lineId) ?? []),
      corrections: this.#corrections,
    }
  }

  #changeValue(move: PlacedMove): Moved {
    const { cost, keptMinor, soldMinor } = addValue(this.#costOf(move.itemId), move)
    this.#costs.set(move.itemId, cost)
    this.#layers.set(move.itemId, addToLayer(this.#layers.get(move.itemId) ?? [], move))
    const parts = keptMinor === 0n ? [] : [this.#record(move, null, 0n, keptMinor, false)]
    return { valueMinor: keptMinor, soldMinor, belowZero: false, parts }
  }

  #bringIn(move: PlacedMove): Moved {
    const before = this.#costOf(move.itemId)
    if (this.#before.byLots.has(move.itemId) && !move.lotId) {
      throw new AppError('stock.lot-missing', { itemId: move.itemId })
    }
    const valueMinor = move.valueMinor ?? valueAtAverage(before, move.quantityMilli)
    const part = this.#record(move, move.lotId ?? null, move.quantityMilli, valueMinor, false)
    this.#changeLevel(move, move.lotId ?? noLot, move.quantityMilli)
    const { cost, correctionMinor } = receiveAtAverage(before, move.quantityMilli, valueMinor)
    this.#costs.set(move.itemId, cost)
    this.#addLayer(move.itemId, part.moveId, before.quantityMilli, move.quantityMilli, valueMinor)
    if (correctionMinor !== 0n) this.#correct(move, -correctionMinor)
    return { valueMinor, soldMinor: 0n, belowZero: false, parts: [part] }
  }

  /** What left comes in as it left: the same lots, worth the same. @throws stock.quantity-invalid */
  #arrive(move: PlacedMove): Moved {
    const waiting = this.#onTheWay.get(move.itemId) ?? []
    const parts: Moved['parts'][number][] = []
    let left = move.quantityMilli
    while (left > 0n) {
      const one = waiting.shift()
      if (!one || one.quantityMilli > left) throw new AppError('stock.quantity-invalid', { itemId: move.itemId })
      parts.push(this.#record(move, one.lotId, one.quantityMilli, one.valueMinor, false))
      this.#changeLevel(move, one.lotId ?? noLot, one.quantityMilli)
      left -= one.quantityMilli
    }
    const valueMinor = parts.reduce((sum, part) => sum + part.valueMinor, 0n)
    return { valueMinor, soldMinor: 0n, belowZero: false, parts }
  }

  #takeOut(move: PlacedMove): Moved {
    const parts = this.#partsOf(move).map(({ lotId, quantityMilli, belowZero }) => {
      const issue = issueAtAverage(this.#costOf(move.itemId), quantityMilli, true)
      const valueMinor = -issue.costMinor
      const part = this.#record(move, lotId === noLot ? null : lotId, -quantityMilli, valueMinor, belowZero)
      this.#changeLevel(move, lotId, -quantityMilli)
      if (move.kind === 'transfer-out') this.#sendOff(move.itemId, part)
      else {
        this.#costs.set(move.itemId, issue.cost)
        this.#layers.set(move.itemId, takeFromLayers(this.#layers.get(move.itemId) ?? [], quantityMilli))
      }
      return { ...part, belowZero }
    })
    if (move.reservedFor) this.#release(move.reservedFor, -move.quantityMilli)
    return {
      valueMinor: parts.reduce((sum, part) => sum + part.valueMinor, 0n),
      soldMinor: 0n,
      belowZero: parts.some((part) => part.belowZero),
      parts: parts.map(({ belowZero: _, ...part }) => part),
    }
  }

  #sendOff(itemId: string, part: { lotId: string | null; quantityMilli: bigint; valueMinor: bigint }): void {
    const { lotId } = part
    const sent = { lotId, quantityMilli: -part.quantityMilli, valueMinor: -part.valueMinor }
    this.#onTheWay.set(itemId, [...(this.#onTheWay.get(itemId) ?? []), sent])
  }

  /** Which lots a move takes from. @throws stock.not-enough */
  #partsOf(move: PlacedMove): { lotId: string; quantityMilli: bigint; belowZero: boolean }[] {
    const wanted = -move.quantityMilli
    const lots = this.#lotsAt(move).filter((lot) => move.lotId == null || lot.lotId === move.lotId)
    const mustBeGood = move.kind === 'ship' && move.lotId == null ? this.#before.day : null
    const { parts, missingMilli } = chooseLots(lots, wanted, mustBeGood)
    const taken = parts.map((part) => ({ ...part, belowZero: false }))
    if (missingMilli === 0n) return taken
    if (!this.#before.mayGoBelowZero) {
      throw new AppError('stock.not-enough', {
        itemId: move.itemId,
        placeId: move.placeId,
        wanted: Number(wanted) / 1000,
        there: Number(wanted - missingMilli) / 1000,
      })
    }
    // The shortage stands with the goods that ran out last, so that the next of them make it good.
    const short = move.lotId ?? parts.at(-1)?.lotId ?? noLot
    return taken.some((part) => part.lotId === short)
      ? taken.map((part) =>
          part.lotId === short ? { ...part, quantityMilli: part.quantityMilli + missingMilli, belowZero: true } : part,
        )
      : [...taken, { lotId: short, quantityMilli: missingMilli, belowZero: true }]
  }

  #lotsAt(move: PlacedMove): LotThere[] {
    return [...this.#levels.values()]
      .filter((level) => level.itemId === move.itemId && level.placeId === move.placeId)
      .map((level) => {
        const lot = level.lotId === null ? undefined : this.#lots.get(level.lotId)
        return {
          lotId: level.lotId ?? noLot,
          code: lot?.code ?? '',
          expiresOn: lot?.expiresOn ?? null,
          onHandMilli: level.onHandMilli,
        }
      })
  }

  #costOf(itemId: string): AverageCost {
    return this.#costs.get(itemId) ?? noStock
  }

  /** Goods that make up for what is owed have left already: only the rest stays as a layer. */
  #addLayer(itemId: string, id: string, beforeMilli: bigint, cameMilli: bigint, cameMinor: bigint): void {
    const stays = beforeMilli < 0n ? beforeMilli + cameMilli : cameMilli
    if (stays <= 0n) return
    const remainingMinor = stays === cameMilli ? cameMinor : (cameMinor * stays) / cameMilli
    const layer: CostLayer = { itemId, id, day: this.#before.day, remainingMilli: stays, remainingMinor }
    this.#layers.set(itemId, [...(this.#layers.get(itemId) ?? []), layer])
  }

  #correct(move: PlacedMove, valueMinor: bigint): void {
    this.#record({ ...move, kind: 'cost', reason: 'cost-of-owed' }, null, 0n, valueMinor, false)
    const record = this.#records.at(-1)
    if (record) this.#corrections.push(record)
  }

  #record(move: PlacedMove, lotId: string | null, quantityMilli: bigint, valueMinor: bigint, belowZero: boolean) {
    const moveId = this.#idOf()
    this.#records.push({
      id: moveId,
      kind: move.kind,
      itemId: move.itemId,
      placeId: move.placeId,
      lotId,
      quantityMilli,
      valueMinor,
      documentId: move.documentId ?? null,
      documentLineId: move.documentLineId ?? null,
      reason: move.reason ?? null,
      belowZero,
    })
    return { moveId, lotId, quantityMilli, valueMinor }
  }

  #changeLevel(at: { itemId: string; placeId: string }, lotId: string, onHand: bigint, reserved = 0n): void {
    const where = { itemId: at.itemId, placeId: at.placeId, lotId: lotId === noLot ? null : lotId }
    for (const levels of [this.#levels, this.#changes]) {
      const level = levels.get(keyOf(where)) ?? { ...where, onHandMilli: 0n, reservedMilli: 0n }
      levels.set(keyOf(where), {
        ...level,
        onHandMilli: level.onHandMilli + onHand,
        reservedMilli: level.reservedMilli + reserved,
      })
    }
  }

  #release(lineId: string, quantityMilli: bigint): void {
    const kept = this.#reservations.get(lineId)
    if (!kept) return
    const released = kept.quantityMilli < quantityMilli ? kept.quantityMilli : quantityMilli
    this.#reservations.set(lineId, { ...kept, quantityMilli: kept.quantityMilli - released })
    this.#released.add(lineId)
    this.#changeLevel(kept, noLot, 0n, -released)
  }
}

function keyOf(level: Pick<StockLevel, 'itemId' | 'placeId' | 'lotId'>): string {
  return `${level.itemId} ${level.placeId} ${level.lotId ?? noLot}`
}
