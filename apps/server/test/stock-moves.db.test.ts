// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import { pack } from '@resham/pack-zz'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MoveContext, moveStock, release, reserve, type StockMove } from '#modules/stock/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import { aStockroom, type Stockroom } from './stockroom.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

let at: TestDatabase
beforeAll(async () => {
  at = await openTestDatabase()
})
afterAll(() => at.close())

const day = plainDate('2026-11-20')
const ctx: MoveContext = { now: new Date('2026-11-20T09:00:00Z'), caller: null, day, chart: pack.chart }

const move = (room: Stockroom, moves: readonly StockMove[], more: { hasHappened?: boolean } = {}) =>
  withTenant(at.db, room.tenantId, (tx) => moveStock(tx, { ...ctx, ...more }, moves))

const receive = (
  itemId: string,
  quantityMilli: bigint,
  valueMinor: bigint,
  more: Partial<StockMove> = {},
): StockMove => ({
  kind: 'receive',
  itemId,
  quantityMilli,
  valueMinor,
  ...more,
})
const ship = (itemId: string, quantityMilli: bigint, more: Partial<StockMove> = {}): StockMove => ({
  kind: 'ship',
  itemId,
  quantityMilli: -quantityMilli,
  ...more,
})

test('what leaves is worth the average of what came, and the last piece leaves nothing behind', async () => {
  const room = await aStockroom(at, 1)
  const [ball = ''] = room.itemIds
  await move(room, [receive(ball, 10_000n, 100_000n), receive(ball, 10_000n, 120_000n)])
  const [sold] = await move(room, [ship(ball, 5_000n)])
  expect(sold).toMatchObject({ valueMinor: -55_000n, belowZero: false })
  const [rest] = await move(room, [ship(ball, 15_000n)])
  expect(rest?.valueMinor).toBe(-165_000n)
  expect(await room.sums()).toEqual(await room.levels())
})

test('stock never goes below nothing; all of a deed is refused with its item, and nothing of it is kept', async () => {
  const room = await aStockroom(at, 2)
  const [ball = '', bat = ''] = room.itemIds
  await move(room, [receive(ball, 5_000n, 50_000n), receive(bat, 1_000n, 10_000n)])
  await expect(move(room, [ship(ball, 1_000n), ship(bat, 2_000n)])).rejects.toMatchObject({
    code: 'stock.not-enough',
    details: { item: 'item 1', wanted: 2, there: 1 },
  })
  expect((await room.sums()).map((row) => row.onHand)).toEqual(['5000', '1000'])
})

test('what has happened already is taken all the same, and says that it went below nothing', async () => {
  const room = await aStockroom(at, 1)
  const [ball = ''] = room.itemIds
  await move(room, [receive(ball, 2_000n, 20_000n)])
  const [sold] = await move(room, [ship(ball, 5_000n)], { hasHappened: true })
  expect(sold).toMatchObject({ belowZero: true, valueMinor: -50_000n })
  // Ten come at 130 where 100 was guessed for the three that are owed: their value is put right by 90.
  await move(room, [receive(ball, 10_000n, 130_000n)])
  const [worth] = await at.asOwner('select quantity_milli, value_minor from item_costs where item_id = $1', [ball])
  expect(worth).toMatchObject({ quantity_milli: '7000', value_minor: '91000' })
  expect(await room.sums()).toEqual(await room.levels())
})

test('absurd quantities and moves the wrong way round are refused', async () => {
  const room = await aStockroom(at, 1)
  const [ball = ''] = room.itemIds
  for (const wrong of [
    receive(ball, 0n, 1n),
    receive(ball, -1n, 1n),
    receive(ball, 1_000_000_000_001n, 1n),
    receive(ball, 1n, -1n),
    ship(ball, -1n),
    { kind: 'adjust', itemId: ball, quantityMilli: 0n } as const,
  ]) {
    await expect(move(room, [wrong])).rejects.toMatchObject({ code: 'stock.quantity-invalid' })
  }
  await expect(move(room, [receive(newId(ctx.now), 1n, 1n)])).rejects.toMatchObject({ code: 'platform.not-found' })
  await expect(move(room, [receive(ball, 1n, 1n, { placeId: newId(ctx.now) })])).rejects.toMatchObject({
    code: 'platform.not-found',
  })
})

test('what expires first leaves first, and what is past its day is not sold', async () => {
  const room = await aStockroom(at, 1, { byLots: true })
  const [milk = ''] = room.itemIds
  const [old, soon, late] = await room.addLots(milk, ['2026-11-01', '2026-11-25', '2026-12-25'])
  await expect(move(room, [receive(milk, 1n, 1n)])).rejects.toMatchObject({ code: 'stock.lot-missing' })
  await move(
    room,
    [late, soon, old].map((lotId) => receive(milk, 2_000n, 200n, { lotId: lotId ?? null })),
  )
  const [sold] = await move(room, [ship(milk, 3_000n)])
  expect(sold?.parts.map((part) => [part.lotId, part.quantityMilli])).toEqual([
    [soon, -2_000n],
    [late, -1_000n],
  ])
  await expect(move(room, [ship(milk, 2_000n)])).rejects.toMatchObject({ code: 'stock.not-enough' })
  const [thrown] = await move(room, [{ kind: 'adjust', itemId: milk, lotId: old ?? null, quantityMilli: -2_000n }])
  expect(thrown?.parts).toHaveLength(1)
})

test('an item that was never moved begins with the typed count less what sold since', async () => {
  const room = await aStockroom(at, 1, { typed: { onHandMilli: 24_000, unitCostMinor: 100n, countedOn: '2026-11-10' } })
  const [ball = ''] = room.itemIds
  await room.sold(ball, '2026-11-12', 4_000)
  await room.sold(ball, '2026-11-20', 3_000)
  // What sells today is the move itself, so today's books do not count.
  const [sold] = await move(room, [ship(ball, 3_000n)])
  expect(sold?.valueMinor).toBe(-300n)
  expect((await room.sums())[0]).toMatchObject({ onHand: '17000' })
})

test('goods set aside for one line are not there for the next, and shipping releases them', async () => {
  const room = await aStockroom(at, 1)
  const [ball = ''] = room.itemIds
  await move(room, [receive(ball, 10_000n, 100n)])
  const [lineA, lineB] = [newId(ctx.now), newId(ctx.now)]
  const set = (lineId: string, quantityMilli: bigint) =>
    withTenant(at.db, room.tenantId, (tx) => reserve(tx, [{ lineId, itemId: ball, quantityMilli }]))
  expect(await set(lineA, 6_000n)).toMatchObject([{ reservedMilli: 6_000n, shortMilli: 0n }])
  expect(await set(lineB, 6_000n)).toMatchObject([{ reservedMilli: 4_000n, shortMilli: 2_000n }])
  expect(await set(lineA, 7_000n)).toMatchObject([{ reservedMilli: 6_000n, shortMilli: 1_000n }])
  await move(room, [ship(ball, 5_000n, { reservedFor: lineA })])
  expect((await room.levels())[0]).toMatchObject({ onHand: '5000', reserved: '5000' })
  await withTenant(at.db, room.tenantId, (tx) => release(tx, [lineA, lineB, newId(ctx.now)]))
  expect((await room.levels())[0]).toMatchObject({ onHand: '5000', reserved: '0' })
})

test('levels, values and layers equal the sum of moves after random histories with parallel writers', async () => {
  const room = await aStockroom(at, 3)
  const places = await room.places()
  const anyMove = fc.record({
    item: fc.integer({ min: 0, max: 2 }),
    place: fc.integer({ min: 0, max: 1 }),
    kind: fc.constantFrom('receive', 'ship', 'adjust', 'return', 'transfer', 'reserve'),
    quantity: fc.bigInt(1n, 9_000n),
    value: fc.bigInt(0n, 90_000n),
    isUp: fc.boolean(),
  })
  const deeds = fc.array(fc.array(anyMove, { minLength: 1, maxLength: 4 }), { minLength: 12, maxLength: 24 })
  let [done, refused] = [0, 0]
  const toMoves = (one: typeof anyMove extends fc.Arbitrary<infer T> ? T : never): StockMove[] => {
    const itemId = room.itemIds[one.item] ?? ''
    const placeId = places[one.place] ?? null
    if (one.kind === 'transfer') {
      return [
        { kind: 'transfer-out', itemId, placeId, quantityMilli: -one.quantity },
        { kind: 'transfer-in', itemId, placeId: places[1 - one.place] ?? null, quantityMilli: one.quantity },
      ]
    }
    if (one.kind === 'ship') return [ship(itemId, one.quantity, { placeId })]
    if (one.kind === 'adjust')
      return [{ kind: 'adjust', itemId, placeId, quantityMilli: one.isUp ? one.quantity : -one.quantity }]
    const valueMinor = one.kind === 'receive' ? { valueMinor: one.value } : {}
    return [{ kind: one.kind as 'receive', itemId, placeId, quantityMilli: one.quantity, ...valueMinor }]
  }
  await fc.assert(
    fc.asyncProperty(deeds, fc.boolean(), async (some, hasHappened) => {
      const results = await Promise.allSettled(
        some.map((deed) =>
          deed[0]?.kind === 'reserve'
            ? withTenant(at.db, room.tenantId, (tx) =>
                reserve(
                  tx,
                  deed.map((one) => ({
                    lineId: newId(ctx.now),
                    itemId: room.itemIds[one.item] ?? '',
                    quantityMilli: one.quantity,
                  })),
                ),
              )
            : move(room, deed.filter((one) => one.kind !== 'reserve').flatMap(toMoves), { hasHappened }),
        ),
      )
      for (const result of results) {
        if (result.status === 'fulfilled') done += 1
        else {
          refused += 1
          expect(result.reason.code).toBe('stock.not-enough')
        }
      }
      expect(await room.sums()).toEqual(await room.levels())
      expect(await room.costs()).toEqual(await room.costsByMoves())
      expect(await room.layers()).toEqual(await room.layersWanted())
      expect(await room.reserved()).toEqual(await room.reservedByLines())
    }),
    { seed: 47, numRuns: 12 },
  )
  expect(done).toBeGreaterThan(80)
  expect(refused).toBeGreaterThan(5)
})
