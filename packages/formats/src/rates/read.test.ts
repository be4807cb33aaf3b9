// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import { expect, test } from 'vitest'
import { bytesSource, readRateTable } from '../index.ts'

const read = (text: string, day: string | null = null) =>
  readRateTable(bytesSource(new TextEncoder().encode(text)), day === null ? null : plainDate(day))

test('the central bank’s table: the day above it, the middle of buying and selling', async () => {
  const { rates, bad } = await read(
    'Weighted Average Customer Exchange Rates\nDate: 14-Jul-21\n\nCurrency,Buying,Selling\nAED,43.3470,43.4412\nJPY,1.4397,1.4429\nUSD,159.0725,159.4358\n',
  )
  expect(bad).toEqual([])
  expect(rates).toEqual([
    { currency: 'AED', day: '2021-07-14', rate: '43.3941' },
    { currency: 'JPY', day: '2021-07-14', rate: '1.4413' },
    { currency: 'USD', day: '2021-07-14', rate: '159.25415' },
  ])
})

test('a column of days, one rate, names around the code, thousands with commas', async () => {
  const { rates } = await read(
    'Date;Currency;Rate\n24/11/2026;US Dollar (USD);281.50\n2026-11-25;KWD;1,005.125\nNovember 26, 2026;EUR;-\n',
  )
  expect(rates).toEqual([
    { currency: 'USD', day: '2026-11-24', rate: '281.5' },
    { currency: 'KWD', day: '2026-11-25', rate: '1005.125' },
  ])
})

test('what cannot be read is told with its line, and does not stop the rest', async () => {
  const { rates, bad } = await read('currency,bid,offer\nUSD,280,281\nDollars,1,2\nGBP,abc,-5\n', '2026-11-24')
  expect(rates).toEqual([{ currency: 'USD', day: '2026-11-24', rate: '280.5' }])
  expect(bad.map(({ lineNo, reason }) => [lineNo, reason])).toEqual([
    [3, 'currency-unknown'],
    [4, 'rate-unreadable'],
  ])
  expect((await read('currency,bid,offer\nUSD,280,281\n')).bad).toMatchObject([{ reason: 'day-missing' }])
})

test('a file of something else is refused', async () => {
  await expect(read('name,phone\nAmina,0300\n')).rejects.toThrow('rates.file-unreadable')
  await expect(read('')).rejects.toThrow('formats.empty')
})
