// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { learnCategories, suggestCategory } from './suggest-category.ts'

const shop = learnCategories([
  { name: 'Match football size 5', category: 'Footballs' },
  { name: 'Training football size 4', category: 'Footballs' },
  { name: 'Cricket bat English willow', category: 'Cricket' },
  { name: 'Cricket ball red', category: 'Cricket' },
  { name: 'Batting gloves', category: 'Cricket' },
  { name: 'Goalkeeper gloves', category: 'Gloves' },
  { name: 'Winter gloves', category: 'Gloves' },
  { name: 'Pump', category: null },
])

describe('a category', () => {
  test('is that of the items called alike, and says by which words', () => {
    expect(suggestCategory(shop, 'Beach football size 3')).toMatchObject({
      category: 'Footballs',
      because: ['football', 'size'],
    })
  })
  test('is found in Urdu script too', () =>
    expect(suggestCategory(shop, 'کرکٹ بیٹ')).toMatchObject({ category: 'Cricket' }))
  test('is not guessed for a name with no word of the shop', () => {
    expect(suggestCategory(shop, 'Umbrella')).toEqual({ kind: 'declined', reason: 'no-known-word' })
  })
  test('is not guessed between two', () =>
    expect(suggestCategory(shop, 'gloves batting winter')).toMatchObject({ kind: 'declined' }))
  test('needs two categories to choose from', () => {
    expect(suggestCategory(learnCategories([{ name: 'a b', category: 'One' }]), 'a')).toMatchObject({
      reason: 'too-few-categories',
    })
  })
})
