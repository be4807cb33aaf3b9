// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeYear, weeksOf } from '../../bench/judge.ts'
import { makeMessyYear } from '../../bench/messy-year.ts'
import { matchPayments } from './match-payments.ts'
import { learn, noMemory } from './memory.ts'
import type { BankLine, Confirmation, MatchSettings, OpenDocument, Party, Suggestion } from './types.ts'

const settings: MatchSettings = {
  deductions: [{ code: 'goods-5', of: 'total', millionths: 50_000 }],
  largestFeeMinor: 10_000n,
  minorPerMajor: 100,
}
const parties: readonly Party[] = [
  { id: 'aslam', name: 'Aslam Traders' },
  { id: 'bashir', name: 'Bashir Sports' },
  { id: 'kausar', name: 'Kausar Store' },
]

function aDocument(of: Partial<OpenDocument> & { id: string }): OpenDocument {
  const totalMinor = of.totalMinor ?? 500_000n
  return {
    direction: 'in',
    partyId: 'aslam',
    number: null,
    reference: null,
    day: plainDate('2026-01-01'),
    dueDay: plainDate('2026-01-15'),
    currency: 'PKR',
    netMinor: totalMinor,
    taxMinor: 0n,
    totalMinor,
    openMinor: totalMinor,
    ...of,
  }
}

function aLine(of: Partial<BankLine> = {}): BankLine {
  return {
    id: 'line',
    day: plainDate('2026-01-18'),
    direction: 'in',
    amountMinor: 500_000n,
    currency: 'PKR',
    payer: 'ASLAM TRADERS',
    account: null,
    narrative: 'IBFT',
    ...of,
  }
}

const first = (lines: readonly BankLine[], documents: readonly OpenDocument[], memory = noMemory): Suggestion =>
  matchPayments({ lines, documents, parties, memory }, settings)[0]?.suggestions[0] as Suggestion
const paid = (suggestion: Suggestion) => suggestion.parts.map(({ documentId, minor }) => `${documentId} ${minor}`)
const codes = (suggestion: Suggestion) => suggestion.reasons.map(({ code }) => code)

test('a payment of the amount by a payer of the name settles the invoice, and says so', () => {
  const suggestion = first([aLine({ payer: 'اسلم ٹریڈرز' })], [aDocument({ id: 'a' })])
  expect(paid(suggestion)).toEqual(['a 500000'])
  expect(codes(suggestion)).toEqual(['amount-equal', 'name-like'])
})

test('a number in the narrative tells two equal invoices apart', () => {
  const documents = [aDocument({ id: 'a', number: 'INV-00041' }), aDocument({ id: 'b', number: 'INV-00042' })]
  const suggestion = first([aLine({ narrative: 'ft inv 42' })], documents)
  expect(paid(suggestion)).toEqual(['b 500000'])
  expect(codes(suggestion)).toContain('reference-found')
})

test('one payment for several invoices settles each of them', () => {
  const documents = [120_000n, 230_000n, 410_000n].map((totalMinor, i) => aDocument({ id: `d${i}`, totalMinor }))
  expect(paid(first([aLine({ amountMinor: 530_000n })], documents)).sort()).toEqual(['d0 120000', 'd2 410000'])
})

test('what a payer withholds at a known rate is not missing', () => {
  const suggestion = first([aLine({ amountMinor: 475_000n })], [aDocument({ id: 'a' })])
  expect([paid(suggestion), suggestion.withheldMinor, suggestion.deduction]).toEqual([['a 500000'], 25_000n, 'goods-5'])
})

test('what a bank keeps is a fee', () => {
  const suggestion = first([aLine({ amountMinor: 497_500n })], [aDocument({ id: 'a' })])
  expect([paid(suggestion), suggestion.feeMinor]).toEqual([['a 500000'], 2_500n])
  expect(codes(suggestion)).toContain('amount-less-fee')
})

test('two part payments settle one invoice', () => {
  const lines = [
    aLine({ id: '1', amountMinor: 200_000n, narrative: 'inv 7' }),
    aLine({ id: '2', amountMinor: 300_000n }),
  ]
  const matches = matchPayments(
    { lines, documents: [aDocument({ id: 'a', number: 'INV-7' })], parties, memory: noMemory },
    settings,
  )
  expect(matches.map(({ suggestions }) => paid(suggestions[0] as Suggestion))).toEqual([['a 200000'], ['a 300000']])
  expect(matches[0]?.automatic).toBe(false)
})

test('money out meets bills, and money of another currency meets nothing', () => {
  const bill = aDocument({ id: 'bill', direction: 'out' })
  expect(first([aLine({ direction: 'out' })], [bill]).kind).toBe('settles')
  expect(first([aLine()], [bill]).parts).toEqual([])
  expect(first([aLine({ currency: 'USD' })], [aDocument({ id: 'a' })]).parts).toEqual([])
})

test('who paid under another name is known once it was confirmed', () => {
  const line = aLine({ payer: 'TARIQ MEHMOOD' })
  const documents = [aDocument({ id: 'a' }), aDocument({ id: 'b', partyId: 'bashir' })]
  const confirmed: Confirmation = {
    payer: 'Tariq Mahmood',
    account: null,
    narrative: '',
    direction: 'in',
    paid: { partyId: 'bashir', documents: 1, delayDays: 3, deduction: null, isPart: false },
  }
  const suggestion = first([line], documents, learn([confirmed, confirmed, confirmed]))
  expect(paid(suggestion)).toEqual(['b 500000'])
  expect(codes(suggestion)).toContain('payer-known')
})

test('rent is nothing, the more so once a person said so', () => {
  const line = aLine({ payer: null, narrative: 'RENT HAJI SHARIF', direction: 'out', amountMinor: 333_300n })
  const said: Confirmation = { payer: null, account: null, narrative: 'RENT HAJI SHARIF', direction: 'out', paid: null }
  const suggestion = first([line], [aDocument({ id: 'bill', direction: 'out' })], learn([said, said]))
  expect(suggestion.kind).toBe('nothing')
  expect(codes(suggestion)).toEqual(['usually-nothing'])
})

test('two equal invoices of one party without a number are never automatic', () => {
  const documents = [aDocument({ id: 'a' }), aDocument({ id: 'b' })]
  const lines = [aLine({ id: '1' }), aLine({ id: '2' })]
  const matches = matchPayments({ lines, documents, parties, memory: noMemory }, { ...settings, automaticFrom: 0 })
  expect(matches.map(({ automatic }) => automatic)).toEqual([false, false])
  expect(matches.map(({ suggestions }) => paid(suggestions[0] as Suggestion)[0]).sort()).toEqual([
    'a 500000',
    'b 500000',
  ])
})

test('an amount that is nothing, or beyond what is exact, is refused', () => {
  for (const amountMinor of [0n, -5n, 2n ** 60n])
    expect(() => first([aLine({ amountMinor })], [])).toThrowError(
      expect.objectContaining({ code: 'matching.amount-invalid' }),
    )
})

const year = makeMessyYear(7, 5_000)
const weeks = [...weeksOf(year)].slice(8, 10)

test('probabilities of a line are between 0 and 1, and no more is settled than is open, nor more than was paid', () => {
  for (const { input } of weeks) {
    const open = new Map(input.documents.map(({ id, openMinor }) => [id, openMinor]))
    matchPayments(input, { ...settings, most: 50 }).forEach(({ suggestions }, i) => {
      const total = suggestions.reduce((sum, { score }) => sum + score, 0)
      expect(total).toBeLessThanOrEqual(1 + 1e-9)
      for (const { parts, score, withheldMinor, feeMinor, restMinor } of suggestions) {
        expect(Number.isFinite(score)).toBe(true)
        for (const { documentId, minor } of parts) expect(minor <= (open.get(documentId) ?? 0n)).toBe(true)
        const used = parts.reduce((sum, { minor }) => sum + minor, 0n)
        expect(used + restMinor).toBe((input.lines[i]?.amountMinor ?? 0n) + withheldMinor + feeMinor)
      }
    })
  }
})

test('the order of documents and parties changes nothing', () => {
  const input = weeks[1]?.input
  if (input === undefined) throw new Error('a year has weeks')
  const straight = matchPayments(input, settings)
  fc.assert(
    fc.property(fc.shuffledSubarray([...input.documents], { minLength: input.documents.length }), (documents) => {
      const shuffled = matchPayments({ ...input, documents, parties: [...input.parties].reverse() }, settings)
      expect(shuffled.map(({ suggestions }) => suggestions[0]?.parts)).toEqual(
        straight.map(({ suggestions }) => suggestions[0]?.parts),
      )
    }),
    { seed: 3, numRuns: 3 },
  )
})

test('of six messy weeks nine in ten are right at first, and nothing automatic is wrong', () => {
  const weeks = { ...year, lines: year.lines.filter(({ line }) => line.day < plainDate('2025-08-12')) }
  const judged = judgeYear(weeks)
  expect(judged.filter(({ rank }) => rank === 0).length).toBeGreaterThanOrEqual(0.9 * judged.length)
  expect(judged.filter(({ match, rank }) => match.automatic && rank !== 0)).toEqual([])
  expect(judged.filter(({ match }) => match.automatic).length).toBeGreaterThan(0.2 * judged.length)
})
