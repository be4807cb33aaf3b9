// SPDX-License-Identifier: Apache-2.0
import { formatError } from '../format-error.ts'
import { crc16 } from './crc.ts'
import type { MerchantAccount, MerchantQr, QrFault, QrField } from './types.ts'

const longest = 512

/**
 * Reads the text of a merchant-presented QR code, whatever scheme its merchant account belongs to.
 *
 * @param text As a scanner gives it, or as pasted: line breaks and spaces at its ends are passed over.
 * @throws formats.qr-broken with reason, place (characters from 0) and id
 * @source EMVCo, EMV QR Code Specification for Payment Systems, Merchant-Presented Mode, version 1.1.
 */
export function readMerchantQr(text: string): MerchantQr {
  const code = text.replace(/[\r\n\t]/g, '').trim()
  if (code.length > longest) throw broken('too-long', longest, '')
  if (!code.startsWith('000201')) throw broken('not-emv', 0, '00')
  const all = readFields(code, 0)
  const last = all.at(-1)
  if (last?.id !== '63' || last.value.length !== 4) throw broken('missing', code.length, '63')
  if (last.value.toUpperCase() !== crc16(code.slice(0, -4))) throw broken('checksum', code.length - 4, '63')
  const fields = all.slice(0, -1)
  const textOf = (id: string) => fields.find((field) => field.id === id)?.value ?? ''
  for (const id of ['52', '53', '58', '59', '60']) if (textOf(id) === '') throw broken('missing', 0, id)
  const accounts = fields.filter(({ id }) => id >= '02' && id <= '51').map(toAccount)
  if (accounts.length === 0) throw broken('missing', 0, '26')
  const more = textOf('62') === '' ? [] : readFields(textOf('62'), code.indexOf(textOf('62')))
  const moreOf = (id: string) => more.find((field) => field.id === id)?.value ?? ''
  return {
    fields,
    dynamic: textOf('01') === '12',
    accounts,
    category: textOf('52'),
    currencyNumber: textOf('53'),
    amount: textOf('54') || null,
    country: textOf('58'),
    name: textOf('59'),
    city: textOf('60'),
    bill: moreOf('01'),
    reference: moreOf('05'),
    terminal: moreOf('07'),
  }
}

/**
 * Cuts a text into its objects: two figures of id, two of length, so many characters.
 *
 * @param from Where the text stands in the code, for the place of a fault.
 * @throws formats.qr-broken
 */
export function readFields(text: string, from: number): QrField[] {
  const fields: QrField[] = []
  for (let at = 0; at < text.length; ) {
    const id = text.slice(at, at + 2)
    const length = text.slice(at + 2, at + 4)
    if (!/^\d{2}$/.test(id)) throw broken('id', from + at, id)
    if (!/^\d{2}$/.test(length) || at + 4 + Number(length) > text.length) throw broken('length', from + at + 2, id)
    if (fields.some((field) => field.id === id)) throw broken('twice', from + at, id)
    fields.push({ id, value: text.slice(at + 4, at + 4 + Number(length)) })
    at += 4 + Number(length)
  }
  return fields
}

function toAccount({ id, value }: QrField): MerchantAccount {
  if (id < '26') return { id, scheme: '', fields: [{ id: '00', value }] }
  const fields = readFields(value, 0)
  return { id, scheme: fields.find((field) => field.id === '00')?.value ?? '', fields }
}

/** The refusal of a code, with its place. */
export function broken(reason: QrFault, at: number, id: string) {
  return formatError('formats.qr-broken', { reason, at, id })
}
