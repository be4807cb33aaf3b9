// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fromDayNumber, plainDate, seededRandom, toDayNumber } from '@resham/base'
import { errorTable } from '@resham/contract'
import { sentenceCodes } from '@resham/planning'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWordKey } from '../src/terminal/words.ts'
import { resham } from './resham.testing.ts'

const lastDay = toDayNumber(plainDate('2026-10-31'))
const days = 300

type Sale = { readonly day: number; readonly code: string; readonly quantity: number; readonly paisa: number }

/** A shop that sells tea every day, sugar on most days, and a kettle now and then. */
function sales(): readonly Sale[] {
  const random = seededRandom(7)
  return Array.from({ length: days }, (_, i) => lastDay - days + 1 + i).flatMap((day) => {
    const sold: Sale[] = [{ day, code: 'TEA', quantity: 8 + random.integer(6), paisa: 25_000 }]
    if (random.next() < 0.7) sold.push({ day, code: 'SUGAR', quantity: 1 + random.integer(20), paisa: 15_050 })
    if (random.next() < 0.05) sold.push({ day, code: 'KETTLE', quantity: 1, paisa: 340_000 })
    return sold
  })
}

const names: Readonly<Record<string, string>> = { TEA: 'Tea <b>& co</b>', SUGAR: 'چینی', KETTLE: 'Kettle' }
const header = 'Invoice,Date,Item code,Item name,Quantity,Unit price\n'
const ledger = sales()
const csv =
  header +
  ledger
    .map(({ day, code, quantity, paisa }, i) => {
      return `${1000 + i},${fromDayNumber(day)},${code},"${names[code]}",${quantity},${(paisa / 100).toFixed(2)}\n`
    })
    .join('')

let folder = ''
const inFolder = (name: string) => join(folder, name)
const place = (name: string, content: string | Uint8Array) => {
  writeFileSync(inFolder(name), content)
  return inFolder(name)
}
const planJson = async (...args: string[]) => {
  const run = await resham(['plan', ...args, '--json', '--no-report'])
  if (run.code !== 0) throw new Error(run.err)
  return JSON.parse(run.out)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resham-plan-'))
  place('sales.csv', csv)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what the books say', () => {
  test('totals are those of the file, added up independently', async () => {
    const { currency, file, today, last30 } = await planJson(inFolder('sales.csv'))
    const netOf = (from: number, to: number) =>
      ledger.filter(({ day }) => day >= from && day <= to).reduce((sum, sale) => sum + sale.quantity * sale.paisa, 0)
    const now = netOf(lastDay - 29, lastDay)
    const before = netOf(lastDay - 59, lastDay - 30)
    expect([currency, file.lines, file.bad, today]).toEqual(['PKR', ledger.length, 0, '2026-10-31'])
    expect(last30.net).toBe(now)
    expect(last30.orders).toBe(ledger.filter(({ day }) => day > lastDay - 30).length)
    expect(last30.before.ratio).toBeCloseTo(now / before - 1, 9)
    expect(last30.lastYear).toMatchObject({ kind: 'declined', reason: 'history-too-short' })
  })

  test('plain and gzipped, one thread and three, give the same analysis', async () => {
    place('sales.csv.gz', gzipSync(csv))
    const [plain, packed, threads] = await Promise.all([
      planJson(inFolder('sales.csv'), '--jobs', '1'),
      planJson(inFolder('sales.csv.gz'), '--jobs', '1'),
      planJson(inFolder('sales.csv'), '--jobs', '3'),
    ])
    expect(threads).toEqual(plain)
    expect({ ...packed, file: { ...packed.file, name: 'sales.csv' } }).toEqual(plain)
  })

  test('the terminal says it in either language', async () => {
    const [en, ur] = await Promise.all(
      ['en', 'ur'].map((language) => resham(['plan', inFolder('sales.csv'), '--no-report', '--lang', language])),
    )
    expect(en?.out).toContain('The last 30 days, 2 October 2026 to 31 October 2026')
    expect(ur?.out).toContain('پچھلے 30 دن')
    for (const run of [en, ur]) {
      expect(run?.out).toContain('Tea <b>& co</b>')
      // No sentence without words, no hole left in one.
      expect(run?.out).not.toMatch(/\{\w+\}|"values"|NaN|undefined/)
    }
  })

  test('a bad row is counted and left out; the good ones stand', async () => {
    const path = place('one-bad.csv', `${csv}9999,31/02/2026,TEA,Tea,1,250\n`)
    const [good, one] = await Promise.all([planJson(inFolder('sales.csv')), planJson(path)])
    expect(one.file).toMatchObject({ lines: ledger.length, bad: 1 })
    expect(one.last30).toEqual(good.last30)
  })

  test('another country brings its own money and its own way of writing it', async () => {
    const run = await resham(['plan', inFolder('sales.csv'), '--no-report', '--pack', 'zz'])
    expect(run.out).toContain('Ƶ')
    const { currency } = await planJson(inFolder('sales.csv'), '--currency', 'gbp')
    expect(currency).toBe('GBP')
  })
})

describe('what to order', () => {
  test('nothing is ordered of what nobody has counted', async () => {
    const { orders } = await planJson(inFolder('sales.csv'))
    expect(orders.map(({ quantity, urgency }: { quantity: number; urgency: string }) => [quantity, urgency])).toEqual(
      orders.map(() => [0, 'count-first']),
    )
  })

  test('what runs out is ordered in whole packs; what there is plenty of is not', async () => {
    const stock = place('stock.csv', 'Item code,On hand,Pack size,Lead time days\nTEA,0,24,14\nSUGAR,100000,,\n')
    const { orders } = await planJson(inFolder('sales.csv'), '--stock', stock)
    const of = (code: string) => orders.find((line: { code: string }) => line.code === code)
    expect(of('TEA').urgency).toBe('now')
    expect(of('TEA').quantity % 24).toBe(0)
    // Tea sells 8 to 13 a day: two weeks to arrive, one to the next order and 30 days more are 408 to 663.
    expect(of('TEA').quantity).toBeGreaterThanOrEqual(408)
    expect(of('TEA').quantity).toBeLessThanOrEqual(663 + 24)
    expect(of('SUGAR')).toMatchObject({ quantity: 0, urgency: 'enough' })
  })

  test('a longer lead time never asks for less', async () => {
    const stock = place('none.csv', 'code,stock\nTEA,0\n')
    const quantities = await Promise.all(
      ['7', '21', '60'].map(async (lead) => {
        const { orders } = await planJson(inFolder('sales.csv'), '--stock', stock, '--lead-time', lead)
        return orders.find((line: { code: string }) => line.code === 'TEA').quantity
      }),
    )
    expect(quantities).toEqual(quantities.toSorted((a, b) => a - b))
    expect(quantities[2]).toBeGreaterThan(quantities[0])
  })

  test('codes that the ledger does not know and rows that cannot be read are told', async () => {
    const stock = place('odd.csv', 'SKU;Qty\nTEA;۱۲\nNOWHERE;5\nSUGAR;many\n')
    const run = await resham(['plan', inFolder('sales.csv'), '--stock', stock, '--no-report'])
    expect(run.code).toBe(0)
    expect(run.err).toContain('NOWHERE')
    expect(run.err).toMatch(/line 4/)
  })
})

describe('the page', () => {
  test('is one file with both languages, asks for no other file, and lets nothing of the books become markup', async () => {
    const report = inFolder('report.html')
    const run = await resham(['plan', inFolder('sales.csv'), '--report', report])
    const page = readFileSync(report, 'utf8')
    expect(run.err).toContain(report)
    expect(page).toContain('<main class="en" lang="en" dir="ltr">')
    expect(page).toContain('<main class="ur" lang="ur" dir="rtl">')
    expect(page).not.toMatch(/https?:|<script|\ssrc=|\shref=|url\(|@import/)
    expect(page).not.toContain('<b>')
    expect(page).toContain('Tea &#60;b&#62;&#38; co&#60;/b&#62;')
    expect(page).not.toMatch(/\{\w+\}|NaN|undefined/)
  })

  test('that cannot be written is said, and counts as bad input', async () => {
    const run = await resham(['plan', inFolder('sales.csv'), '--report', inFolder('no/such/folder.html')])
    expect(run.err).toContain('could not be written')
    expect(run.code).toBe(2)
  })
})

describe('refusals', () => {
  test.each([
    ['empty.csv', '', 'The file is empty'],
    ['header.csv', header, 'no lines below them'],
    ['pdf.csv', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'This is a PDF'],
    ['words.csv', 'a,b\nhello,world\nmore,words\n', 'No column found for'],
    ['cut.csv.gz', gzipSync(csv).subarray(0, 900), 'damaged or cut short'],
  ])('%s', async (name, content, message) => {
    const { code, out, err } = await resham(['plan', place(name, content), '--no-report'])
    expect(err).toContain(message)
    expect([code, out]).toEqual([2, ''])
  })

  test('a file that is not there', async () => {
    const { code, err } = await resham(['plan', inFolder('nowhere.csv')])
    expect(err).toContain('cannot be read (ENOENT)')
    expect(code).toBe(2)
  })

  test.each([
    [['--pack', 'xx'], '--pack is one of: pk, zz'],
    [['--currency', 'XYZ'], 'XYZ is not a currency code'],
    [['--lead-time', '500'], '--lead-time takes a whole number from 0 to 400'],
    [['--leadtime', '5'], 'Did you mean --lead-time?'],
  ])('%j is a wrong command line', async (args, message) => {
    const { code, err } = await resham(['plan', inFolder('sales.csv'), ...args])
    expect(err).toContain(message)
    expect(code).toBe(1)
  })
})

test('every sentence of today and of the plan has words', () => {
  const said = Object.keys(sentenceCodes).filter((code) => !/^(trend|budget)[.]/.test(code))
  expect(said.filter((code) => !isWordKey(`say.${code}`))).toEqual([])
})

test('every fault of a file or of an engine has words', () => {
  const faults = Object.keys(errorTable).filter((code) =>
    /^(base|formats|ledger|planning|forecast|stats|pack|sample-shop)[.]/.test(code),
  )
  expect(faults.length).toBeGreaterThan(10)
  expect(faults.filter((code) => !isWordKey(`errors.${code}`))).toEqual([])
})
