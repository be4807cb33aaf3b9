// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { aPaper } from './a-paper.testing.ts'
import { matrixSvg, paperPdf } from './pdf.ts'

const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const pagesOf = (pdf: Uint8Array) => textOf(pdf).match(/\/Type\s*\/Page(?![s\w])/g)?.length

describe('a paper', () => {
  it('is PDF/A with the faces in it, in English and in Urdu with English beside it', async () => {
    for (const language of ['en', 'ur'] as const) {
      const pdf = await paperPdf(aPaper({ language, direction: language === 'ur' ? 'rtl' : 'ltr' }))
      expect(textOf(pdf).slice(0, 5)).toBe('%PDF-')
      expect(textOf(pdf)).toMatch(/pdfaid:part>2</)
      expect(pagesOf(pdf)).toBe(1)
    }
  })

  it('goes on to as many pages as its lines need', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => [`Item ${n}`, '2', 'Rs 500', 'Rs 1,000'])
    expect(pagesOf(await paperPdf(aPaper({ rows })))).toBeGreaterThan(2)
  })

  it('prints words of the data as they are: nothing in them is markup', async () => {
    const wild = '#panic("x") $ x $ * _ ` = @a <b> \\ "'
    const pdf = await paperPdf(aPaper({ notes: [wild], rows: [[wild, wild, wild, wild]] }))
    expect(pagesOf(pdf)).toBe(1)
  })

  it('draws the code of the tax office with four squares of quiet on each side', () => {
    expect(matrixSvg([[true, false]])).toContain('M4 4h1v1h-1z')
    expect(matrixSvg([[true, false]])).not.toContain('M5 4')
    expect(matrixSvg([[true], [true], [true]])).toContain('viewBox="0 0 11 11"')
  })
})
