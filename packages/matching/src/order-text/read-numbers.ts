// SPDX-License-Identifier: Apache-2.0
import { countingWords, englishTens, fractions, multipliers, shifts, verbStems } from './number-words.ts'
import type { Token } from './tokens.ts'
import type { UnitWord } from './units.ts'

/** Words that make `do` or a number that sounds like a particle no number. */
const afterKe = new Set(['کی', 'ke', 'kay'])

/**
 * Number words become numbers; all else stays: `dhai sau` is 250, `paune do` is 1.75, `twenty five` is 25.
 *
 * @param units The unit words: `sawa` and `adha` before one are numbers of their own, and so is `a`.
 */
export function readNumbers(tokens: readonly Token[], units: ReadonlyMap<string, UnitWord>): Token[] {
  const out: Token[] = []
  let i = 0
  while (i < tokens.length) {
    const found = numberAt(tokens, i, units)
    const token = tokens[i] as Token
    if (found) {
      const last = tokens[i + found.length - 1] as Token
      const text = tokens.slice(i, i + found.length).map((one) => one.text)
      out.push({
        ...token,
        kind: 'number',
        plain: String(found.value),
        value: found.value,
        text: text.join(' '),
        end: last.end,
      })
      i += found.length
    } else {
      out.push(token)
      i += 1
    }
  }
  return out
}

type Found = { readonly value: number; readonly length: number }

function numberAt(tokens: readonly Token[], at: number, units: ReadonlyMap<string, UnitWord>): Found | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const isUnit = (i: number) => units.has(tokens[i]?.plain ?? '')
  const shift = shifts.get(token.plain)
  if (shift !== undefined && token.kind === 'word') {
    const next = whole(tokens, at + 1)
    const multiple = multipliers.get(tokens[at + 1]?.plain ?? '')
    if (multiple !== undefined) return { value: (1 + shift) * multiple, length: 2 }
    if (next) return scaled(tokens, at, { value: next.value + shift, length: next.length + 1 })
    return isUnit(at + 1) ? { value: 1 + shift, length: 1 } : undefined
  }
  const fraction = token.kind === 'word' ? fractions.get(token.plain) : undefined
  if (fraction !== undefined) return scaled(tokens, at, { value: fraction, length: 1 })
  // A dozen is one dozen; `so many a piece` is not meant.
  if (
    (token.plain === 'a' || token.plain === 'an') &&
    isUnit(at + 1) &&
    units.get(tokens[at + 1]?.plain ?? '')?.kind !== 'piece'
  )
    return { value: 1, length: 1 }
  const first = whole(tokens, at)
  if (first) return scaled(tokens, at, first)
  const multiple = token.kind === 'word' ? multipliers.get(token.plain) : undefined
  return multiple === undefined ? undefined : afterMultiple(tokens, at, { value: multiple, length: 1 })
}

/** A counting word, or English tens and a unit. Figures count only before a multiplier. */
function whole(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.kind === 'number') {
    // Figures are left alone unless a word works on them: `2 hazar`, `paune 2`.
    const worked = multipliers.has(tokens[at + 1]?.plain ?? '') || shifts.has(tokens[at - 1]?.plain ?? '')
    return worked ? { value: token.value, length: 1 } : undefined
  }
  const value = countingWords.get(token.plain)
  if (value === undefined || isParticle(tokens, at)) return undefined
  const next = countingWords.get(tokens[at + 1]?.plain ?? '')
  if (englishTens.has(token.plain) && next !== undefined && next < 10) return { value: value + next, length: 2 }
  return { value, length: 1 }
}

function isParticle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.plain ?? ''
  const plain = tokens[at]?.plain ?? ''
  if (plain === 'do' || plain === 'دو') return verbStems.has(before)
  return plain === 'ساتہ' ? afterKe.has(before) : false
}

/** `derh sau`, `two thousand five hundred`. */
function scaled(tokens: readonly Token[], at: number, first: Found): Found {
  const multiple = multipliers.get(tokens[at + first.length]?.plain ?? '')
  if (multiple === undefined) return first
  return afterMultiple(tokens, at, { value: first.value * multiple, length: first.length + 1 })
}

function afterMultiple(tokens: readonly Token[], at: number, sofar: Found): Found {
  let { value, length } = sofar
  const isAnd = tokens[at + length]?.plain === 'and'
  const next = whole(tokens, at + length + (isAnd ? 1 : 0))
  if (!next) return sofar
  const multiple = multipliers.get(tokens[at + length + (isAnd ? 1 : 0) + next.length]?.plain ?? '')
  const added = next.value * (multiple ?? 1)
  // What follows must be smaller: `sau panch` is 105, `sau do sau` are two numbers.
  if (added >= smallestPart(value)) return sofar
  value += added
  length += (isAnd ? 1 : 0) + next.length + (multiple === undefined ? 0 : 1)
  return multiple === undefined ? { value, length } : afterMultiple(tokens, at, { value, length })
}

/** The size of the last part of a number: 100 in 2,300. */
function smallestPart(value: number): number {
  let part = 1
  while (value % (part * 10) === 0 && part < 1e6) part *= 10
  return part
}
