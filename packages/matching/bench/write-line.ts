// SPDX-License-Identifier: Apache-2.0
import type { PlainDate, Random } from '@resham/base'
import type { BankLine, Direction } from '../src/index.ts'
import { familyNames, firstNames } from './invented-names.ts'
import type { Payer } from './payers-of-a-year.ts'

type Paid = {
  readonly id: string
  readonly day: PlainDate
  readonly direction: Direction
  readonly amount: number
  /** Numbers of the documents paid. */
  readonly numbers: readonly string[]
}

/** How a bank writes one payment: cut off, misspelt, without a name, with half a number. A stranger when no payer. */
export function writeLine(random: Random, payer: Payer | null, paid: Paid): BankLine {
  const name = payer === null ? strangerOf(random) : nameAsWritten(random, payer)
  const where = payer === null ? (random.next() < 0.5 ? 'payer' : 'narrative') : payer.bankNames
  const reference =
    payer !== null && random.next() < payer.referenceShare ? referenceAsWritten(random, paid.numbers) : ''
  const narrative = narrativeOf(random, where === 'narrative' ? name : '', reference, paid.direction)
  return {
    id: paid.id,
    day: paid.day,
    direction: paid.direction,
    amountMinor: BigInt(paid.amount),
    currency: 'PKR',
    payer: where === 'payer' ? cut(random, name, 22) : null,
    account: payer?.account ?? null,
    narrative: cut(random, narrative, 44),
  }
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random.integer(list.length)] as T
const spellings = (word: string) => word.split(',')

function nameAsWritten(random: Random, payer: Payer): string {
  const inUrdu = payer.script === 'urdu' && random.next() < 0.8
  const words = payer.paysAs.map(([latin, urdu]) => {
    if (inUrdu) return urdu
    const written = random.next() < 0.65 ? (spellings(latin)[0] ?? '') : pick(random, spellings(latin))
    return random.next() < 0.04 ? slip(random, written) : written
  })
  const text = (random.next() < 0.06 ? [...words].reverse() : words).join(' ').replace(/\s+/g, ' ').trim()
  return random.next() < 0.5 ? text.toUpperCase() : text
}

/** A letter left out, doubled, or two that change places. */
function slip(random: Random, word: string): string {
  if (word.length < 4) return word
  const at = 1 + random.integer(word.length - 2)
  const kind = random.integer(3)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at)
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

function strangerOf(random: Random): string {
  return [pick(random, firstNames), pick(random, familyNames)]
    .map(([latin]) => spellings(latin)[0] ?? '')
    .join(' ')
    .toUpperCase()
}

function referenceAsWritten(random: Random, numbers: readonly string[]): string {
  const digits = numbers.map((number) => number.match(/\d+$/)?.[0] ?? '').map((tail) => tail.replace(/^0+/, ''))
  if (digits.length === 0) return ''
  // Somebody copies a wrong number.
  if (random.next() < 0.03) return `INV ${1 + random.integer(4_000)}`
  const way = random.next()
  if (way < 0.3) return numbers.join(',')
  if (way < 0.6) return `inv ${digits.join(',')}`
  if (way < 0.75) return `bill no ${digits.join(' ')}`
  if (way < 0.9) return digits.join('/')
  return `payment of ${digits[0]}`
}

function narrativeOf(random: Random, name: string, reference: string, direction: Direction): string {
  const serial = String(1e5 + random.integer(9e5))
  if (name === '' && reference === '')
    return pick(random, [`CHQ DEP ${serial} CLG`, `ONLINE TRF ${serial}`, `RAAST P2P ${serial}`])
  const towards = direction === 'in' ? 'FROM' : 'TO'
  return pick(random, [
    `IBFT ${towards} ${name} ${reference} HBL${serial}`,
    `${name} ${reference}`,
    `RAAST ${towards} ${name} STAN${serial} ${reference}`,
    `FT ${serial} ${name} ${reference} INTERNET BANKING`,
    `${reference} ${name} 03${String(1e8 + random.integer(9e8))}`,
  ])
    .replace(/\s+/g, ' ')
    .trim()
}

/** Banks keep so many letters and no more. */
function cut(random: Random, text: string, length: number): string {
  return random.next() < 0.3 ? text.slice(0, length) : text
}
