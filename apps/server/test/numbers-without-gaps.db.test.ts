// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

test('sixteen invoices issued at once, some of them refused: their numbers run without a gap', async () => {
  const draft = (quantityMilli: number) =>
    trade.make({
      kind: 'invoice',
      partyId: trade.customerId,
      lines: [
        { itemId: trade.ballId, quantityMilli, price: price(5_000) },
        { itemId: trade.pumpId, quantityMilli: 1_000, price: price(2_500) },
      ],
    })
  // Every fourth asks for more than there is, and is refused after its turn has come.
  const drafts = await Promise.all(Array.from({ length: 16 }, (_, n) => draft(n % 4 === 3 ? 500_000 : 1_000)))
  const answers = await Promise.all(
    drafts.map(({ id, version }) => trade.post(`${trade.at}/documents/${id}/actions`, { action: 'issue', version })),
  )
  const issued = answers.filter(({ status }) => status === 200)
  expect(issued).toHaveLength(12)
  const refused = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)
  expect(refused).toEqual(Array(4).fill('stock.not-enough'))
  const counts = issued.map(({ body }) => Number(body.document.number.slice(-4))).sort((a, b) => a - b)
  expect(counts).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
})

test('a paper that is issued twice at once is issued once', async () => {
  const { id, version } = await trade.make({
    kind: 'invoice',
    partyId: trade.customerId,
    lines: [{ description: 'Repair', quantityMilli: 1_000, price: price(5_000) }],
  })
  const issue = () => trade.post(`${trade.at}/documents/${id}/actions`, { action: 'issue', version })
  const codes = (await Promise.all([issue(), issue(), issue()])).map(({ body }) => body.code ?? 'issued')
  expect(codes.sort()).toEqual(['issued', 'platform.changed-meanwhile', 'platform.changed-meanwhile'])
})
