// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { readers } from '../words.testing.ts'
import { monthChips, monthInWords } from './months.ts'

const words = readers.en
const months = ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04']

test('six months stand beside one another, the one that is shown among them', () => {
  expect(monthChips(months, '2026-11', words).map(({ href }) => href)).toEqual(
    ['11', '10', '09', '08', '07', '06'].map((month) => `?month=2026-${month}`),
  )
  expect(monthChips(months, '2026-04', words).at(-1)).toMatchObject({ href: '?month=2026-04', on: true })
  expect(monthChips(['2026-11'], '2026-11', words)).toHaveLength(1)
  expect(monthInWords('2026-11', words)).toBe('November 2026')
})
