// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTaxedShop, type TaxedShop } from './a-taxed-shop.ts'
import { secret, startWorkerProcess, until, type WorkerProcess } from './whole-platform.ts'

let shop: TaxedShop
let worker: WorkerProcess | undefined
beforeAll(async () => {
  shop = await aTaxedShop()
}, 60_000)
afterAll(async () => {
  await worker?.stop()
  await shop.close()
})

test('a worker killed while it sends leaves the invoice uncertain; the next one sends nothing', {
  timeout: 120_000,
}, async () => {
  const env = { RESHAM_SECRET: secret, RESHAM_FISCAL_PLACES: shop.office.url }
  const start = () => startWorkerProcess(shop.database.ownerUrl, shop.platform.home, env)
  shop.office.mood = 'slow'
  worker = await start()
  const invoice = await shop.anInvoice()
  await shop.post(`${shop.at}/documents/${invoice.id}/fiscal`)
  await until('the office has it and has not answered', async () => (shop.office.taken.length === 1 ? true : undefined))
  expect((await shop.standing(invoice.id)).state).toBe('sending')
  await worker.kill()

  shop.office.mood = 'well'
  worker = await start()
  const now = await until('it is known that nobody knows', async () => {
    const at = await shop.standing(invoice.id)
    return at.state === 'sending' ? undefined : at
  })
  expect(now).toMatchObject({ state: 'uncertain', actions: ['say-there', 'say-not-there'] })
  expect([shop.office.handedIn, shop.office.taken.length]).toEqual([1, 1])

  const number = shop.office.taken[0]?.number ?? ''
  const body = { answer: 'there', officeNumber: number, version: now.version }
  const found = await shop.post(`${shop.at}/documents/${invoice.id}/fiscal/resolve`, body)
  expect(found.body).toMatchObject({ state: 'accepted', mark: { number } })
  expect(shop.office.handedIn).toBe(1)
})
