// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { readers } from '../words.testing.ts'
import { statusInWords } from './view.ts'

const words = readers.en
const say = (growth: number | null, status: 'steady' | 'lost' = 'steady') => statusInWords({ status, growth }, words)

describe('how something stands', () => {
  test('never says steady of what its story calls rising or falling', () => {
    expect([0.05, 0.4, -0.05, -0.3].map((growth) => say(growth))).toEqual(['rising', 'rising', 'falling', 'falling'])
  })
  test('never says rising or falling of what its story calls steady', () => {
    expect([0, 0.049, -0.049].map((growth) => say(growth))).toEqual(['steady', 'steady', 'steady'])
  })
  test('is silent when there is too little to say, and tells what has gone quiet', () => {
    expect([say(null), say(-1, 'lost')]).toEqual(['', 'gone quiet'])
  })
})
