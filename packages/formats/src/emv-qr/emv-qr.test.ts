// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc16 } from './crc.ts'
import { readMerchantQr } from './read.ts'
import { reissueMerchantQr, writeFields } from './write.ts'

const account = { id: '28', value: '0012PK.RAAST.P2M0124PK36SCBL0000001123456702' }
const base = [
  { id: '00', value: '01' },
  { id: '01', value: '11' },
  account,
  { id: '52', value: '5999' },
  { id: '53', value: '586' },
  { id: '58', value: 'PK' },
  { id: '59', value: 'STAR SPORTS' },
  { id: '60', value: 'SIALKOT' },
]
const own = writeFields(base)

function refusal(text: string) {
  try {
    readMerchantQr(text)
  } catch (error) {
    return { code: (error as { code: string }).code, ...(error as { details: object }).details }
  }
  return undefined
}

describe('merchant QR codes', () => {
  test('the published vector of the checksum', () => {
    expect(crc16('123456789')).toBe('29B1')
    // EMVCo, Merchant-Presented Mode 1.1, the example of annex A.
    const example =
      '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT' +
      '6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME' +
      '91320016A0112233449988770708123456786304'
    expect(crc16(example)).toBe('A13A')
    const read = readMerchantQr(`${example}A13A`)
    expect(read).toMatchObject({ dynamic: true, amount: '23.72', currencyNumber: '156', name: 'BEST TRANSPORT' })
    expect(read.accounts.map(({ id, scheme }) => [id, scheme])).toEqual([
      ['29', 'D15600000000'],
      ['31', 'D15600000001'],
    ])
  })

  test('any scheme is read, whatever object it stands under', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 26, max: 51 }),
        fc.string({ unit: fc.constantFrom(...'AB.12'), minLength: 1, maxLength: 32 }),
        (id, scheme) => {
          const value = `00${String(scheme.length).padStart(2, '0')}${scheme}0103ABC`
          const fields = base.map((field) => (field === account ? { id: String(id), value } : field))
          expect(readMerchantQr(writeFields(fields)).accounts).toEqual([
            {
              id: String(id),
              scheme,
              fields: [
                { id: '00', value: scheme },
                { id: '01', value: 'ABC' },
              ],
            },
          ])
        },
      ),
    )
  })

  test('one payment adds amount and reference and changes nothing else', () => {
    const amount = fc.tuple(fc.nat(9_999_999), fc.nat(99)).map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`)
    const reference = fc.string({ unit: fc.constantFrom(...'INV-0129/'), minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(amount, reference, (one, name) => {
        const made = readMerchantQr(reissueMerchantQr(readMerchantQr(own), { amount: one, reference: name }))
        expect(made).toMatchObject({ amount: one, reference: name, dynamic: true })
        expect(made.fields.filter(({ id }) => !['01', '54', '62'].includes(id))).toEqual(
          base.filter(({ id }) => id !== '01'),
        )
        // A second payment from the first one's code replaces what the first added.
        const again = readMerchantQr(reissueMerchantQr(made, { amount: '1', reference: 'X' }))
        expect(again).toMatchObject({ amount: '1', reference: 'X' })
      }),
    )
  })

  test('one changed character is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: own.length - 1 }), fc.constantFrom(...'ABC0129'), (at, sign) => {
        fc.pre(own[at] !== sign)
        expect(refusal(own.slice(0, at) + sign + own.slice(at + 1))).toMatchObject({ code: 'formats.qr-broken' })
      }),
    )
  })

  test('what is no merchant code is refused with place and reason', () => {
    expect(refusal('https://example.com/pay')).toMatchObject({ reason: 'not-emv' })
    expect(refusal('')).toMatchObject({ reason: 'not-emv' })
    expect(refusal(own.slice(0, -2))).toMatchObject({ reason: 'length', id: '63' })
    expect(refusal(`${own.slice(0, -4)}0000`)).toMatchObject({ reason: 'checksum', at: own.length - 4 })
    expect(refusal(writeFields(base.filter(({ id }) => id !== '59')))).toMatchObject({ reason: 'missing', id: '59' })
    expect(refusal(writeFields(base.filter(({ id }) => id !== '28')))).toMatchObject({ reason: 'missing', id: '26' })
    expect(refusal(writeFields([...base, account]))).toMatchObject({ reason: 'twice', id: '28' })
    expect(refusal(`000201${'9'.repeat(600)}`)).toMatchObject({ reason: 'too-long' })
    expect(() => reissueMerchantQr(readMerchantQr(own), { amount: '-5' })).toThrow('formats.qr-broken')
    expect(() => reissueMerchantQr(readMerchantQr(own), { amount: '5', reference: 'x'.repeat(26) })).toThrow()
  })
})
