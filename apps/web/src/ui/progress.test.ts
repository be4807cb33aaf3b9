// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { makeWords } from '../i18n/words.ts'
import { progressInWords, secondsLeft } from './progress.ts'

const words = makeWords({ language: 'en', digits: 'western', theme: 'system', grouping: 'lakh', timeZone: 'UTC' })
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
const half = {
  done: 211_000,
  total: 320_705,
  unit: 'lines',
  startedAt: '2026-11-24T09:30:00Z',
  updatedAt: '2026-11-24T09:30:08Z',
}

describe('progress', () => {
  it('is told with counts and the time left', () => {
    expect(plain(progressInWords(half, words))).toBe('2,11,000 of 3,20,705 lines, about 4 seconds')
  })

  it('says no time before there is a pace, nor at the end', () => {
    expect(secondsLeft({ ...half, done: 0 })).toBeNull()
    expect(secondsLeft({ ...half, startedAt: null })).toBeNull()
    expect(secondsLeft({ ...half, done: 320_705 })).toBeNull()
  })

  it('counts without a total', () => {
    expect(plain(progressInWords({ ...half, total: null }, words))).toBe('2,11,000 lines so far')
  })
})
