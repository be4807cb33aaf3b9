// SPDX-License-Identifier: Apache-2.0
import { fiscal } from '@resham/pack-pk'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Office, startOffice } from './simulator.ts'

const token = 'a-token'
let office: Office
beforeEach(async () => {
  office = await startOffice({ token, slowMs: 5 })
})
afterEach(() => office.close())

const item = {
  hsCode: '9506.6210',
  productDescription: 'Match football',
  rate: '18%',
  uoM: 'Numbers, pieces, units',
  quantity: 400,
  totalValues: 1180,
  valueSalesExcludingST: 1000,
  fixedNotifiedValueOrRetailPrice: 0,
  salesTaxApplicable: 180,
  salesTaxWithheldAtSource: 0,
  extraTax: 0 as number | string | null,
  furtherTax: 0,
  sroScheduleNo: '',
  fedPayable: 0,
  discount: 0,
  saleType: 'Goods at standard rate (default)',
  sroItemSerialNo: '',
}
const sound = {
  invoiceType: 'Sale Invoice',
  invoiceDate: '2026-11-25',
  sellerNTNCNIC: '8885801',
  sellerBusinessName: 'Sialkot Sports',
  sellerProvince: 'Punjab',
  sellerAddress: 'Paris Road',
  buyerNTNCNIC: '2046004',
  buyerBusinessName: 'Lahore Traders',
  buyerProvince: 'Punjab',
  buyerAddress: 'Mall Road',
  buyerRegistrationType: 'Registered',
  invoiceRefNo: '',
  items: [item, item],
}

async function post(body: unknown, path = fiscal.paths.submit.real, key = token) {
  const response = await fetch(`${office.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return fiscal.readReply(response.status, await response.text())
}

test('a sound invoice is taken in and gets a number that the pack knows for one', async () => {
  const reply = await post(sound)
  expect(reply).toMatchObject({ type: 'accepted' })
  if (reply.type === 'accepted') {
    expect(fiscal.isNumber(reply.number)).toBe(true)
    expect(reply.lineNumbers).toEqual([`${reply.number}-1`, `${reply.number}-2`])
  }
  expect(office.taken).toHaveLength(1)
})

test('to validate takes nothing in', async () => {
  expect((await post(sound, fiscal.paths.check?.real)).type).toBe('uncertain')
  expect(office.taken).toHaveLength(0)
})

test('a wrong token is turned away at the door', async () => {
  expect(await post(sound, undefined, 'other')).toMatchObject({ type: 'refused', problems: [{ code: 'local.token' }] })
})

describe('office and pack, written apart, find the same fault', () => {
  test.each<[string, object]>([
    ['0401', { sellerNTNCNIC: '12' }],
    ['0003', { invoiceType: 'Invoice' }],
    ['0005', { invoiceDate: '25/11/2026' }],
    ['0009', { buyerNTNCNIC: undefined }],
    ['0002', { buyerNTNCNIC: '123' }],
    ['0010', { buyerBusinessName: '' }],
    ['0012', { buyerRegistrationType: '' }],
    ['0026', { invoiceType: 'Debit Note' }],
    ['0057', { invoiceType: 'Debit Note', invoiceRefNo: '12' }],
    ['0058', { buyerNTNCNIC: '8885801' }],
    ['0073', { sellerProvince: '' }],
    ['0074', { buyerProvince: '' }],
    ['0019', { items: [item, { ...item, hsCode: '' }] }],
    ['0052', { items: [{ ...item, hsCode: '9506' }] }],
    ['0046', { items: [{ ...item, rate: '' }] }],
    ['0099', { items: [{ ...item, uoM: '' }] }],
    ['0013', { items: [{ ...item, saleType: 'goods' }] }],
    ['0300', { items: [{ ...item, extraTax: null }] }],
    ['0104', { items: [{ ...item, salesTaxApplicable: 170, totalValues: 1170 }] }],
  ])('%s', async (code, change) => {
    const body = { ...sound, ...change }
    expect(fiscal.check(JSON.parse(JSON.stringify(body)), 'real').map((one) => one.code)).toEqual([code])
    expect(await post(body)).toMatchObject({ type: 'refused', problems: [{ code }] })
  })

  test.each(fiscal.scenarios)('trial $id passes both', async (scenario) => {
    const rate = String(scenario.itemFacts.rate)
    const percent = Number(/^([\d.]+)%/.exec(rate)?.[1] ?? 0)
    const each = Number(/^Rs\.(\d+)$/.exec(rate)?.[1] ?? /rupees (\d+)/.exec(rate)?.[1] ?? 0)
    const tax = (1000 * percent) / 100 + each * 10
    const saleType = String(scenario.itemFacts['sale-type'])
    const reduced = ['Goods at Reduced Rate', 'Exempt goods', 'Goods at zero-rate'].includes(saleType)
    const line = {
      ...item,
      ...{ saleType, rate, quantity: 10, uoM: 'KG', salesTaxApplicable: tax, totalValues: 1000 + tax },
      fixedNotifiedValueOrRetailPrice: 1000,
      sroScheduleNo: scenario.itemFacts['sro-schedule'] ?? '',
      sroItemSerialNo: scenario.itemFacts['sro-item'] ?? '',
      ...(reduced ? { extraTax: '', furtherTax: '' } : {}),
      ...(saleType === 'Petroleum Products' ? { petroleumLevyOn: 100 } : {}),
    }
    const registered = scenario.buyer === 'registered'
    const buyer = registered ? {} : { buyerRegistrationType: 'Unregistered', buyerNTNCNIC: '1000000000078' }
    const body = { ...sound, ...buyer, scenarioId: scenario.id, items: [line] }
    expect(fiscal.check(body, 'trial')).toEqual([])
    expect((await post(body, fiscal.paths.submit.trial)).type).toBe('accepted')
  })
})

test('each reference list is answered in the shape that the pack reads', async () => {
  for (const reference of fiscal.references) {
    const url = new URL(reference.path, office.url)
    const asked = Object.fromEntries(reference.asks.map((name) => [name, '1']))
    const inBody = reference.asksIn === 'body'
    if (!inBody) url.search = new URLSearchParams(asked).toString()
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      ...(inBody ? { method: 'POST', body: JSON.stringify(asked) } : {}),
    })
    expect(reference.read(await response.json())?.length).toBeGreaterThan(0)
  }
})

describe('moods', () => {
  test('lost: it is taken in, and nobody says so', async () => {
    office.mood = 'lost'
    await expect(post(sound)).rejects.toThrow()
    expect(office.taken).toHaveLength(1)
  })

  test.each(['broken', 'page'] as const)('%s: uncertain, and nothing taken in', async (mood) => {
    office.mood = mood
    expect((await post(sound)).type).toBe('uncertain')
    expect(office.taken).toHaveLength(0)
  })

  test('slow: late, but well', async () => {
    office.mood = 'slow'
    expect((await post(sound)).type).toBe('accepted')
  })

  test('a person changes it at the portal, and sees there what was taken in', async () => {
    await post(sound)
    const page = await fetch(`${office.url}/mood`, { method: 'POST', body: new URLSearchParams({ mood: 'broken' }) })
    expect(office.mood).toBe('broken')
    expect(await page.text()).toContain('Lahore Traders')
  })
})
