// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecoder } from './decoder.ts'
import { detectEncoding, type Encoding } from './encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const urdu = 'تاریخ,آئٹم,تعداد,قیمت\n2026-01-01,چاول,۵,۱۲۰\n'
/** "نمبر,مال" and "café,£5" in the single-byte encodings, byte for byte from their code charts. */
const windows1256 = Uint8Array.from([0xe4, 0xe3, 0xc8, 0xd1, 0x2c, 0xe3, 0xc7, 0xe1, 0x0a])
const windows1252 = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x2c, 0xa3, 0x35, 0x2c, 0x80, 0x0a])

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2)
  const view = new DataView(bytes.buffer)
  const units = (mark ? '\uFEFF' : '') + text
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian)
  return bytes
}

function decode(bytes: Uint8Array, encoding: Encoding, step = 7): string {
  const decoder = createDecoder(encoding)
  let text = ''
  for (let at = 0; at < bytes.length; at += step) text += decoder.push(bytes.subarray(at, at + step))
  return text + decoder.end()
}

describe('encoding', () => {
  test('each encoding is told from its bytes and read back', () => {
    const cases: readonly [Uint8Array, Encoding, string][] = [
      [utf8(urdu), 'utf-8', urdu],
      [utf8(`\uFEFF${urdu}`), 'utf-8', urdu],
      [utf16(urdu, true, true), 'utf-16le', urdu],
      [utf16(urdu, true, false), 'utf-16le', urdu],
      [utf16(urdu, false, true), 'utf-16be', urdu],
      [utf16(urdu, false, false), 'utf-16be', urdu],
      [windows1256, 'windows-1256', 'نمبر,مال\n'],
      [windows1252, 'windows-1252', 'café,£5,€\n'],
      [utf8('plain,ascii\n'), 'utf-8', 'plain,ascii\n'],
    ]
    for (const [bytes, encoding, text] of cases) {
      expect(detectEncoding(bytes).encoding).toBe(encoding)
      expect(decode(bytes, encoding)).toBe(text)
    }
  })

  test('a head cut inside a character is still UTF-8', () => {
    const bytes = utf8(urdu)
    for (let end = 20; end < 40; end++) {
      expect(detectEncoding(bytes.subarray(0, end))).toMatchObject({ encoding: 'utf-8', mixed: false })
    }
  })

  test('a head of both UTF-8 and Windows-1252 is mixed', () => {
    const bytes = new Uint8Array([...utf8('نام,چاول\n'), ...windows1252])
    expect(detectEncoding(bytes)).toMatchObject({ encoding: 'utf-8', mixed: true })
  })

  test('zeros without a pattern are no text', () => {
    expect(detectEncoding(Uint8Array.from([1, 0, 0, 0, 5, 6, 0, 0, 1, 1, 0, 3])).binary).toBe(true)
  })

  test('text is the same wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 1, max: 9 }), (text, step) => {
        fc.pre(!text.startsWith('\uFEFF') && text.isWellFormed())
        expect(decode(utf8(text), 'utf-8', step)).toBe(text)
      }),
      { seed: 11 },
    )
  })

  test('a stray Windows-1252 line in a plain file is read, in a UTF-8 file it is marked as damaged', () => {
    const plain = createDecoder('utf-8')
    expect(plain.push(new Uint8Array([...utf8('a,b\n'), ...windows1252]))).toBe('a,b\ncafé,£5,€\n')
    expect(plain.replaced()).toBe(false)

    const mixed = createDecoder('utf-8')
    expect(mixed.push(new Uint8Array([...utf8('چاول,5\n'), ...windows1252]))).toBe('چاول,5\ncaf\uFFFD,\uFFFD5,\uFFFD\n')
    expect(mixed.replaced()).toBe(true)
  })
})
