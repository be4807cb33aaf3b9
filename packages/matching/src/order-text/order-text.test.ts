// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OrderableItem, type OrderReading, prepareCatalogue, readOrderText } from './index.ts'

const item = (
  id: string,
  name: string,
  unit: string | null = 'piece',
  packMilli: number | null = null,
): OrderableItem => ({
  ...{ id, code: id, name, unit, packMilli },
})
const catalogue = prepareCatalogue([
  item('F4', 'Football size 4'),
  item('F5', 'Football size 5', 'piece', 50_000),
  item('VB', 'Volleyball'),
  item('SUG', 'Sugar', 'kg', 50_000),
  item('GLV', 'Goalkeeper gloves', 'pair'),
  item('H36', 'Hockey stick 36 inch'),
  item('H37', 'Hockey stick 37 inch'),
  item('FL', 'Flour bag 20 kg', 'bag'),
])
const options = { today: plainDate('2026-11-25'), dateOrder: 'day-first' as const }

function read(text: string, more: object = {}): OrderReading {
  const reading = readOrderText(text, catalogue, { ...options, ...more })
  if (reading.kind !== 'order') throw new Error(reading.reason)
  return reading
}
const brief = (text: string, more: object = {}) =>
  read(text, more).lines.map((line) => `${line.itemId ?? '?'} ${(line.quantityMilli ?? Number.NaN) / 1000}`)

describe('the same order in three scripts is read the same', () => {
  test.each([
    '10 dozen football size 5 by tomorrow',
    '10 darjan football size 5 kal tak',
    'فٹبال سائز پانچ دس درجن کل تک',
  ])('%s', (text) => {
    const reading = read(text)
    expect(reading.lines.map(({ itemId, quantityMilli, asks }) => ({ itemId, quantityMilli, asks }))).toEqual([
      { itemId: 'F5', quantityMilli: 120_000, asks: [] },
    ])
    expect(reading.day?.day).toBe('2026-11-26')
  })
})

describe('numbers in words', () => {
  test.each([
    ['dhai kilo cheeni', 2.5],
    ['derh kilo cheeni', 1.5],
    ['paune do kilo cheeni', 1.75],
    ['sawa kilo cheeni', 1.25],
    ['ساڑھے تین کلو چینی', 3.5],
    ['dhai sau kilo cheeni', 250],
    ['two hundred and fifty kg sugar', 250],
    ['1/2 kg sugar', 0.5],
    ['750 gram cheeni', 0.75],
    ['2 bori cheeni', 100],
  ])('%s', (text, kilos) => expect(brief(text)).toEqual([`SUG ${kilos}`]))

  test('do is two, but not in kar do', () => {
    expect(brief('volleyball do darjan kar do')).toEqual(['VB 24'])
  })
})

describe('what is put right or taken back', () => {
  test.each([
    ['20 volleyball\nnahi 12 kar do', ['VB 12']],
    ['10 nahi 12 darjan volleyball', ['VB 144']],
    ['volleyball 20 please not 10', ['VB 20']],
    ['20 volleyball, 5 football size 5, volleyball rehne do', ['F5 5']],
    ['20 volleyball\nsorry, 25', ['VB 25']],
  ])('%s', (text, lines) => expect(brief(text)).toEqual(lines))

  test('the same item twice without a word of correction is asked', () => {
    const [line] = read('20 volleyball\n5 volleyball').lines
    expect(line?.asks).toEqual([{ kind: 'said-twice', choices: [5000, 25_000] }])
  })
})

describe('what is not clear is asked', () => {
  test('two items alike', () => {
    const [line] = read('20 footballs').lines
    expect(line?.itemId).toBeNull()
    expect(line?.asks).toEqual([{ kind: 'which-item', choices: ['F4', 'F5'] }])
  })
  test('no quantity', () =>
    expect(read('football size 5 chahiye').lines[0]?.asks).toEqual([{ kind: 'quantity', choices: [] }]))
  test('a range', () =>
    expect(read('football size 5 10-12 piece').lines[0]?.asks).toEqual([
      { kind: 'quantity', choices: [10_000, 12_000] },
    ]))
  test('a pack that holds nobody knows how many', () =>
    expect(read('3 carton volleyball').lines[0]?.asks).toEqual([{ kind: 'pack-size', word: 'carton' }]))
  test('a unit that does not fit', () => expect(read('3 darjan cheeni').lines[0]?.asks[0]?.kind).toBe('unit'))
  test('what nobody sells', () => expect(read('5 umbrellas').lines[0]?.asks[0]?.kind).toBe('unknown-item'))
  test('a unit of the place is known only when the place says so', () => {
    expect(read('2 maund sugar').lines[0]?.asks).not.toEqual([])
    expect(brief('2 maund sugar', { localUnits: [{ words: ['maund', 'man'], unit: 'kg', milli: 40_000 }] })).toEqual([
      'SUG 80',
    ])
  })
})

test('a size carries on to the next of its kind', () => {
  expect(brief('hockey 36 inch 10 aur 37 inch 5')).toEqual(['H36 10', 'H37 5'])
})

test('a measure in a name tells which; the count tells how many', () => {
  expect(brief('aata 20 kilo wala 5 thaily')).toEqual(['FL 5'])
})

test('a row of a bill gives quantity and price by their product', () => {
  const { lines, passedOver } = read(
    'Item  Qty  Rate  Amount\nFootball size 5  120  450.00  54,000.00\nTotal  54,000.00',
  )
  expect(lines.map(({ itemId, quantityMilli, price }) => ({ itemId, quantityMilli, price }))).toEqual([
    { itemId: 'F5', quantityMilli: 120_000, price: '450.00' },
  ])
  expect(passedOver).toHaveLength(2)
})

describe('a chat', () => {
  const chat =
    '[24/11/2026, 9:05:40 PM] Haji Aslam: 3 darjan football size 5\n[24/11/2026, 9:06:02 PM] Shop: ok 9 footballs\n'
  test('names who asks; what the shop itself says is no order', () => {
    const reading = read(chat, { ownNames: ['shop'] })
    expect(reading.customer).toBe('Haji Aslam')
    expect(reading.lines).toHaveLength(1)
  })
  test('two people who both ask: whose order is it?', () => expect(read(chat).askWhose).toEqual(['Haji Aslam', 'Shop']))
})

describe('days', () => {
  test.each([
    ['5 tareekh ko 3 volleyball', '2026-12-05'],
    ['3 volleyball 5/12/2026', '2026-12-05'],
    ['3 volleyball 2026-12-05', '2026-12-05'],
    ['3 volleyball ۵ دسمبر تک', '2026-12-05'],
    ['parson tak 3 volleyball', '2026-11-27'],
    ['3 volleyball agle peer tak', '2026-11-30'],
    ['3 din mein 3 volleyball', '2026-11-28'],
  ])('%s', (text, day) => {
    const reading = read(text)
    expect(reading.day?.day).toBe(day)
    expect(reading.lines.map(({ quantityMilli }) => quantityMilli)).toEqual([3000])
  })
  test('month first where the country writes so', () => {
    expect(read('3 volleyball 12/5/2026', { dateOrder: 'month-first' }).day?.day).toBe('2026-12-05')
  })
})

describe('too much is declined with the limit', () => {
  test('10,000 lines', () => {
    expect(readOrderText('5 vb\n'.repeat(10_000), catalogue, options)).toEqual({
      kind: 'declined',
      reason: 'too-long',
      needed: 20_000,
      got: 50_000,
    })
  })
  test('401 short lines', () => {
    expect(readOrderText('5 vb\n'.repeat(401), catalogue, options)).toMatchObject({
      reason: 'too-many-lines',
      needed: 400,
      got: 401,
    })
  })
})

test('whatever is pasted, it is read twice the same, no quantity is absurd, and each line is sure or asks', () => {
  const words = fc.constantFrom(
    '10',
    'darjan',
    'football',
    'size',
    '5',
    'نہیں',
    'cancel',
    'kal',
    '@',
    '-',
    ',',
    '12/13/2026',
    '½',
    'دو',
    'sau',
    '99999999999',
    '\n',
    'carton',
    '=',
    '0',
    'aur',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(words, { maxLength: 24 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(text, (pasted) => {
      const reading = read(pasted)
      expect(readOrderText(pasted, catalogue, options)).toEqual(reading)
      for (const line of reading.lines) {
        expect(line.asks.length > 0 || (line.itemId !== null && line.quantityMilli !== null)).toBe(true)
        if (line.quantityMilli !== null)
          expect(Number.isSafeInteger(line.quantityMilli) && line.quantityMilli > 0).toBe(true)
        for (const { probability } of line.candidates) expect(probability >= 0 && probability <= 1).toBe(true)
      }
    }),
    { seed: 4, numRuns: 400 },
  )
})
