// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { otherNames, sameNames } from '../golden/names.ts'
import { compareNames } from './compare-names.ts'
import { foldName } from './fold-name.ts'
import { likeSounds } from './like-sounds.ts'

const like = (a: string, b: string) => compareNames(foldName(a), foldName(b)).similarity
const seed = 20261125
const words = fc.constantFrom(...sameNames.flat().flatMap((name) => name.split(' ')))
const names = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))

test.each(sameNames)('%s and %s are one name', (a, b) => {
  expect(like(a, b)).toBeGreaterThanOrEqual(0.85)
})

test.each(otherNames)('%s and %s are two names', (a, b) => {
  expect(like(a, b)).toBeLessThan(0.85)
})

test('a name is like itself, and likeness looks the same from both sides', () => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      if (foldName(a).words.length > 0) expect(like(a, a)).toBe(1)
      expect(like(a, b)).toBeCloseTo(like(b, a), 12)
      expect(like(a, b)).toBeGreaterThanOrEqual(0)
      expect(like(a, b)).toBeLessThanOrEqual(1)
    }),
    { seed, numRuns: 300 },
  )
})

test('case, spaces, dots and vowel marks change nothing', () => {
  fc.assert(
    fc.property(names, (name) => {
      const otherwise = `  ${name.toUpperCase().split(' ').join(' . ')}.`
      expect(foldName(otherwise)).toEqual(foldName(name))
    }),
    { seed, numRuns: 200 },
  )
  expect(foldName('مُحَمَّد اسلم')).toEqual(foldName('محمد اسلم'))
})

test('the words of a name in another order are still the name', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        words.filter((word) => word !== 'Al'),
        { minLength: 2, maxLength: 3 },
      ),
      (list) => {
        if (foldName(list.join(' ')).words.length < 2) return
        expect(like(list.join(' '), [...list].reverse().join(' '))).toBeGreaterThanOrEqual(0.95)
      },
    ),
    { seed, numRuns: 200 },
  )
})

test('any text whatever is folded, and the likeness is a number', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), names, (text, name) => {
      expect(Number.isFinite(like(text, name))).toBe(true)
    }),
    { seed, numRuns: 100 },
  )
  expect(like('', 'Ali')).toBe(0)
  expect(like('---', '786')).toBe(0)
})

test('sounds alike: a slip costs more than a vowel, a vowel more across one script than across two', () => {
  expect(likeSounds('aslam', 'akram', false)).toBeLessThan(likeSounds('aslam', 'aslem', false))
  expect(likeSounds('aslam', 'aslm', false)).toBeLessThan(likeSounds('aslam', 'aslm', true))
})

test('it says why', () => {
  const reasons = (a: string, b: string) => compareNames(foldName(a), foldName(b)).reasons
  expect(reasons('Bashir Khan', 'Khan Bashir')).toEqual(['other-order'])
  expect(reasons('Ali Raza', 'Ali Raza')).toEqual(['same-name'])
  expect(reasons('Ahmad Sons', 'Ahmad Brothers')).toContain('other-company-word')
  expect(reasons('Shop 5', 'Shop 6')).toEqual(['other-number'])
  expect(reasons('AbdulRehman', 'Abdul Rehman')).toContain('joined-words')
})
