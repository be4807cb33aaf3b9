// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ErrorCode, errorTable } from '@resham/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectWords } from './catalogues.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, type WholePlatform } from './whole-platform.ts'

let database: TestDatabase
let platform: WholePlatform
let shop: Shop
let currency: string
beforeAll(async () => {
  database = await openTestDatabase()
  platform = await openWholePlatform(database.db)
  shop = await aShop(platform.app)
  currency = (await shop.get(shop.at)).body.currency
})
afterAll(async () => {
  await platform.close()
  await database.close()
})

const make = async (item: object) => (await shop.post(`${shop.at}/items`, item)).body
const change = (id: string, body: object) => shop.call('PATCH', `${shop.at}/items/${id}`, body)
const refusal = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]
const refused = (code: ErrorCode) => {
  expectWords(`errors.${code}`)
  return [errorTable[code].status, code]
}

describe('an item', () => {
  test('made by hand is there with its price, and a code that is taken is refused', async () => {
    const price = { thousandths: '4500000', currency }
    const ball = await make({ name: 'Ball', code: 'B-1', unit: 'piece', price })
    expect(ball).toMatchObject({ name: 'Ball', code: 'B-1', price, version: 1, photoId: null })
    expect(refusal(await shop.post(`${shop.at}/items`, { name: 'Other', code: 'B-1' }))).toEqual(
      refused('items.code-taken'),
    )
  })

  test('changed in two tabs keeps the first change and refuses the second', async () => {
    const { id, version } = await make({ name: 'Net' })
    const asked = { descriptions: { en: 'Knotted by hand' }, weightGrams: 900, lengthMm: 3000, version }
    expect((await change(id, asked)).body).toMatchObject({ weightGrams: 900, lengthMm: 3000, version: 2 })
    expect(refusal(await change(id, { name: 'Old name', version }))).toEqual(refused('platform.changed-meanwhile'))
    expect((await shop.get(`${shop.at}/items/${id}`)).body.name).toBe('Net')
  })

  test('has a barcode whose check digit fits, and no two have the same', async () => {
    const [first, second] = [await make({ name: 'Glove' }), await make({ name: 'Cap' })]
    // GS1's own example: 629104150021 takes the check digit 3.
    expect(refusal(await change(first.id, { barcode: '6291041500214' }))).toEqual(refused('items.barcode-invalid'))
    expect((await change(first.id, { barcode: '6291041500213' })).status).toBe(200)
    expect(refusal(await change(second.id, { barcode: '6291041500213' }))).toEqual(refused('items.barcode-taken'))
  })

  test('comes in sizes and colours, made once however often it is asked', async () => {
    const shirt = await make({ name: 'Shirt', code: 'SH' })
    const grid = {
      options: [
        { name: 'size', values: ['S', 'M'] },
        { name: 'colour', values: ['red', 'blue'] },
      ],
    }
    const at = `${shop.at}/items/${shirt.id}/variants`
    expect((await shop.post(at, grid)).body).toEqual({ made: 4, there: 0 })
    expect((await shop.post(at, grid)).body).toEqual({ made: 0, there: 4 })
    const { items } = (await shop.get(at)).body
    expect(items.map((item: { name: string }) => item.name)).toEqual([
      'Shirt, M, blue',
      'Shirt, M, red',
      'Shirt, S, blue',
      'Shirt, S, red',
    ])
    expect(items[0]).toMatchObject({ code: 'SH-M-BLUE', options: { size: 'M', colour: 'blue' }, variantOf: shirt.id })
    expect(refusal(await shop.post(`${shop.at}/items/${items[0].id}/variants`, grid))).toEqual(
      refused('items.variant-of-variant'),
    )
    const many = (n: number) => Array.from({ length: n }, (_, i) => String(i))
    const large = {
      options: [
        { name: 'a', values: many(20) },
        { name: 'b', values: many(20) },
      ],
    }
    expect(refusal(await shop.post(at, large))).toEqual(refused('items.too-many-variants'))
  })
})

describe('a price list', () => {
  test('has prices from a quantity on; another currency and two from the same quantity are refused', async () => {
    const { id } = await make({ name: 'Bat' })
    const list = (await shop.post(`${shop.at}/price-lists`, { name: 'Wholesale', currency })).body
    const at = `${shop.at}/price-lists/${list.id}/items`
    const step = (fromQuantityMilli: number, thousandths: string, of = currency) => ({
      fromQuantityMilli,
      price: { thousandths, currency: of },
    })
    const prices = [step(12_000, '900000'), step(0, '1000000')]
    expect((await shop.call('PUT', `${at}/${id}`, { prices })).status).toBe(200)
    expect((await shop.get(`${at}?search=bat`)).body.items).toMatchObject([
      { name: 'Bat', prices: prices.toReversed() },
    ])
    const twice = { prices: [step(0, '1'), step(0, '2')] }
    expect(refusal(await shop.call('PUT', `${at}/${id}`, twice))).toEqual(refused('prices.step-twice'))
    const foreign = { prices: [step(0, '1', 'USD')] }
    expect(refusal(await shop.call('PUT', `${at}/${id}`, foreign))).toEqual(refused('base.currency-mismatch'))
    expect(refusal(await shop.post(`${shop.at}/price-lists`, { name: 'Wholesale', currency }))).toEqual(
      refused('prices.name-taken'),
    )
  })
})

describe('a photograph', () => {
  const bytes = { 'content-type': 'application/octet-stream' }
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#2f3a8f' } })
  const send = (itemId: string, content: Uint8Array) =>
    shop.call('POST', `${shop.at}/items/${itemId}/photos`, Buffer.from(content), bytes)
  const stored = async () =>
    (await readdir(join(platform.home, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])).filter(
      (entry) => entry.isFile(),
    ).length

  test('is kept upright, small and without what the camera wrote into it, and goes whole', async () => {
    const { id } = await make({ name: 'Racket' })
    const before = await stored()
    // A phone held upright: 3 columns by 2 rows, to be turned by 90 degrees; with a place and a name in it.
    const taken = await picture(2400, 1600)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Artist: 'Qamar of Sialkot' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const photo = (await send(id, taken)).body
    expect(photo).toMatchObject({ width: 1067, height: 1600, says: null })
    expect((await shop.get(`${shop.at}/items/${id}`)).body.photoId).toBe(photo.id)
    const full = await shop.call('GET', `${shop.at}/items/${id}/photos/${photo.id}/full.webp`)
    expect(full.headers['content-type']).toBe('image/webp')
    expect(full.headers['cache-control']).toContain('immutable')
    expect(await stored()).toBe(before + 4)
    expect((await shop.call('DELETE', `${shop.at}/items/${id}/photos/${photo.id}`)).status).toBe(200)
    expect(await stored()).toBe(before)
  })

  test('that is none is refused: a drawing with a script, words, half a picture, a number of pixels that no phone has', async () => {
    const { id } = await make({ name: 'Whistle' })
    const before = await stored()
    const half = (await picture(400, 400).jpeg().toBuffer()).subarray(0, 300)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    for (const content of [Buffer.from(svg), Buffer.from('not a picture at all'), half]) {
      expect(refusal(await send(id, content))).toEqual(refused('items.photo-unreadable'))
    }
    const vast = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer()
    expect(refusal(await send(id, vast))).toEqual(refused('items.photo-too-large'))
    expect(await stored()).toBe(before)
  })

  test('of 40 million pixels is taken', { timeout: 60_000 }, async () => {
    const { id } = await make({ name: 'Kit' })
    const taken = await picture(7300, 5480).jpeg({ quality: 40 }).toBuffer()
    expect((await send(id, taken)).body).toMatchObject({ width: 1600, height: 1201 })
  })
})
