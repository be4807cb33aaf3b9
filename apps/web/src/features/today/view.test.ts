// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { today } from '../../../tools/fake-shop/outlook.ts'
import { bare, readers } from '../words.testing.ts'
import { taskView, unusualView, whatsAppLink } from './view.ts'

const teller = { words: readers.en, business: { slug: 'star', currency: 'PKR' } }
const [order, ask] = today.tasks
if (!order || !ask) throw new Error('the stand-in shop has too few tasks')

test('an order is a button that carries item and quantity', () => {
  expect(taskView(order, [], teller).step).toEqual({
    kind: 'list',
    item: order.subject.key,
    milli: 240_000,
    listed: null,
  })
})

test('what is on the purchase list already says so', () => {
  const line = {
    itemId: order.subject.key,
    code: '',
    name: '',
    quantityMilli: 100_000,
    unit: null,
    supplier: null,
    cost: null,
  }
  expect(taskView(order, [line], teller).step).toMatchObject({ listed: '100' })
})

test('a task gives its reasons and the money at stake, as an estimate', () => {
  const { reason, why } = taskView(order, [], teller)
  expect(bare(reason)).toBe('Order by 3 December 2026, or it may run out.')
  expect(bare(why.at(-1) ?? '')).toBe('About Rs 1.86 lakh is at stake.')
})

test("asking a customer opens WhatsApp with a message in the reader's language", () => {
  const step = taskView(ask, [], { ...teller, words: readers.ur }).step
  expect(step).toMatchObject({ kind: 'link', outside: true })
  const text = new URL(step.kind === 'link' ? step.href : '').searchParams.get('text') ?? ''
  expect(text).toContain('السلام علیکم')
  expect(text).not.toMatch(/[\u2066-\u2069]/)
})

test('counting many items leads to the list of those to count', () => {
  const many = { ...order, kind: 'count-stock' as const, subject: { kind: 'business' as const, key: '', name: '' } }
  const view = taskView(many, [], teller)
  expect(view.title).toBe('Count your best sellers')
  expect(view.step).toMatchObject({ href: '/star/plan?urgency=count-first' })
})

test('only the last bar is the unusual one, and the shop itself leads nowhere', () => {
  const [item] = today.unusual
  if (!item) throw new Error('the stand-in shop has nothing unusual')
  expect(unusualView(item, teller).bars.filter(({ hot }) => hot)).toEqual([{ label: '', value: 31, hot: true }])
  expect(unusualView({ ...item, subject: { kind: 'business', key: '', name: '' } }, teller).href).toBeNull()
})

test('a link to WhatsApp carries any text whole', () => {
  const text = 'نیا آرڈر: 24 & 30%\n#1'
  expect(new URL(whatsAppLink(text)).searchParams.get('text')).toBe(text)
})
