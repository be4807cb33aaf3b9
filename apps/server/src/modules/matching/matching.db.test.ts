// SPDX-License-Identifier: Apache-2.0
// A statement comes in: a customer pays an invoice, another line is rent. What is said of each can be taken back.
import { plainDate } from '@resham/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import { amount, aTrade, price, type Trade } from '../../../test/a-trade.ts'
import { insertBankLines, insertStatement } from '../banking/banking.repository.ts'

let trade: Trade
let accountId = ''
let statementId = ''
beforeAll(async () => {
  trade = await aTrade()
  const account = await trade.post(`${trade.at}/money-accounts`, { name: 'Bank', kind: 'bank' })
  accountId = account.body.id
  statementId = await aStatement()
})
afterAll(() => trade.close())

/** An empty statement of today. */
async function aStatement(): Promise<string> {
  const [id, fileId] = [newId(new Date()), newId(new Date())]
  const day = plainDate(trade.today)
  await trade.database.asOwner(
    `insert into bank_files (tenant_id, id, money_account_id, file_name, file_hash, bytes, format, state, made_at)
     values ($1, $2, $3, 'a.csv', $4, 1, 'table', 'read', now())`,
    [trade.businessId, fileId, accountId, fileId],
  )
  const { db } = trade.database
  await withTenant(db, tenantId(trade.businessId), (tx) =>
    insertStatement(tx, {
      ...{ id, fileId, moneyAccountId: accountId, currency: 'XTS', firstDay: day, lastDay: day },
      ...{ openingMinor: null, closingMinor: null, lines: 0, sharesWith: [] },
    }),
  )
  return id
}

async function aBankLine(minor: bigint, counterparty: string, description = ''): Promise<string> {
  const id = newId(new Date())
  await withTenant(trade.database.db, tenantId(trade.businessId), (tx) =>
    insertBankLines(tx, [
      {
        ...{ id, moneyAccountId: accountId, statementId, lineNo: 1, day: plainDate(trade.today), valueDay: null },
        ...{
          amountMinor: minor,
          currency: 'XTS',
          balanceMinor: null,
          counterparty,
          reference: '',
          description,
          state: 'open',
        },
      },
    ]),
  )
  return id
}

async function anInvoice(pieces: number) {
  const draft = await trade.make({
    kind: 'invoice',
    partyId: trade.customerId,
    lines: [{ itemId: trade.ballId, quantityMilli: pieces * 1_000, price: price(5_000) }],
  })
  return (await trade.act(draft, 'issue')).document
}

const matches = async () => (await trade.get(`${trade.at}/matching`)).body
const say = (line: string, what: string, body: unknown = {}) => trade.post(`${trade.at}/matching/${line}/${what}`, body)

test('a payment is suggested for its invoice, confirmed, and taken back as if it had never been', async () => {
  const invoice = await anInvoice(3)
  const line = await aBankLine(BigInt(invoice.total.minor), 'BILAL TRADRS', `ft ${invoice.number}`)
  const before = await trade.ledger()
  const [found] = (await matches()).items
  expect(found).toMatchObject({ id: line, automatic: true })
  const [best] = found.suggestions
  expect(best).toMatchObject({ kind: 'settles', partyName: 'Bilal Traders', rest: amount(0) })
  expect(best.parts).toMatchObject([{ documentId: invoice.id, amount: invoice.total }])
  expect(best.reasons.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['amount-equal', 'reference-found', 'name-like']),
  )

  const { status, body } = await say(line, 'confirmation', best)
  expect([status, body.state]).toEqual([201, 'matched'])
  expect((await trade.read(invoice.id)).open).toEqual(amount(0))
  expect((await matches()).items).toEqual([])
  expect(await trade.refused(say(line, 'confirmation', best))).toMatchObject({
    status: 409,
    code: 'matching.already-matched',
  })

  expect((await say(line, 'undo')).body.state).toBe('open')
  expect((await trade.read(invoice.id)).open).toEqual(invoice.total)
  expect(await trade.ledger()).toEqual(before)
  expect(await trade.refused(say(line, 'undo'))).toMatchObject({ status: 409, code: 'matching.not-matched' })

  const all = await trade.post(`${trade.at}/matching/automatic`, {})
  expect(all.body).toEqual({ confirmed: 1 })
  expect((await trade.read(invoice.id)).open).toEqual(amount(0))
})

test('more than the line brought is refused, and nothing is written', async () => {
  const invoice = await anInvoice(2)
  const line = await aBankLine(100n, 'Bilal Traders')
  const asked = { parts: [{ documentId: invoice.id, amount: amount(5_000) }] }
  expect(await trade.refused(say(line, 'confirmation', asked))).toMatchObject({ code: 'matching.adds-up-to-other' })
  expect((await matches()).open).toBe(1)
  await say(line, 'dismissal')
})

test('what is set aside teaches: such a line is expected to be nothing', async () => {
  for (const day of [1, 2]) await say(await aBankLine(-77_700n, '', `RENT HAJI SHARIF ${day}`), 'dismissal')
  const line = await aBankLine(-77_700n, '', 'RENT HAJI SHARIF 3')
  const [found] = (await matches()).items
  expect(found).toMatchObject({ id: line, automatic: false })
  expect(found.suggestions[0]).toMatchObject({ kind: 'nothing', reasons: [{ code: 'usually-nothing', count: 2 }] })
  await say(line, 'dismissal')
  expect((await say(line, 'undo')).body.state).toBe('open')
  await say(line, 'dismissal')
})

test('money that settles nothing is an advance of the party', async () => {
  const line = await aBankLine(12_345n, 'Bilal Traders')
  const { body } = await say(line, 'confirmation', { partyId: trade.customerId, parts: [] })
  const payment = (await trade.get(`${trade.at}/payments/${body.paymentId}`)).body
  expect([payment.unused, payment.partyId]).toEqual([amount(12_345), trade.customerId])
})

test('a payment of a statement is not cancelled behind its line', async () => {
  const line = await aBankLine(4_321n, 'Bilal Traders')
  const { body } = await say(line, 'confirmation', { partyId: trade.customerId, parts: [] })
  const asked = trade.post(`${trade.at}/payments/${body.paymentId}/cancellation`, { version: 1 })
  expect((await trade.refused(asked)).details.reason).toBe('on-statement')
  expect((await say(line, 'undo')).body.state).toBe('open')
  await say(line, 'dismissal')
})

test('a match is taken back whole, also when its money has moved on to another paper', async () => {
  const before = await trade.ledger()
  const first = await anInvoice(1)
  const line = await aBankLine(BigInt(first.total.minor), 'Bilal Traders')
  const said = { parts: [{ documentId: first.id, amount: first.total }] }
  const { body } = await say(line, 'confirmation', said)
  const second = await anInvoice(1)
  const after = await trade.ledger()
  const { settlements } = (await trade.get(`${trade.at}/payments/${body.paymentId}`)).body
  await trade.call('DELETE', `${trade.at}/settlements/${settlements[0].id}`)
  const moved = { paymentId: body.paymentId, documentId: second.id, amount: second.total }
  expect((await trade.post(`${trade.at}/settlements`, moved)).status).toBe(201)
  expect((await say(line, 'undo')).body.state).toBe('open')
  expect([(await trade.read(first.id)).open, (await trade.read(second.id)).open]).toEqual([first.total, second.total])
  expect((await trade.get(`${trade.at}/payments/${body.paymentId}`)).body.state).toBe('cancelled')
  expect([before.sum, after.sum, (await trade.ledger()).sum]).toEqual(['0', '0', '0'])
  await say(line, 'dismissal')
})
