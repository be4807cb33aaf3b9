// SPDX-License-Identifier: Apache-2.0
import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readTradeHeadings } from './read.ts'

const bytesOf = (text: string) =>
  async function* () {
    yield new TextEncoder().encode(text)
  }

test('headings of four digits are kept, chapters, subheadings and rows without a name are not', async () => {
  const text = 'hscode,description\n95,Toys\n9506,"Sports  gear;\nand games"\n950662,Balls\n42.03,Gloves\n4202,\n'
  expect((await readTradeHeadings(bytesOf(text))).headings).toEqual([
    { code: '9506', name: 'Sports gear; and games', nameUr: null },
    { code: '4203', name: 'Gloves', nameUr: null },
  ])
})

test('a name is cut where a phone would not show it', async () => {
  const { headings } = await readTradeHeadings(bytesOf(`code,name,name_ur\n9506,${'long '.repeat(60)},کھیل\n`))
  expect(headings[0]?.name).toHaveLength(160)
  expect(headings[0]?.nameUr).toBe('کھیل')
})

test('a file without names or codes says which columns it lacks', async () => {
  await expect(readTradeHeadings(bytesOf('a,b\n1,2\n'))).rejects.toMatchObject({
    code: 'market.columns-missing',
    details: { columns: 'hscode, description' },
  })
})

const real = resolve(
  process.env.RESHAM_DATA ?? resolve(import.meta.dirname, '../../../../../../shared/data'),
  'trade/hs_2022.csv',
)
test.skipIf(!existsSync(real))(
  'the nomenclature of 2022 has 1,229 headings (skipped without RESHAM_DATA)',
  async () => {
    const { headings, rowsRead } = await readTradeHeadings(() => createReadStream(real))
    expect([headings.length, rowsRead]).toEqual([1229, 6940])
    expect(headings.find(({ code }) => code === '9506')?.name).toMatch(/sport/i)
  },
)
