// SPDX-License-Identifier: Apache-2.0
import { addDays, plainDate } from '@resham/base'
import { bytesSource, writeDelimited } from '@resham/formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBankTable } from './read-table.ts'
import { missingBankColumns, sniffBankTable } from './sniff.ts'

const source = (text: string) => bytesSource(new TextEncoder().encode(text))

async function read(text: string, decimals = 2) {
  const { layout } = await sniffBankTable(source(text))
  return { layout, ...(await readBankTable(source(text), layout, { decimals })) }
}
const amounts = (table: Awaited<ReturnType<typeof read>>) =>
  table.stretches.flatMap(({ lines }) => lines.map(({ amountMinor }) => Number(amountMinor)))

// In the shape of what banks and wallets of the country hand out.
const bank = `ACCOUNT STATEMENT,,,,,
Account Title:,STAR SPORTS,,,,
"From 01-Nov-2026 to 05-Nov-2026",,,,,
Date,Value Date,Particulars,Instrument No,Withdrawal,Deposit,Balance
,,Opening Balance,,,,"1,00,000.00"
01-Nov-2026,01-Nov-2026,IBFT FROM MALIK TRADERS,778812,,"25,000.00","1,25,000.00"
,,INV-0012,,,,
02-Nov-2026,03-Nov-2026,CHEQUE WITHDRAWAL,000123,"40,000.50",,"84,999.50"
05-Nov-2026,05-Nov-2026,SMS CHARGES,,20.00,,"84,979.50"
,,Closing Balance,,"40,020.50","25,000.00","84,979.50"
`
const wallet = `TIMESTAMP,TYPE,DESCRIPTION,AMOUNT,BALANCE
"05 Nov 2026 10:02 PM",Raast Out,"Money sent to Bilal","-Rs. 1,500","Rs. 3,500"
"05 Nov 2026 09:00 AM",Raast In,"Money received from Malik Traders","+Rs. 5,000","Rs. 5,000"
`

describe('tables of banks and wallets', () => {
  test('address lines, two columns of money, an opening row, a description of two rows, a footer', async () => {
    const table = await read(bank)
    expect(table.layout).toMatchObject({
      headerRecord: 4,
      dateOrder: 'dmy',
      columns: { date: 0, valueDate: 1, description: 2, reference: 3, debit: 4, credit: 5, balance: 6, amount: null },
    })
    expect(table.stretches).toHaveLength(1)
    expect(table.stretches[0]).toMatchObject({
      firstDay: '2026-11-01',
      lastDay: '2026-11-05',
      openingMinor: 10_000_000n,
      closingMinor: 8_497_950n,
    })
    expect(table.stretches[0]?.lines[0]).toMatchObject({
      amountMinor: 2_500_000n,
      reference: '778812',
      description: 'IBFT FROM MALIK TRADERS INV-0012',
    })
    expect([table.breaks, table.bad]).toEqual([[], []])
  })

  test('a wallet that writes the newest row first and signs its amounts', async () => {
    const table = await read(wallet)
    expect(amounts(table)).toEqual([500_000, -150_000])
    expect(table.stretches[0]).toMatchObject({ openingMinor: 0n, closingMinor: 350_000n })
  })

  test('amounts with CR and DR beside them, or in a column of their own, or proved by the balance', async () => {
    const beside = `Date,Details,Amount,Balance\n1/11/2026,a,"500.00 CR",500.00 CR\n2/11/2026,b,700.00 DR,200.00 DR\n`
    const column = `Date,Details,Amount,Dr/Cr,Balance\n1/11/2026,a,500,Cr,500\n2/11/2026,b,700,Dr,-200\n`
    const proved = `Date,Details,Amount,Balance\n,Opening balance,,0\n1/11/2026,a,500,500\n2/11/2026,b,700,-200\n`
    for (const text of [beside, column, proved]) expect(amounts(await read(text))).toEqual([50_000, -70_000])
  })

  test('Urdu headers and figures', async () => {
    const table = await read(`تاریخ,تفصیل,نکالا,جمع,بیلنس\n۰۱-۱۱-۲۰۲۶,الف,,۵۰۰,۵۰۰\n۰۲-۱۱-۲۰۲۶,ب,۲۰۰,,۳۰۰\n`)
    expect(amounts(table)).toEqual([50_000, -20_000])
  })

  test('where the balance does not follow, the row is named and another stretch begins', async () => {
    const table = await read(bank.replace('"84,999.50"', '"84,999.00"').replace(/84,979\.50/g, '84,979.00'))
    expect(table.breaks).toEqual([{ lineNo: 8, day: '2026-11-02', wantedMinor: 8_499_950n, foundMinor: 8_499_900n }])
    expect(table.stretches.map(({ lines }) => lines.length)).toEqual([1, 2])
  })

  test('a row that is no line is told with its reason, and its neighbours are read', async () => {
    const table = await read(
      `Date,Details,Debit,Credit\n1/11/2026,a,,5\n31/11/2026,b,,6\n3/11/2026,c,x7,\n4/11/2026,d,9,\n`,
    )
    expect(amounts(table)).toEqual([500, -900])
    expect(table.bad).toEqual([
      { lineNo: 3, column: 'date', reason: 'date-not-real' },
      { lineNo: 4, column: 'debit', reason: 'number-unreadable' },
    ])
  })

  test('what has no lines is refused; what lacks a column says which', async () => {
    await expect(read('Date,Details,Debit,Credit\n')).rejects.toThrow('formats.header-only')
    await expect(read('')).rejects.toThrow('formats.empty')
    await expect(read('%PDF-1.7 \n')).rejects.toThrow('formats.pdf')
    const { layout } = await sniffBankTable(source('Name,City\nMalik,Sialkot\nBilal,Lahore\n'))
    expect(missingBankColumns(layout.columns)).toEqual(['date', 'amount'])
  })

  test('a table that is written from lines reads as those lines, in either order, with or without signs', async () => {
    const line = fc.record({
      after: fc.nat(3),
      amount: fc.integer({ min: -99_999, max: 99_999 }).filter((n) => n !== 0),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 2, maxLength: 20 }),
        fc.boolean(),
        fc.boolean(),
        async (lines, newestFirst, twoColumns) => {
          let day = plainDate('2026-11-01')
          let balance = 1_000_000
          const rows = lines.map(({ after, amount }, i) => {
            day = addDays(day, after)
            balance += amount
            const size = (Math.abs(amount) / 100).toFixed(2)
            const money = twoColumns ? (amount < 0 ? [size, ''] : ['', size]) : [(amount / 100).toFixed(2)]
            return [day, `row ${i}`, ...money, (balance / 100).toFixed(2)]
          })
          const header = twoColumns
            ? ['Date', 'Details', 'Debit', 'Credit', 'Balance']
            : ['Date', 'Details', 'Amount', 'Balance']
          const body = newestFirst ? [...rows].reverse() : rows
          const { layout } = await sniffBankTable(source(writeDelimited([header, ...body])))
          // Where no amount has a minus sign, the first one has no balance to prove its direction.
          const table = await readBankTable(source(writeDelimited([header, ...body])), layout, { decimals: 2 })
          const read = table.stretches.flatMap((stretch) => stretch.lines.map((one) => Number(one.amountMinor)))
          const unsigned = !twoColumns && lines.every((one) => one.amount > 0)
          expect(read).toEqual(lines.map((one) => one.amount).slice(unsigned ? 1 : 0))
          expect(table.breaks).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})
