// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from './catalogue.ts'
import * as say from './order-words.ts'
import type { Token } from './tokens.ts'
import type { OrderableItem } from './types.ts'
import type { UnitWord } from './units.ts'

/** What a token, or a few together, say in an order. */
export type Element =
  | { readonly kind: 'word'; readonly written: string }
  | { readonly kind: 'item'; readonly item: OrderableItem }
  | { readonly kind: 'size'; readonly value: number }
  /** `36 inch`, `5 kg`: how many, or which one; `value` in units of `base`. */
  | {
      readonly kind: 'measure'
      readonly base: string
      readonly value: number
      readonly amount: number
      readonly word: string
    }
  | Quantity
  | { readonly kind: 'price'; readonly text: string }
  | { readonly kind: 'break' | 'cancel' | 'correct' | 'set' | 'not-before' | 'not-after' }

export type Quantity = {
  readonly kind: 'quantity'
  readonly amount: number
  /** A dozen of them, or 1. */
  readonly factor: number
  readonly unit: UnitWord | null
  /** As it was written; null for a bare number. */
  readonly word: string | null
  /** A word right behind a bare number that nothing is called by: a unit that is not known, perhaps. */
  readonly unknownUnit?: string
  /** `10-12`: the other end. */
  readonly upTo?: number
}

/** What the reading of elements leans on. */
export type Reading = { readonly catalogue: Catalogue; readonly units: ReadonlyMap<string, UnitWord> }

/** Reads one element at a place: what it is and how many tokens it took; null: it says nothing. */
type Taken = { readonly element: Element | null; readonly length: number }
type Reader = (tokens: readonly Token[], at: number, reading: Reading) => Taken | undefined

const readers: readonly Reader[] = [codeAt, priceAt, sizeAt, numberAt, unitFirstAt, signAt, joinedAt, saidAt]

/** The elements of one line, in order. */
export function elementsOf(tokens: readonly Token[], reading: Reading): Element[] {
  const out: Element[] = []
  let at = isSerial(tokens) ? 2 : 0
  while (at < tokens.length) {
    let taken: Taken | undefined
    for (const reader of readers) {
      taken = reader(tokens, at, reading)
      if (taken) break
    }
    if (taken?.element) out.push(taken.element)
    else if (!taken) out.push({ kind: 'word', written: tokens[at]?.plain ?? '' })
    at += taken?.length ?? 1
  }
  return out
}

/** `1.` and `2)` at the head of a line. */
function isSerial(tokens: readonly Token[]): boolean {
  const [first, sign] = tokens
  return (
    first?.kind === 'number' &&
    tokens.length > 2 &&
    (sign?.plain === '.' || sign?.plain === ')') &&
    Number.isInteger(first.value)
  )
}

function codeAt(tokens: readonly Token[], at: number, { catalogue }: Reading): Taken | undefined {
  let text = ''
  let found: Taken | undefined
  for (let i = at; i < tokens.length && i < at + 8; i++) {
    const token = tokens[i] as Token
    if (i > at && token.start !== tokens[i - 1]?.end) break
    text += token.text
    // A code of letters alone counts only when written as a code is: `net` is a word, `NET` may be one.
    const item = /[a-z]/.test(text) && !/\d/.test(text) ? undefined : catalogue.byCode.get(text.toUpperCase())
    const isLongNumber = !/^\d+$/.test(text) || text.length >= 4
    if (item && isLongNumber) found = { element: { kind: 'item', item }, length: i - at + 1 }
  }
  return found
}

const plainAt = (tokens: readonly Token[], at: number) => tokens[at]?.plain ?? ''
const isNumber = (tokens: readonly Token[], at: number) => tokens[at]?.kind === 'number'
const quiet = new Set(['-', ':', '\t', '=', '|', '.'])

/** Index of the next token that is no quiet sign. */
function pastQuiet(tokens: readonly Token[], at: number): number {
  let i = at
  while (quiet.has(plainAt(tokens, i))) i += 1
  return i
}

function priceAt(tokens: readonly Token[], at: number, { units, catalogue }: Reading): Taken | undefined {
  const plain = plainAt(tokens, at)
  if (plain === '@' || plain === '$' || say.priceBefore.has(plain)) {
    let number = pastQuiet(tokens, at + 1)
    // "@ Rs 1,800", "rate: Rs. 50".
    if (plainAt(tokens, number) === '$' || say.priceBefore.has(plainAt(tokens, number)))
      number = pastQuiet(tokens, number + 1)
    const isUnit = units.has(plainAt(tokens, number + 1))
    if (!isNumber(tokens, number) || (plain === 'at' && isUnit)) return undefined
    return { element: { kind: 'price', text: plainAt(tokens, number) }, length: number - at + 1 }
  }
  if (!isNumber(tokens, at)) return undefined
  const after = plainAt(tokens, at + 1)
  const dashed = after === '/' && plainAt(tokens, at + 2) === '-'
  if (!dashed && !say.priceBehind.has(after)) return undefined
  // "5 wala" is no price where it is all that is said of how many; "450 wali 50 piece" is one.
  const isAlone = !tokens.some((token, i) => token.kind === 'number' && i !== at)
  const isName = catalogue.joinWords(after, plainAt(tokens, at + 2)) !== undefined
  if (say.likeWala.has(after) && (isAlone || isName)) return undefined
  return { element: { kind: 'price', text: plain }, length: dashed ? 3 : 2 }
}

/** `size 5`, `no. 4`, `5 number`. */
function sizeAt(tokens: readonly Token[], at: number, { units }: Reading): Taken | undefined {
  const isNo = (i: number) => plainAt(tokens, i) === 'no'
  const isSize = (i: number) => units.get(plainAt(tokens, i))?.kind === 'size'
  if (isNumber(tokens, at)) {
    const dot = plainAt(tokens, at + 2) === '.' ? 1 : 0
    const nameless = plainAt(tokens, at + 1)
    if (!isSize(at + 1) && !isNo(at + 1)) return undefined
    // "10 size 5": the size is what follows.
    const follows = isNumber(tokens, at + 2 + dot) && /^(size|sizes|sz|saiz|سایز)$/.test(nameless)
    if (follows) return undefined
    return { element: { kind: 'size', value: tokens[at]?.value ?? 0 }, length: 2 + dot }
  }
  if (!isSize(at) && !isNo(at)) return undefined
  const number = pastQuiet(tokens, at + 1)
  if (!isNumber(tokens, number)) return isNo(at) ? undefined : { element: null, length: 1 }
  return { element: { kind: 'size', value: tokens[number]?.value ?? 0 }, length: number - at + 1 }
}

function numberAt(tokens: readonly Token[], at: number, reading: Reading): Taken | undefined {
  if (!isNumber(tokens, at)) return undefined
  const { units } = reading
  const first = tokens[at] as Token
  const end = tokens[at + 2]
  const isRange =
    plainAt(tokens, at + 1) === '-' &&
    end?.kind === 'number' &&
    end.start === tokens[at + 1]?.end &&
    first.end === tokens[at + 1]?.start
  const past = at + (isRange ? 3 : 1)
  const unit = plainAt(tokens, past) === '"' ? units.get('inch') : units.get(plainAt(tokens, past))
  const word = tokens[past]?.text ?? null
  if (unit?.kind === 'measure' && !isRange) {
    const value = (first.value * unit.milli) / 1000
    return {
      element: { kind: 'measure', base: unit.base, value, amount: first.value, word: word ?? '' },
      length: past - at + 1,
    }
  }
  const bare = { kind: 'quantity' as const, amount: first.value, ...(isRange ? { upTo: end.value } : {}) }
  if (unit?.kind === 'count') {
    const inner = units.get(plainAt(tokens, past + 1))
    const isInner = inner?.kind === 'pair' || inner?.kind === 'piece'
    return {
      element: { ...bare, factor: unit.factor, unit: isInner ? inner : null, word },
      length: past - at + (isInner ? 2 : 1),
    }
  }
  if (unit && unit.kind !== 'size' && unit.kind !== 'measure')
    return { element: { ...bare, factor: 1, unit, word }, length: past - at + 1 }
  const unknownUnit = isUnknown(tokens, past, reading) ? { unknownUnit: tokens[past]?.text ?? '' } : {}
  return { element: { ...bare, ...unknownUnit, factor: 1, unit: null, word: null }, length: past - at }
}

/** A word that is neither goods nor talk. */
function isUnknown(tokens: readonly Token[], at: number, { catalogue, units }: Reading): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || token.plain.length < 3 || units.has(token.plain)) return false
  if (catalogue.likeWord(token.plain).length > 0 || catalogue.splitWord(token.plain)) return false
  const next = tokens[at + 1]
  return saidAt(tokens, at) === undefined && !(next?.kind === 'word' && catalogue.joinWords(token.plain, next.plain))
}

/** `pcs 20`, `bags - 8`; a unit that stands alone: `darjan football`. */
function unitFirstAt(tokens: readonly Token[], at: number, { units }: Reading): Taken | undefined {
  const unit = units.get(plainAt(tokens, at))
  if (!unit || unit.kind === 'measure' || unit.kind === 'size') return undefined
  const number = pastQuiet(tokens, at + 1)
  const own = units.get(plainAt(tokens, number + 1))
  const isOwn = own !== undefined && own.kind !== 'size'
  if (isNumber(tokens, number) && !isOwn && unit.kind !== 'count')
    return {
      element: {
        kind: 'quantity',
        amount: tokens[number]?.value ?? 0,
        factor: 1,
        unit,
        word: tokens[at]?.text ?? null,
      },
      length: number - at + 1,
    }
  // "Bag" and "set" are in names too; a lone "piece" says nothing.
  return unit.kind === 'pack' ? undefined : { element: null, length: 1 }
}

function signAt(tokens: readonly Token[], at: number): Taken | undefined {
  const token = tokens[at]
  if (token?.kind !== 'sign') return undefined
  const isBreak =
    token.plain === ',' || token.plain === ';' || token.plain === '+' || token.plain === '&' || isFullStop(tokens, at)
  return { element: isBreak ? { kind: 'break' } : null, length: 1 }
}

/** A stop ends a sentence, unless it ends a short form: `Rs.`, `no.`. */
function isFullStop(tokens: readonly Token[], at: number): boolean {
  if (plainAt(tokens, at) !== '.') return false
  if (tokens[at]?.text === '۔') return true
  const before = tokens[at - 1]
  return before?.kind === 'number' || (before?.text.length ?? 0) >= 4
}

/** Two words that are one in the catalogue: `foot ball`. */
function joinedAt(tokens: readonly Token[], at: number, { catalogue }: Reading): Taken | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]]
  if (first?.kind !== 'word' || second?.kind !== 'word') return undefined
  const word = catalogue.joinWords(first.plain, second.plain)
  return word === undefined ? undefined : { element: { kind: 'word', written: word }, length: 2 }
}

/** Words that say something of the line, or nothing. */
function saidAt(tokens: readonly Token[], at: number): Taken | undefined {
  const plain = plainAt(tokens, at)
  const one = (kind: 'break' | 'cancel' | 'correct' | 'set' | 'not-before' | 'not-after') => ({
    element: { kind },
    length: 1,
  })
  if (plain === 'x' || say.quantityBefore.has(plain)) return { element: null, length: 1 }
  if (say.joiners.has(plain)) return one('break')
  if (say.notWords.has(plain))
    return one(/^(chah|chay|chai|چاہ|mat|bhej|بہیج)/.test(plainAt(tokens, at + 1)) ? 'cancel' : 'not-before')
  if (say.cancelWords.has(plain)) return one('cancel')
  if (say.insteadBehind.has(plain)) return one('not-before')
  if (plain === 'instead') return one('not-after')
  if (say.corrections.has(plain)) return one('correct')
  if (say.settingVerbs.has(plain)) return one('set')
  if (say.englishNot.has(plain)) return one('not-after')
  return say.courtesies.has(plain) ? { element: null, length: 1 } : undefined
}
