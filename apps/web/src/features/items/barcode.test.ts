// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { barsOf, pathOfBars, shopGtin } from './barcode.ts'

test('EAN-13 has the bars of the example that the standard’s readers know', () => {
  // 5901234123457, worked digit by digit in "International Article Number", Wikipedia (binary encoding).
  const left = '0001011 0100111 0110011 0010011 0111101 0011101'
  const right = '1100110 1101100 1000010 1011100 1001110 1000100'
  expect(barsOf('5901234123457')).toBe(`101${left}01010${right}101`.replaceAll(' ', ''))
})

test('each kind is as wide as the standard says, begins and ends dark, and a UPC is an EAN that begins with 0', () => {
  const widths = ['96385074', '036000291452', '5901234123457', '15400141288763'].map((gtin) => barsOf(gtin)?.length)
  expect(widths).toEqual([67, 95, 95, 135])
  expect(barsOf('036000291452')).toBe(barsOf('0036000291452'))
})

test('no two numbers have the same bars', () => {
  const all = Array.from({ length: 1000 }, (_, n) => barsOf(shopGtin(String(n).padStart(10, '0'))))
  expect(new Set(all).size).toBe(1000)
})

test('what is no GTIN has no bars', () => {
  expect(['', '123', '59012341234571234', '59012341234AB'].map(barsOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a path has a stroke for each dark run, within the quiet zones', () => {
  expect(pathOfBars('1011')).toBe('M11 0h1v1h-1zM13 0h2v1h-2z')
})

test('a number of the shop has the check digit of GS1', () => {
  // 200000000001?: 3 × (0+0+0+0+0+1) + 2 = 5, so 5.
  expect(shopGtin('0000000001')).toBe('2000000000015')
})
