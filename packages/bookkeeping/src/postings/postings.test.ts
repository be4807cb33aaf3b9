// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Entry,
  type ExchangeRate,
  type PostingFact,
  postingsOf,
  type RoleAccounts,
  reversed,
  trialBalance,
} from '../index.ts'
import { aHistory, plainAccounts } from './a-history.testing.ts'

const day = plainDate('2026-11-25')
const about = { source: { kind: 'test', id: '1' }, day }
const usd: ExchangeRate = { from: 'USD', to: 'PKR', rate: '278.45', fromDecimals: 2, toDecimals: 2 }
const party = 'bright-sport'

/** Lines as a bookkeeper writes them: account, debit or credit in home minor units, foreign beside. */
function written(fact: PostingFact): (readonly [string, bigint, string?])[] {
  return postingsOf(fact, plainAccounts).lines.map(({ account, homeMinor, foreign }) =>
    foreign === null ? [account, homeMinor] : [account, homeMinor, `${foreign.minor} ${foreign.currency}`],
  )
}

test('invoice of 10,000 and 18 % tax: the customer owes 11,800', () => {
  const fact = { ...about, party, currency: 'PKR', rate: null, net: [{ minor: 1_000_000n }], taxMinor: 180_000n }
  expect(written({ event: 'invoice-issued', ...fact })).toEqual([
    ['sales', -1_000_000n],
    ['tax-out', -180_000n],
    ['receivables', 1_180_000n],
  ])
  expect(written({ event: 'credit-note-issued', ...fact })).toEqual([
    ['sales-returns', 1_000_000n],
    ['tax-out', 180_000n],
    ['receivables', -1_180_000n],
  ])
})

test('an invoice of 1,000.10 dollars at 278.45 stands at 278,477.85; paid at 280 it gains 1,550.15', () => {
  const fact = { ...about, party, currency: 'USD', rate: usd, net: [{ minor: 100_010n }], taxMinor: 0n }
  // 1000.10 x 278.45 = 278,477.845
  expect(written({ event: 'invoice-issued', ...fact })).toEqual([
    ['sales', -27_847_785n],
    ['receivables', 27_847_785n, '100010 USD'],
  ])
  const rate = { ...usd, rate: '280' }
  const paid = {
    ...about,
    party,
    currency: 'USD',
    rate,
    money: 'bank',
    amountMinor: 99_010n,
    feeMinor: 1_000n,
    withheldMinor: 0n,
  } as const
  expect(written({ event: 'payment-in', ...paid, against: 'receivables' })).toEqual([
    ['bank', 27_722_800n, '99010 USD'],
    ['bank-fees', 280_000n],
    ['receivables', -28_002_800n, '-100010 USD'],
  ])
  const settled = { ...about, party, claimHomeMinor: 27_847_785n, paidHomeMinor: 28_002_800n } as const
  expect(written({ event: 'settled', side: 'receivable', ...settled })).toEqual([
    ['receivables', 155_015n],
    ['exchange-gain', -155_015n],
  ])
  expect(written({ event: 'settled', side: 'payable', ...settled })).toEqual([
    ['payables', -155_015n],
    ['exchange-loss', 155_015n],
  ])
})

test('a customer withholds tax and the wallet keeps a fee: the invoice is settled in full', () => {
  const money = {
    currency: 'PKR',
    rate: null,
    money: 'wallet',
    amountMinor: 1_115_000n,
    feeMinor: 6_000n,
    withheldMinor: 59_000n,
  } as const
  expect(written({ event: 'payment-in', ...about, party, ...money, against: 'receivables' })).toEqual([
    ['wallet', 1_115_000n],
    ['bank-fees', 6_000n],
    ['withheld-by-customers', 59_000n],
    ['receivables', -1_180_000n],
  ])
})

test('we withhold tax from a supplier, and the bank takes its fee on top', () => {
  const money = {
    currency: 'PKR',
    rate: null,
    money: 'bank',
    amountMinor: 95_500n,
    feeMinor: 50n,
    withheldMinor: 4_500n,
  } as const
  expect(written({ event: 'payment-out', ...about, party, ...money, against: 'payables' })).toEqual([
    ['bank', -95_550n],
    ['bank-fees', 50n],
    ['withheld-from-suppliers', -4_500n],
    ['payables', 100_000n],
  ])
})

test('goods come at 1,000, the bill says 1,060: three of four pieces are still here', () => {
  expect(written({ event: 'goods-received', ...about, valueHomeMinor: 100_000n })).toEqual([
    ['inventory', 100_000n],
    ['goods-received-not-billed', -100_000n],
  ])
  const bill = { ...about, party, currency: 'PKR', rate: null, goodsMinor: 106_000n, taxMinor: 19_080n } as const
  const others = [{ minor: 2_000n, to: 'landed-costs' }] as const
  const moved = { movedHomeMinor: 100_000n, differenceOnHandHomeMinor: 4_500n }
  expect(written({ event: 'bill-issued', ...bill, ...moved, others })).toEqual([
    ['goods-received-not-billed', 100_000n],
    ['inventory', 4_500n],
    ['cost-of-sales', 1_500n],
    ['landed-costs', 2_000n],
    ['tax-in', 19_080n],
    ['payables', -127_080n],
  ])
  expect(written({ event: 'landed-cost-spread', ...about, onHandHomeMinor: 1_500n, soldHomeMinor: 500n })).toEqual([
    ['inventory', 1_500n],
    ['cost-of-sales', 500n],
    ['landed-costs', -2_000n],
  ])
})

test('a bill before the goods waits for them', () => {
  const bill = { ...about, party, currency: 'PKR', rate: null, goodsMinor: 106_000n, taxMinor: 0n, others: [] }
  const rest = { movedHomeMinor: null, differenceOnHandHomeMinor: 0n }
  expect(written({ event: 'bill-issued', ...bill, ...rest })).toEqual([
    ['goods-received-not-billed', 106_000n],
    ['payables', -106_000n],
  ])
})

test('goods go back to the supplier at 500 and the debit note is for 520: 20 less cost of sales', () => {
  expect(written({ event: 'goods-returned-to-supplier', ...about, valueHomeMinor: 50_000n })).toEqual([
    ['goods-received-not-billed', 50_000n],
    ['inventory', -50_000n],
  ])
  const note = { ...about, party, currency: 'PKR', rate: null, goodsMinor: 52_000n, taxMinor: 9_360n, others: [] }
  const moved = { movedHomeMinor: 50_000n, differenceOnHandHomeMinor: 0n }
  expect(written({ event: 'debit-note-issued', ...note, ...moved })).toEqual([
    ['goods-received-not-billed', -50_000n],
    ['cost-of-sales', -2_000n],
    ['tax-in', -9_360n],
    ['payables', 61_360n],
  ])
})

test('goods sold, and back again', () => {
  expect(written({ event: 'goods-shipped', ...about, valueHomeMinor: 55_000n })).toEqual([
    ['cost-of-sales', 55_000n],
    ['inventory', -55_000n],
  ])
  const back = { ...about, valueHomeMinor: 11_000n, correctionHomeMinor: 300n }
  expect(written({ event: 'goods-returned-by-customer', ...back })).toEqual([
    ['inventory', 10_700n],
    ['cost-of-sales', -10_700n],
  ])
})

test('stock lost, found, taken home, and there from the start', () => {
  const stock = (differenceHomeMinor: bigint, because: 'count' | 'damage' | 'own-use' | 'opening') =>
    written({ event: 'stock-adjusted', ...about, differenceHomeMinor, because })
  expect(stock(-700n, 'damage')).toEqual([
    ['inventory', -700n],
    ['stock-difference', 700n],
  ])
  expect(stock(200n, 'count')).toEqual([
    ['inventory', 200n],
    ['stock-difference', -200n],
  ])
  expect(stock(-90n, 'own-use')).toEqual([
    ['inventory', -90n],
    ['drawings', 90n],
  ])
  expect(stock(5_000n, 'opening')).toEqual([
    ['inventory', 5_000n],
    ['capital', -5_000n],
  ])
  expect(stock(0n, 'count')).toEqual([])
})

test('a deposit is held, then pays the invoice at what it stands at', () => {
  const money = {
    currency: 'USD',
    rate: usd,
    money: 'bank',
    amountMinor: 10_000n,
    feeMinor: 0n,
    withheldMinor: 0n,
  } as const
  expect(written({ event: 'payment-in', ...about, party, ...money, against: 'deposits-held' })).toEqual([
    ['bank', 2_784_500n, '10000 USD'],
    ['deposits-held', -2_784_500n, '-10000 USD'],
  ])
  const used = { ...about, party, homeMinor: 2_784_500n, foreign: { minor: 10_000n, currency: 'USD' } }
  expect(written({ event: 'deposit-used', ...used })).toEqual([
    ['deposits-held', 2_784_500n, '10000 USD'],
    ['receivables', -2_784_500n, '-10000 USD'],
  ])
  expect(written({ event: 'advance-used', ...used, foreign: null })).toEqual([
    ['payables', 2_784_500n],
    ['advances-paid', -2_784_500n],
  ])
})

test('a bad debt is our loss; what a supplier forgives is income', () => {
  const off = { ...about, party, homeMinor: 900n, foreign: null }
  expect(written({ event: 'written-off', side: 'receivable', ...off })).toEqual([
    ['bad-debts', 900n],
    ['receivables', -900n],
  ])
  expect(written({ event: 'written-off', side: 'payable', ...off })).toEqual([
    ['payables', 900n],
    ['other-income', -900n],
  ])
})

test('cash to the bank, and dollars changed into rupees at a loss', () => {
  const cash = {
    out: { homeMinor: 5_000n, foreign: null },
    in: { homeMinor: 5_000n, foreign: null },
    feeHomeMinor: 20n,
  }
  expect(written({ event: 'money-moved', ...about, from: 'cash', to: 'bank', ...cash })).toEqual([
    ['bank', 5_000n],
    ['bank-fees', 20n],
    ['cash', -5_020n],
  ])
  const out = { homeMinor: 2_784_500n, foreign: { minor: 10_000n, currency: 'USD' } }
  const change = { out, in: { homeMinor: 2_770_000n, foreign: null }, feeHomeMinor: 0n }
  expect(written({ event: 'money-moved', ...about, from: { account: '1021' }, to: 'bank', ...change })).toEqual([
    ['bank', 2_770_000n],
    ['1021', -2_784_500n, '-10000 USD'],
    ['exchange-loss', 14_500n],
  ])
  const short = { ...cash, in: { homeMinor: 4_999n, foreign: null } }
  expect(() => written({ event: 'money-moved', ...about, from: 'cash', to: 'bank', ...short })).toThrow(
    'bookkeeping.entry-unbalanced',
  )
})

test('opening balances: what is left over is the owner’s capital', () => {
  const line = (to: 'cash' | 'payables' | 'inventory', homeMinor: bigint) => ({
    to,
    homeMinor,
    foreign: null,
    party: null,
  })
  const lines = [line('cash', 50_000n), line('inventory', 90_000n), line('payables', -40_000n)]
  expect(written({ event: 'opened', ...about, lines })).toEqual([
    ['cash', 50_000n],
    ['inventory', 90_000n],
    ['payables', -40_000n],
    ['capital', -100_000n],
  ])
  expect(() => written({ event: 'by-hand', ...about, lines })).toThrow('bookkeeping.entry-unbalanced')
})

test('at the end of a month dollars are looked at again, and put back the day after', () => {
  const balances = [
    { of: 'receivables', party, bookHomeMinor: 2_784_500n, nowHomeMinor: 2_800_000n },
    { of: 'payables', party: 'mill', bookHomeMinor: -278_450n, nowHomeMinor: -280_000n },
  ] as const
  const fact = { event: 'revalued', ...about, balances } as const
  expect(written(fact)).toEqual([
    ['receivables', 15_500n],
    ['exchange-gain', -15_500n],
    ['payables', -1_550n],
    ['exchange-loss', 1_550n],
  ])
  const entry = postingsOf(fact, plainAccounts)
  const back = reversed(entry, { kind: 'test', id: '2' }, plainDate('2026-11-26'))
  expect([...trialBalance([entry, back]).values()].every((minor) => minor === 0n)).toBe(true)
})

test('what is negative is refused: a return is an event of its own', () => {
  const sale = { ...about, party, currency: 'PKR', rate: null, net: [{ minor: -1n }], taxMinor: 0n }
  expect(() => written({ event: 'invoice-issued', ...sale })).toThrow('bookkeeping.amount-invalid')
  expect(() => written({ event: 'goods-shipped', ...about, valueHomeMinor: -1n })).toThrow('bookkeeping.amount-invalid')
})

test('a chart without an account for a role is refused by the name of the role', () => {
  const { inventory: _, ...rest } = plainAccounts
  const fact = { event: 'goods-shipped', ...about, valueHomeMinor: 1n } as const
  expect(() => postingsOf(fact, rest as RoleAccounts)).toThrow(/role-missing.*inventory/)
})

const sum = (entry: Entry) => entry.lines.reduce((so, { homeMinor }) => so + homeMinor, 0n)

test('any history: each entry sums to zero, the trial balance too; when all is settled nobody owes anything', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 80 }), (seed, steps) => {
      const { facts, stockValueMinor } = aHistory(seed, steps)
      const entries = facts.map((fact) => postingsOf(fact, plainAccounts))
      for (const entry of entries) expect(sum(entry)).toBe(0n)
      const balance = trialBalance(entries)
      expect([...balance.values()].reduce((so, minor) => so + minor, 0n)).toBe(0n)
      for (const role of ['receivables', 'payables', 'deposits-held', 'goods-received-not-billed', 'landed-costs']) {
        expect(balance.get(role) ?? 0n, role).toBe(0n)
      }
      expect(balance.get('inventory') ?? 0n).toBe(stockValueMinor)
      const dollars = entries.flatMap(({ lines }) => lines).filter(({ account }) => account === 'receivables')
      expect(dollars.reduce((so, { foreign }) => so + (foreign?.minor ?? 0n), 0n)).toBe(0n)
    }),
    { seed: 4, numRuns: 100 },
  )
})
