// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { BriefDocument } from './document.ts'
import { briefPdf } from './pdf.ts'

const brief = (over: Partial<BriefDocument> = {}): BriefDocument => ({
  language: 'ur',
  direction: 'rtl',
  shop: 'Zed Kites',
  title: 'چاول کی قیمت',
  under: 'فی کلو',
  figure: { label: 'اکتوبر', value: '146 روپے' },
  chart:
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="40" viewBox="0 0 96 40"><path d="M0 0L96 40"/></svg>',
  sentences: ['ایک سال پہلے سے 14% زیادہ۔'],
  table: { title: 'اعداد', columns: ['کب', 'عدد'], rows: [{ cells: ['اکتوبر', '146'], bar: 60 }] },
  notes: ['یہ اندازہ ہے۔'],
  made: '24 نومبر 2026',
  ...over,
})

const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const pagesOf = (pdf: Uint8Array) => textOf(pdf).match(/\/Type\s*\/Page(?![s\w])/g)?.length

describe('a brief', () => {
  it('is one page of PDF/A with the faces in it, in both languages', async () => {
    for (const language of ['ur', 'en'] as const) {
      const pdf = await briefPdf(brief({ language, direction: language === 'ur' ? 'rtl' : 'ltr' }))
      expect(textOf(pdf).slice(0, 5)).toBe('%PDF-')
      expect(textOf(pdf)).toMatch(/pdfaid:part>2</)
      expect(pagesOf(pdf)).toBe(1)
      expect(textOf(pdf)).toMatch(/NotoNastaliqUrdu/)
    }
  })

  it('leaves out from the end what does not fit on its page', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => ({ cells: [`row ${i}`, String(i)], bar: null }))
    const sentences = Array.from({ length: 12 }, (_, i) => `Sentence ${i} `.repeat(20))
    const pdf = await briefPdf(brief({ sentences, table: { title: 'Rows', columns: ['a', 'b'], rows } }))
    expect(pagesOf(pdf)).toBe(1)
  })

  it('prints words of the data as they are: nothing in them is markup', async () => {
    const wild = '#panic("x") $ x $ * _ ` = @a <b> \\ "'
    const pdf = await briefPdf(brief({ title: wild, sentences: [wild], notes: [wild] }))
    expect(pagesOf(pdf)).toBe(1)
  })

  it('gives the same bytes for the same words', async () => {
    const [first, second] = [await briefPdf(brief()), await briefPdf(brief())]
    expect(Buffer.from(first).length).toBe(Buffer.from(second).length)
  })
})
