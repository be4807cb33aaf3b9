// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto'
import { plainDate } from '@resham/base'
import { type PostingFact, postingRoles, postingsOf, type RoleAccounts, trialBalance } from '@resham/bookkeeping'
import { roleAccounts } from '@resham/pack-kit'
import { pack } from '@resham/pack-zz'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TenantId, type TenantTx, tenantId, withTenant } from '#platform/db/tenancy.ts'
import { aHistory } from '../../../../../packages/bookkeeping/src/postings/a-history.testing.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database.ts'
import { balancesOf } from './balances.service.ts'
import { holdMonths, setPeriodState } from './books.repository.ts'
import { monthOf, monthsBetween, readMonth } from './months.ts'
import { isMonthOpen, post } from './post.service.ts'

let at: TestDatabase
beforeAll(async () => {
  at = await openTestDatabase()
})
afterAll(() => at.close())

const now = new Date('2027-03-10T06:00:00Z')
const today = plainDate('2027-03-10')
const by = { now, caller: null, chart: pack.chart }
const roles: RoleAccounts = roleAccounts(pack.chart.accounts)

const aBusiness = (): TenantId => tenantId(randomUUID())
const inside = <T>(business: TenantId, work: (tx: TenantTx) => Promise<T>) => withTenant(at.db, business, work)

/** The ids of an invented history as the database wants them: a UUID for each word, the same each time. */
function idOf(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
function withIds(fact: PostingFact): PostingFact {
  const party = 'party' in fact && fact.party !== null ? { party: idOf(fact.party) } : {}
  return { ...fact, source: { ...fact.source, id: idOf(fact.source.id) }, ...party } as PostingFact
}

async function balancesAt(business: TenantId, month: string): Promise<Record<string, bigint>> {
  const to = readMonth(month)
  const { before, within } = await inside(business, (tx) => balancesOf(tx, { from: to, to }, { today, now }))
  const balances: Record<string, bigint> = Object.fromEntries(before)
  for (const [code, { debit, credit }] of within) balances[code] = (balances[code] ?? 0n) + debit - credit
  return Object.fromEntries(Object.entries(balances).filter(([, minor]) => minor !== 0n))
}

/** What the engine says that the books say at the end of a month. */
function promised(facts: readonly PostingFact[], month: string): Record<string, bigint> {
  const until = facts.filter(({ day }) => day.slice(0, 7) <= month)
  const balances = trialBalance(until.map((fact) => postingsOf(fact, roles)))
  return Object.fromEntries([...balances].filter(([, minor]) => minor !== 0n))
}

function aSale(minor: bigint, day = '2027-03-02', id: string = randomUUID()): PostingFact {
  const about = { source: { kind: 'invoice', id }, day: plainDate(day), party: randomUUID() }
  return { event: 'invoice-issued', ...about, currency: 'XTS', rate: null, net: [{ minor }], taxMinor: 0n }
}

test('any history: month by month the books are what the engine says and sum to zero, and a closed month stays so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 5, max: 60 }), fc.nat(3), async (seed, steps, closing) => {
      const business = aBusiness()
      const facts = aHistory(seed, steps, '2026-11-03', 4).facts.map(withIds)
      const months = monthsBetween(readMonth('2026-11'), monthOf(today))
      const late: PostingFact[] = []
      // In an order of their own: what is late comes late.
      for (const [i, fact] of facts.entries()) (i % 5 === 3 ? late : []).push(fact)
      const early = facts.filter((fact) => !late.includes(fact))
      for (let i = 0; i < early.length; i += 7) await inside(business, (tx) => post(tx, by, early.slice(i, i + 7)))
      for (const month of months) await balancesAt(business, month.slice(0, 7))
      const closed = months[closing] ?? readMonth('2026-11')
      await inside(business, async (tx) => {
        const until = monthsBetween(readMonth('2026-11'), closed)
        await holdMonths(tx, until, 'alone')
        await setPeriodState(tx, until, 'closed', { now, userId: null })
      })
      const before = await balancesAt(business, closed.slice(0, 7))
      const written = [...early]
      for (const fact of late) {
        const isClosed = monthOf(fact.day) <= closed
        const posted = inside(business, (tx) => post(tx, by, [fact]))
        if (isClosed && postingsOf(fact, roles).lines.length > 0) {
          await expect(posted).rejects.toMatchObject({ code: 'books.period-closed', details: { day: fact.day } })
        } else {
          await posted
          written.push(fact)
        }
      }
      expect(await balancesAt(business, closed.slice(0, 7))).toEqual(before)
      for (const month of [...months, readMonth('2030-01')]) {
        const balances = await balancesAt(business, month.slice(0, 7))
        expect(balances).toEqual(promised(written, month.slice(0, 7)))
        expect(Object.values(balances).reduce((so, minor) => so + minor, 0n)).toBe(0n)
      }
    }),
    { seed: 4, numRuns: 12 },
  )
})

test('what happened is written once, however often it is handed in, also into a month that was closed since', async () => {
  const business = aBusiness()
  const sale = aSale(500n, '2027-01-15')
  await inside(business, (tx) => post(tx, by, [sale, aSale(700n, '2027-02-03')]))
  await inside(business, (tx) => post(tx, by, [sale]))
  await inside(business, (tx) => setPeriodState(tx, [readMonth('2027-01')], 'closed', { now, userId: null }))
  await inside(business, (tx) => post(tx, by, [sale, aSale(30n)]))
  expect(await balancesAt(business, '2027-03')).toEqual({ [roles.receivables]: 1_230n, [roles.sales]: -1_230n })
  await expect(inside(business, (tx) => post(tx, by, [aSale(1n, '2027-01-31')]))).rejects.toMatchObject({
    code: 'books.period-closed',
    details: { month: '2027-01', day: '2027-01-31' },
  })
  // A month before the first closed one is closed too.
  await expect(inside(business, (tx) => post(tx, by, [aSale(1n, '2020-05-31')]))).rejects.toThrow('books.period-closed')
})

test('sixteen at once, some the same: each is written once, and the sums hold while they are read', async () => {
  const business = aBusiness()
  const facts = Array.from({ length: 8 }, (_, i) => aSale(BigInt(i + 1), i % 2 === 0 ? '2027-02-10' : '2027-03-05'))
  const posts = [...facts, ...facts].map((fact) => inside(business, (tx) => post(tx, by, [fact])))
  const reads = Array.from({ length: 6 }, () => balancesAt(business, '2027-03'))
  await Promise.all(posts)
  for (const balances of await Promise.all(reads)) {
    expect(Object.values(balances).reduce((so, minor) => so + minor, 0n)).toBe(0n)
  }
  expect(await balancesAt(business, '2027-02')).toEqual({ [roles.receivables]: 16n, [roles.sales]: -16n })
  expect(await balancesAt(business, '2027-03')).toEqual({ [roles.receivables]: 36n, [roles.sales]: -36n })
})

test('who closes a month waits for those who write into it, and who comes after is refused', async () => {
  const business = aBusiness()
  const january = [readMonth('2027-01')]
  await inside(business, (tx) => post(tx, by, [aSale(1n, '2027-01-02')]))
  const done: string[] = []
  let written = () => {}
  const isWritten = new Promise<void>((resolve) => {
    written = resolve
  })
  let finish = () => {}
  const mayFinish = new Promise<void>((resolve) => {
    finish = resolve
  })
  const writing = inside(business, async (tx) => {
    await post(tx, by, [aSale(2n, '2027-01-03')])
    written()
    await mayFinish
    done.push('written')
  })
  await isWritten
  const closing = inside(business, async (tx) => {
    await holdMonths(tx, january, 'alone')
    await setPeriodState(tx, january, 'closed', { now, userId: null })
    done.push('closed')
  })
  finish()
  await Promise.all([writing, closing])
  expect(done).toEqual(['written', 'closed'])
  await expect(inside(business, (tx) => post(tx, by, [aSale(4n, '2027-01-04')]))).rejects.toThrow('books.period-closed')
  expect(await balancesAt(business, '2027-01')).toMatchObject({ [roles.sales]: -3n })
  expect(await inside(business, (tx) => isMonthOpen(tx, plainDate('2027-01-31')))).toBe(false)
  expect(await inside(business, (tx) => isMonthOpen(tx, plainDate('2027-02-01')))).toBe(true)
})

test('an account that is not in the chart is refused by name, and nothing is written', async () => {
  const business = aBusiness()
  const about = { source: { kind: 'by-hand', id: randomUUID() }, day: today, event: 'by-hand' } as const
  const line = (account: string, homeMinor: bigint) => ({ to: { account }, homeMinor, foreign: null, party: null })
  const lines = [line('NOWHERE', 5n), line(roles.cash, -5n)]
  await expect(inside(business, (tx) => post(tx, by, [{ ...about, lines }]))).rejects.toMatchObject({
    code: 'books.account-unknown',
    details: { account: 'NOWHERE' },
  })
  expect(
    await inside(business, (tx) => sql`select 1 from journal_entries where tenant_id = ${tx.tenantId}`.execute(tx)),
  ).toMatchObject({ rows: [] })
})

test('the chart of the country is opened once, with an account for every role', async () => {
  const business = aBusiness()
  await Promise.all([1n, 2n, 3n].map((minor) => inside(business, (tx) => post(tx, by, [aSale(minor)]))))
  const rows = await at.asOwner('select role from ledger_accounts where tenant_id = $1 and role is not null', [
    business,
  ])
  expect(rows.map(({ role }) => role).sort()).toEqual([...postingRoles].sort())
})
