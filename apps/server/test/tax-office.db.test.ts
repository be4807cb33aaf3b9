// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aTaxedShop, officeToken, type TaxedShop } from './a-taxed-shop.ts'
import { until } from './whole-platform.ts'

let shop: TaxedShop
beforeAll(async () => {
  shop = await aTaxedShop({ waitMs: 4000 })
}, 60_000)
beforeEach(() => {
  shop.office.mood = 'well'
})
afterAll(() => shop.close())

const resolve = (documentId: string, body: object) =>
  shop.post(`${shop.at}/documents/${documentId}/fiscal/resolve`, body)
const takenFor = (number: string) => shop.office.taken.filter((one) => one.number === number)

test('four balls at 250.00 are 1,000.00 and 180.00 of sales tax', async () => {
  const invoice = await shop.anInvoice()
  expect(invoice.lines[0].taxes).toEqual([
    { code: 'sales-tax', base: '100000', rate: '18/100', amount: { minor: '18000', currency: 'PKR' } },
  ])
  expect(invoice.total).toEqual({ minor: '118000', currency: 'PKR' })
})

test('an invoice that is handed in is accepted, with a number and a QR code to print', async () => {
  const invoice = await shop.anInvoice()
  expect(await shop.standing(invoice.id)).toMatchObject({ state: 'none', problems: [], actions: ['submit'] })
  const now = await shop.handIn(invoice.id)
  expect(now).toMatchObject({ state: 'accepted', problems: [], actions: ['note-cancelled'] })
  expect(takenFor(now.mark.number)).toHaveLength(1)
  expect(now.mark.qr).toMatchObject({ text: now.mark.number, sizeInches: 1 })
  expect(now.mark.qr.rows).toHaveLength(25)
  for (const row of now.mark.qr.rows) expect(row).toMatch(/^[01]{25}$/)
  expect(now.events.map((one: { event: string }) => one.event)).toEqual(['submit', 'send', 'accept'])
  expect(new Date(now.cancelUntil).getTime() - new Date(now.acceptedAt).getTime()).toBe(72 * 3_600_000)

  const again = await shop.post(`${shop.at}/documents/${invoice.id}/fiscal`)
  expect([again.status, again.body.code]).toEqual([409, 'fiscal.not-allowed'])
  expect(takenFor(now.mark.number)).toHaveLength(1)
})

describe('refused', () => {
  test('by our own check, before anything is sent', async () => {
    const sent = shop.office.handedIn
    const invoice = await shop.anInvoice(1, {
      lines: [{ description: 'Repair', quantityMilli: 1000, price: { thousandths: '25000000', currency: 'PKR' } }],
    })
    const foreseen = await shop.standing(invoice.id)
    expect(foreseen.problems.map((one: { code: string }) => one.code)).toEqual(['0019', '0099'])
    expect(foreseen.problems[0]).toMatchObject({ line: 1, field: '/items/0/hsCode' })
    expect(foreseen.problems[0].means.ur).toMatch(/[\u0600-\u06ff]/)
    const now = await shop.handIn(invoice.id)
    expect(now).toMatchObject({ state: 'refused', actions: ['submit'], mark: null })
    expect(shop.office.handedIn).toBe(sent)
  })

  test('by the office, for a wrong token; with the right one it is taken in', async () => {
    const invoice = await shop.anInvoice()
    const { settings } = (await shop.get(`${shop.at}/fiscal`)).body
    const wrong = await shop.set('/fiscal', {
      use: 'real',
      place: shop.office.url,
      token: 'wrong',
      scenario: null,
      version: settings.version,
    })
    const now = await shop.handIn(invoice.id)
    expect(now).toMatchObject({ state: 'refused', problems: [{ code: 'local.token' }] })
    await shop.set('/fiscal', {
      use: 'real',
      place: shop.office.url,
      token: officeToken,
      scenario: null,
      version: wrong.version,
    })
    expect((await shop.handIn(invoice.id)).state).toBe('accepted')
  })
})

describe('a reply that never comes', () => {
  test('leaves it uncertain, and nothing sends it again', async () => {
    shop.office.mood = 'lost'
    const invoice = await shop.anInvoice()
    const before = shop.office.taken.length
    const now = await shop.handIn(invoice.id)
    expect(now).toMatchObject({ state: 'uncertain', actions: ['say-there', 'say-not-there'], mark: null })
    shop.office.mood = 'well'
    const again = await shop.post(`${shop.at}/documents/${invoice.id}/fiscal`)
    expect([again.status, again.body.code]).toEqual([409, 'fiscal.not-allowed'])
    expect(shop.office.taken).toHaveLength(before + 1)

    // A person looks at the portal and finds it there.
    const number = shop.office.taken.at(-1)?.number ?? ''
    for (const [officeNumber, code] of [
      ['12', 'fiscal.number-invalid'],
      ['', 'fiscal.number-invalid'],
    ]) {
      const answer = await resolve(invoice.id, {
        answer: 'there',
        officeNumber: officeNumber || '1',
        version: now.version,
      })
      expect(answer.body.code).toBe(code)
    }
    const found = await resolve(invoice.id, { answer: 'there', officeNumber: number, version: now.version })
    expect(found.body).toMatchObject({ state: 'accepted', mark: { number } })
    expect(shop.office.taken).toHaveLength(before + 1)
  })

  test('a late one is lost too; what the portal does not show may be sent once more', async () => {
    shop.office.mood = 'page'
    const invoice = await shop.anInvoice()
    const now = await shop.handIn(invoice.id)
    expect(now.state).toBe('uncertain')
    shop.office.mood = 'slow'
    const stale = await resolve(invoice.id, { answer: 'not-there', version: now.version + 5 })
    expect([stale.status, stale.body.code]).toEqual([409, 'platform.changed-meanwhile'])
    const free = (await resolve(invoice.id, { answer: 'not-there', version: now.version })).body
    expect(free).toMatchObject({ state: 'waiting', actions: ['submit'] })
    expect((await shop.handIn(invoice.id)).state).toBe('uncertain')
    const events = (await shop.standing(invoice.id)).events.map(
      (one: { event: string; note: string }) => `${one.event} ${one.note}`,
    )
    expect(events.at(-1)).toBe('lose timeout')
  })

  test('a 500 is uncertain as well: nobody knows how far it came', async () => {
    shop.office.mood = 'broken'
    expect((await shop.handIn((await shop.anInvoice()).id)).state).toBe('uncertain')
  })
})

test('an office that cannot be reached got nothing: it waits, and says so', async () => {
  const invoice = await shop.anInvoice()
  await shop.database.asOwner(`update fiscal_settings set place = 'http://127.0.0.1:59999' where tenant_id = $1`, [
    shop.businessId,
  ])
  await shop.post(`${shop.at}/documents/${invoice.id}/fiscal`)
  await until('it was tried', async () => (shop.failures.includes('fiscal.unreachable') ? true : undefined))
  const now = await until('it says so', async () => {
    const at = await shop.standing(invoice.id)
    return at.problems.length > 0 ? at : undefined
  })
  expect(now).toMatchObject({ state: 'waiting', problems: [{ code: 'fiscal.unreachable' }], actions: ['submit'] })
  await shop.database.asOwner('update fiscal_settings set place = $2 where tenant_id = $1', [
    shop.businessId,
    shop.office.url,
  ])
  // The queue tries again by itself, as nothing left the house.
  await until('it is accepted', async () => ((await shop.standing(invoice.id)).state === 'accepted' ? true : undefined))
})

test('a credit note is a debit note of the office, and names the invoice that was taken in', async () => {
  const invoice = await shop.anInvoice()
  const draft = (await shop.post(`${shop.at}/documents`, { kind: 'credit-note', fromId: invoice.id })).body
  const act = { action: 'issue', version: draft.version }
  const note = (await shop.post(`${shop.at}/documents/${draft.id}/actions`, act)).body.document
  const early = await shop.post(`${shop.at}/documents/${note.id}/fiscal`)
  expect([early.status, early.body.code]).toEqual([409, 'fiscal.original-not-accepted'])
  const { mark } = await shop.handIn(invoice.id)
  expect((await shop.handIn(note.id)).state).toBe('accepted')
  expect(shop.office.taken.at(-1)?.invoice).toMatchObject({ invoiceType: 'Debit Note', invoiceRefNo: mark.number })
})

test('what was cancelled at the portal is noted, within its hours and no later', async () => {
  const invoice = await shop.anInvoice()
  const now = await shop.handIn(invoice.id)
  await shop.database.asOwner(
    `update fiscal_submissions set accepted_at = accepted_at - interval '73 hours' where document_id = $1`,
    [invoice.id],
  )
  const late = await resolve(invoice.id, { answer: 'cancelled', version: now.version })
  expect([late.status, late.body.code]).toEqual([409, 'fiscal.cancel-too-late'])
  expect((await shop.standing(invoice.id)).actions).toEqual([])
  await shop.database.asOwner(`update fiscal_submissions set accepted_at = now() where document_id = $1`, [invoice.id])
  const noted = await resolve(invoice.id, { answer: 'cancelled', version: now.version })
  expect(noted.body).toMatchObject({ state: 'cancelled', actions: [] })
})

test('a draft goes nowhere, and a country’s service is not another’s', async () => {
  const draft = (
    await shop.post(`${shop.at}/documents`, {
      kind: 'invoice',
      partyId: shop.customerId,
      lines: [{ itemId: shop.itemId, quantityMilli: 1000, price: { thousandths: '25000000', currency: 'PKR' } }],
    })
  ).body
  const answer = await shop.post(`${shop.at}/documents/${draft.id}/fiscal`)
  expect([answer.status, answer.body.code]).toEqual([409, 'fiscal.not-issued'])
  const { settings } = (await shop.get(`${shop.at}/fiscal`)).body
  const elsewhere = await shop.call('PUT', `${shop.at}/fiscal`, {
    use: 'real',
    place: 'http://10.0.0.1',
    scenario: null,
    version: settings.version,
  })
  expect(elsewhere.body.code).toBe('fiscal.place-unknown')
})

test('the token is sealed where it is kept, and stands in no answer and no log', async () => {
  const [row] = await shop.database.asOwner<{ token_sealed: string }>('select token_sealed from fiscal_settings')
  expect(row?.token_sealed).not.toContain(officeToken)
  const { body } = await shop.get(`${shop.at}/fiscal`)
  expect(body.settings.hasToken).toBe(true)
  expect(JSON.stringify(body)).not.toContain(officeToken)
  const audit = await shop.get(`${shop.at}/audit`)
  expect(JSON.stringify(audit.body)).not.toContain(officeToken)
  expect(shop.platform.log.join('')).not.toContain(officeToken)
  const events = await shop.database.asOwner<{ sent: string }>('select sent from fiscal_events where sent is not null')
  expect(JSON.stringify(events)).not.toContain(officeToken)
})

describe('what taxes come to', () => {
  test('by month; what was credited is taken off, and what was kept back stands beside it', async () => {
    const today = (await shop.anInvoice()).day
    const months = `from=${today.slice(0, 8)}01&to=${today}`
    const before = (await shop.get(`${shop.at}/tax-sums?${months}`)).body
    const sold = (sums: { taxes: { side: string; code: string; tax: { minor: string }; net: { minor: string } }[] }) =>
      sums.taxes.find((one) => one.side === 'sold' && one.code === 'sales-tax')
    const invoice = await shop.anInvoice(2)
    const after = (await shop.get(`${shop.at}/tax-sums?${months}`)).body
    const grown = (key: 'net' | 'tax') => Number(sold(after)?.[key].minor) - Number(sold(before)?.[key].minor)
    expect([grown('net'), grown('tax')]).toEqual([50_000, 9_000])
    await shop.post(`${shop.at}/payments`, {
      direction: 'in',
      amount: { minor: '50000', currency: 'PKR' },
      withheld: { minor: '1800', currency: 'PKR' },
      settles: [{ documentId: invoice.id, amount: { minor: '51800', currency: 'PKR' } }],
    })
    const last = (await shop.get(`${shop.at}/tax-sums?${months}`)).body
    expect(last.withheld).toEqual([
      {
        ...{ month: `${today.slice(0, 8)}01`, side: 'from-us', payments: 1 },
        paid: { minor: '50000', currency: 'PKR' },
        withheld: { minor: '1800', currency: 'PKR' },
      },
    ])
    const kept = await shop.get(`${shop.at}/tax-withheld.csv?${months}`)
    expect(kept.body).toContain('from us')
  })

  test('as a file that no spreadsheet takes for a formula', async () => {
    const party = (await shop.post(`${shop.at}/parties`, { name: '=HYPERLINK("http://x")', isCustomer: true })).body
    const invoice = await shop.anInvoice(1, { partyId: party.id })
    const { body } = await shop.get(`${shop.at}/tax-sums.csv?from=${invoice.day}&to=${invoice.day}`)
    expect(body).toContain(invoice.number)
    expect(body).not.toMatch(/(^|,)"?=HYPERLINK/m)
    const odd = await shop.get(`${shop.at}/tax-sums?from=2026-02-01&to=2026-01-01`)
    expect([odd.status, odd.body.code]).toEqual([422, 'fiscal.months-invalid'])
  })
})
