// SPDX-License-Identifier: Apache-2.0
import { Item } from '@resham/contract'
import Fastify from 'fastify'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { quickSchema } from './quick-schema.ts'

async function written(schema: object, answer: unknown): Promise<string> {
  const app = Fastify()
  app.get('/', { schema: { response: { 200: schema } } }, async () => answer)
  const { body } = await app.inject('/')
  await app.close()
  return body
}

const supply = { leadTimeDays: 21, packSizeMilli: null, minimumOrderMilli: null, serviceLevelPercent: 97.5 }
const item = {
  id: '0199b2c4-0000-7000-8000-000000000001',
  code: 'B-1',
  name: 'Ball "5"',
  category: null,
  unit: 'piece',
  barcode: null,
  variantOf: null,
  descriptions: { ur: 'گیند' },
  attributes: {},
  options: { size: '5' },
  weightGrams: 420,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  archived: false,
  photoId: null,
  price: { thousandths: '1250000', currency: 'PKR' },
  version: 3,
  firstDay: null,
  lastDay: '2026-11-01',
  supply: { ...supply, onHandMilli: 0, onOrderMilli: null, unitCost: null, supplier: null, countedOn: null },
  secret: 'not in the contract',
}

test('an answer is written the same by either schema, without what the contract does not name', async () => {
  const quick = await written(quickSchema(Item) as object, item)
  expect(quick).toBe(await written(Item, item))
  expect(quick).not.toContain('secret')
})

test('a union of more than this or null stays as it is', () => {
  const union = Type.Union([Type.String(), Type.Integer(), Type.Null()])
  expect(quickSchema(union)).toEqual(union)
})
