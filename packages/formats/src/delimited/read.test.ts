// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ByteSource, bytesSource } from '../byte-source.ts'
import type { Row } from '../row.ts'
import { sniffBytes } from '../sniff-bytes.ts'
import { sniffDialect } from './dialect.ts'
import { type DelimitedOptions, readDelimited } from './read.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function rowsOf(source: ByteSource, options: Partial<DelimitedOptions> = {}): Promise<Row[]> {
  const rows: Row[] = []
  const all = { encoding: 'utf-8', dialect: { separator: ',', quote: '"' }, ...options } as const
  for await (const batch of readDelimited(source, all)) rows.push(...batch.rows)
  return rows
}

describe('reading delimited files', () => {
  test('a gzip file reads like the file inside, in chunks of any size', async () => {
    const text = utf8(Array.from({ length: 500 }, (_, i) => `${i},item ${i},${i * 2}\n`).join(''))
    const plain = await rowsOf(bytesSource(text))
    expect(plain.length).toBe(500)
    for (const step of [1, 13, 65_536]) expect(await rowsOf(bytesSource(gzipSync(text), step))).toEqual(plain)
  })

  test('a gzip file that expands past the limit is refused', async () => {
    const bomb = gzipSync(new Uint8Array(20_000_000).fill(65))
    await expect(rowsOf(bytesSource(bomb), { limits: { maxExpandedBytes: 1_000_000 } })).rejects.toThrow(
      'formats.too-large',
    )
  })

  test('a damaged gzip file is refused in our own words', async () => {
    const bytes = gzipSync(utf8('a,b\n'.repeat(1000)))
    bytes.fill(255, 12, 20)
    await expect(rowsOf(bytesSource(bytes))).rejects.toThrow('formats.broken-gzip')
  })

  test('ten thousand columns are refused', async () => {
    await expect(rowsOf(bytesSource(utf8(`${'a,'.repeat(10_000)}\n1,2\n`)))).rejects.toThrow('formats.too-many-columns')
  })

  test('a line of 300 MB is one bad row and never held', async () => {
    const piece = new Uint8Array(1_048_576).fill(120)
    let held = 0
    const source: ByteSource = async function* () {
      yield utf8('a,b\n')
      for (let i = 0; i < 300; i++) {
        yield piece
        held = Math.max(held, process.memoryUsage().heapUsed)
      }
      yield utf8('\n1,2\n')
    }
    const before = process.memoryUsage().heapUsed
    const rows = await rowsOf(source)
    expect(rows.map((row) => row.fault)).toEqual([null, 'record-too-long', null])
    expect(rows[2]).toMatchObject({ lineNo: 3, cells: ['1', '2'] })
    expect((held - before) / 1_048_576).toBeLessThan(150)
  })

  test('a damaged line in a UTF-8 file is a bad row and its neighbours are good', async () => {
    const bytes = new Uint8Array([...utf8('نام,قیمت\nچاول,5\n'), 0x63, 0xe9, 0x2c, 0x31, 10, ...utf8('دال,7\n')])
    expect((await rowsOf(bytesSource(bytes))).map((row) => row.fault)).toEqual([null, null, 'mixed-encoding', null])
  })

  test('the line that names the separator is no record', async () => {
    expect((await rowsOf(bytesSource(utf8('sep=,\r\na,b\r\n')))).map((row) => row.cells)).toEqual([['a', 'b']])
  })

  test('the separator is the one under which records agree', () => {
    const cases = [
      ['a;b;c\n1,5;2,5;x\n2,5;3,5;y\n', ';'],
      ['a\tb\n1, 2\t3\n', '\t'],
      ['a|b|c\n1|2|3\n', '|'],
      ['name,qty\n"Rice; long",5\n"Dal; red",6\n', ','],
      ['sep=;\n1;2\n', ';'],
    ] as const
    for (const [text, separator] of cases) expect(sniffDialect(text, true).dialect.separator).toBe(separator)
    expect(sniffDialect('just some words\nand more of them\n', true).columns).toBe(1)
    expect(sniffDialect('item,qty\n"7 inch frame,5\n"9 inch frame,6\nplate,7\n', true).dialect.quote).toBe(null)
    expect(sniffDialect("'a','b'\n'c','d'\n'e','f'\n", true).dialect.quote).toBe("'")
  })

  test('a file is known by its bytes, whatever its name', () => {
    expect(sniffBytes(utf8('%PDF-1.7\n'))).toBe('pdf')
    expect(sniffBytes(utf8('\n\n%PDF-1.4'))).toBe('pdf')
    expect(sniffBytes(gzipSync(utf8('x')))).toBe('gzip')
    expect(sniffBytes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('ole')
    expect(sniffBytes(new Uint8Array(0))).toBe('empty')
    expect(sniffBytes(utf8('a,b\n'))).toBe('text')
  })
})
