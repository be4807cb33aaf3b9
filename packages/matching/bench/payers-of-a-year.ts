// SPDX-License-Identifier: Apache-2.0
import type { Random } from '@resham/base'
import type { Deduction, Direction, Party } from '../src/index.ts'
import { deductions } from './deductions.ts'
import { companyWords, familyNames, firmNames, firstNames, trades } from './invented-names.ts'

type Word = readonly [string, string]

/** A customer or supplier, how it pays or is paid, and how the bank comes to write its name. */
export type Payer = {
  readonly party: Party
  readonly direction: Direction
  /** The words of its name with their spellings, and of the name under which its money comes. */
  readonly words: readonly Word[]
  readonly paysAs: readonly Word[]
  readonly script: 'latin' | 'urdu'
  readonly account: string | null
  readonly bankNames: 'payer' | 'narrative' | 'none'
  readonly referenceShare: number
  readonly manner: 'each' | 'several' | 'on-account'
  readonly everyDays: number
  readonly partShare: number
  readonly feeShare: number
  readonly deduction: Deduction | null
  readonly termsDays: number
  readonly delayDays: number
  readonly delaySpread: number
  readonly documentsADay: number
  readonly taxed: boolean
  /** Letters before the numbers of a supplier's bills. */
  readonly series: string
}

export function makePayers(random: Random): Payer[] {
  const names = new Set<string>()
  const payers: Payer[] = []
  while (payers.length < 230) {
    const words = nameOf(random)
    // The books are kept in Latin letters mostly, in Urdu by some.
    const name = words.map((word) => (payers.length % 6 === 0 ? word[1] : (word[0].split(',')[0] ?? ''))).join(' ')
    if (names.has(name)) continue
    names.add(name)
    payers.push(makePayer(random, payers.length, name, words))
  }
  return payers
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random.integer(list.length)] as T

function nameOf(random: Random): Word[] {
  const kind = random.next()
  if (kind < 0.3)
    return [pick(random, firstNames), pick(random, firstNames), pick(random, familyNames)].slice(
      0,
      2 + random.integer(2),
    )
  const front = kind < 0.65 ? pick(random, firmNames) : pick(random, random.next() < 0.5 ? firstNames : familyNames)
  const middle = random.next() < 0.7 ? [pick(random, trades)] : []
  return [front, ...middle, pick(random, companyWords)]
}

function makePayer(random: Random, at: number, name: string, words: readonly Word[]): Payer {
  const direction: Direction = at < 180 ? 'in' : 'out'
  const manner = random.next()
  const bank = random.next()
  const otherName =
    random.next() < 0.12 ? [pick(random, firstNames), pick(random, firstNames), pick(random, familyNames)] : words
  return {
    party: { id: `p${at}`, name },
    direction,
    words,
    paysAs: direction === 'in' ? otherName : words,
    script: random.next() < 0.2 ? 'urdu' : 'latin',
    account:
      random.next() < 0.45
        ? `PK${10 + random.integer(90)}HABB${String(1e9 + random.integer(9e9)).padStart(16, '0')}`
        : null,
    bankNames: bank < 0.45 ? 'payer' : bank < 0.9 ? 'narrative' : 'none',
    referenceShare: random.next() < 0.5 ? 0.75 : 0.1,
    manner: manner < 0.72 ? 'each' : manner < 0.9 ? 'several' : 'on-account',
    everyDays: 7 + random.integer(20),
    partShare: random.next() < 0.15 ? 0.4 : 0.02,
    feeShare: random.next() < 0.2 ? 0.5 : 0.01,
    deduction: random.next() < 0.25 ? pick(random, deductions) : null,
    termsDays: [0, 7, 15, 30][random.integer(4)] as number,
    delayDays: [0, 2, 5, 12, 25][random.integer(5)] as number,
    delaySpread: 1 + 5 * random.next(),
    documentsADay: 0.02 + 0.1 * random.next() ** 1.5,
    taxed: random.next() < 0.4,
    series: pick(random, ['SB/', 'B-', 'KT-', 'No. ', '']),
  }
}
