// SPDX-License-Identifier: Apache-2.0
// One customer was written down three times, an item twice. What is merged can be taken apart again, exactly.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amount, aTrade, price, type Trade } from '../../../test/a-trade.ts'

let trade: Trade
const ids: string[] = []
beforeAll(async () => {
  trade = await aTrade()
  for (const body of [
    { name: 'Raza Brothers', phone: '+923001234567', isCustomer: true, isSupplier: false },
    { name: 'M/s Raza Bros.', phone: '+923001234567', isCustomer: false, isSupplier: true },
    { name: 'رضا برادرز', phone: '+923001234567', isCustomer: true, isSupplier: false },
  ]) {
    const made = await trade.post(`${trade.at}/parties`, body)
    ids.push(made.body.id)
  }
  await business(ids[1] ?? '')
  await business(ids[2] ?? '')
})
afterAll(() => trade.close())

/** An invoice with the shipment it makes, a payment of part of it, and a draft. */
async function business(partyId: string): Promise<void> {
  const lines = [{ itemId: trade.ballId, quantityMilli: 1_000, price: price(5_000) }]
  const draft = await trade.make({ kind: 'invoice', partyId, lines })
  await trade.act(draft, 'issue')
  await trade.make({ kind: 'quote', partyId, lines })
  await trade.post(`${trade.at}/payments`, {
    direction: 'in',
    partyId,
    amount: amount(2_000),
    settles: [{ documentId: draft.id, amount: amount(2_000) }],
  })
}

/** All that a merge may touch, as one hash. */
async function books(): Promise<string> {
  const hash = createHash('sha256')
  for (const table of ['parties', 'items', 'documents', 'document_lines', 'payments', 'settlements', 'journal_lines']) {
    const rows = await trade.database.asOwner<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t where tenant_id = $1 order by 1`,
      [trade.businessId],
    )
    hash.update(rows.map(({ row }) => row).join('\n'))
  }
  return hash.digest('hex')
}

const tidy = async () => (await trade.get(`${trade.at}/tidy`)).body
const merge = (kind: 'party' | 'item', keepId = '', goneId = '') =>
  trade.post(`${trade.at}/tidy/merges`, { kind, keepId, goneId })
const undo = (id: string) => trade.post(`${trade.at}/tidy/merges/${id}/undo`, {})

test('the same customer in two spellings and two scripts is found, with why', async () => {
  const { pairs } = await tidy()
  const found = pairs.filter(({ kind }: { kind: string }) => kind === 'party')
  expect(found).toHaveLength(3)
  for (const { reasons } of found) expect(reasons).toEqual(expect.arrayContaining(['name-like', 'same-phone']))
})

test('merges taken back in turn leave the books as they were, to the last byte', async () => {
  const before = await books()
  const first = await merge('party', ids[0], ids[1])
  expect(first).toMatchObject({ status: 201, body: { keptName: 'Raza Brothers', goneName: 'M/s Raza Bros.' } })
  const between = await books()
  const second = await merge('party', ids[0], ids[2])
  const [kept] = await trade.database.asOwner<{ papers: string; payments: string }>(
    `select (select count(*) from documents where party_id = $1) as papers,
       (select count(*) from payments where party_id = $1) as payments`,
    [ids[0]],
  )
  expect(kept).toEqual({ papers: '6', payments: '2' })
  expect((await trade.get(`${trade.at}/parties?search=raza`)).body.items).toMatchObject([
    { isCustomer: true, isSupplier: true },
  ])

  expect((await undo(second.body.id)).status).toBe(200)
  expect(await books()).toBe(between)
  expect((await undo(first.body.id)).status).toBe(200)
  expect(await books()).toBe(before)
  expect((await undo(first.body.id)).status).toBe(404)
})

test('what came after a merge stays where it was written', async () => {
  const made = await merge('party', ids[0], ids[1])
  const lines = [{ itemId: trade.ballId, quantityMilli: 1_000, price: price(5_000) }]
  const later = await trade.make({ kind: 'quote', partyId: ids[0], lines })
  await undo(made.body.id)
  expect((await trade.read(later.id)).partyId).toBe(ids[0])
})

test('one that is merged cannot be merged again, nor with itself; a chain comes apart from its end', async () => {
  const first = await merge('party', ids[0], ids[1])
  expect(await trade.refused(merge('party', ids[2], ids[1]))).toMatchObject({
    status: 409,
    code: 'tidy.already-merged',
  })
  expect(await trade.refused(merge('party', ids[2], ids[2]))).toMatchObject({ code: 'tidy.already-merged' })
  const second = await merge('party', ids[2], ids[0])
  expect(await trade.refused(undo(first.body.id))).toMatchObject({ status: 409, code: 'tidy.cannot-undo' })
  expect((await undo(second.body.id)).status).toBe(200)
  expect((await undo(first.body.id)).status).toBe(200)
})

test('two that are two are not suggested again', async () => {
  await trade.post(`${trade.at}/tidy/apart`, { kind: 'party', a: ids[1], b: ids[0] })
  const { pairs } = await tidy()
  expect(pairs.filter(({ kind }: { kind: string }) => kind === 'party')).toHaveLength(2)
})

test('an item that stands there twice is put away, and comes back as it was', async () => {
  const twin = await trade.post(`${trade.at}/items`, { name: 'Foot ball' })
  const [pair] = (await tidy()).pairs.filter(({ kind }: { kind: string }) => kind === 'item')
  expect([pair.a.id, pair.b.id].sort()).toEqual([trade.ballId, twin.body.id ?? twin.body.items?.[0]?.id].sort())
  const before = await books()
  const gone = pair.a.id === trade.ballId ? pair.b.id : pair.a.id
  const made = await merge('item', trade.ballId, gone)
  expect((await tidy()).pairs.filter(({ kind }: { kind: string }) => kind === 'item')).toEqual([])
  expect((await tidy()).merges).toMatchObject([{ kind: 'item', keptName: 'Football' }])
  await undo(made.body.id)
  expect(await books()).toBe(before)
})

test('two who merge the same two each their way leave one that stands', async () => {
  const [a, b] = await Promise.all(
    ['Kamran Traders', 'Kamran Trader'].map(
      async (name) => (await trade.post(`${trade.at}/parties`, { name })).body.id,
    ),
  )
  const answers = await Promise.all([merge('party', a, b), merge('party', b, a)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  const standing = await trade.database.asOwner('select 1 from parties where id = any($1) and merged_into is null', [
    [a, b],
  ])
  expect(standing).toHaveLength(1)
})

test('a phone that still knows a party that was merged twice writes to the one that stands', async () => {
  const [a, b, c] = await Promise.all(
    ['One', 'Two', 'Three'].map(async (name) => (await trade.post(`${trade.at}/parties`, { name })).body.id),
  )
  await merge('party', b, a)
  await merge('party', c, b)
  const quote = await trade.make({
    kind: 'quote',
    partyId: a,
    lines: [{ description: 'Printing', quantityMilli: 1_000, price: price(100) }],
  })
  const payment = await trade.post(`${trade.at}/payments`, { direction: 'in', partyId: a, amount: amount(100) })
  expect([quote.partyId, payment.body.partyId]).toEqual([c, c])
})
