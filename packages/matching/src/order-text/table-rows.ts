// SPDX-License-Identifier: Apache-2.0
import { footWords, quantityBefore, tableWords } from './order-words.ts'
import type { Token } from './tokens.ts'

/** What the head of a table says of its columns: whether the price stands before the quantity. */
export type TableHead = { readonly priceFirst: boolean }

/** The head of a table of goods: two words of such heads and more, and nothing else. */
export function tableHead(tokens: readonly Token[]): TableHead | undefined {
  const words = tokens.filter(({ kind }) => kind === 'word')
  const said = words.filter(({ plain }) => tableWords.has(plain))
  if (tokens.some(({ kind }) => kind === 'number') || said.length < 2 || said.length < words.length) return undefined
  const at = (is: (plain: string) => boolean) => words.findIndex(({ plain }) => is(plain))
  const price = at((plain) => /^(rate|price|ریٹ|قیمت|قیمہ)$/.test(plain))
  const quantity = at((plain) => quantityBefore.has(plain) && plain !== 'x')
  return { priceFirst: price >= 0 && quantity >= 0 && price < quantity }
}

/** A sum, a tax or what is to pay: the foot of a table. */
export function isTableFoot(tokens: readonly Token[]): boolean {
  const [first] = tokens.filter(({ kind }) => kind === 'word')
  return first !== undefined && footWords.has(first.plain) && tokens.some(({ kind }) => kind === 'number')
}

/**
 * A row of a table: quantity and price where the numbers at its end say which is which, by quantity times price being
 * the amount; with a head, by its order. The tokens come back with the price marked and the amount gone.
 */
export function tableRow(tokens: readonly Token[], head: TableHead | undefined, rowNumber: number): Token[] {
  const at = tokens.flatMap((token, i) => (token.kind === 'number' ? [i] : []))
  const tail = trailing(tokens, at)
  const found =
    tail.length >= 3 ? productOf(tokens, tail, head) : tail.length === 2 && head ? byHead(tail, head) : undefined
  if (!found) return [...tokens]
  const sure = new Set([found.quantity, found.price])
  const kept: Token[] = []
  tokens.forEach((token, i) => {
    const isAmount = i > Math.max(found.quantity, found.price) && token.kind === 'number'
    const isSerial =
      i === 0 && token.kind === 'number' && token.value === rowNumber && !sure.has(i) && at.length > tail.length
    if (isAmount || isSerial) return
    if (i === found.price) kept.push({ ...token, kind: 'sign', plain: '@', text: '@', value: Number.NaN })
    kept.push(token)
  })
  return kept
}

/** Numbers at the end of a row, with at most one short word or sign between two of them. */
function trailing(tokens: readonly Token[], numbers: readonly number[]): number[] {
  const out: number[] = []
  for (const at of [...numbers].reverse()) {
    const next = out[0]
    const between = next === undefined ? tokens.slice(at + 1) : tokens.slice(at + 1, next)
    const words = between.filter(({ kind }) => kind === 'word')
    if (words.length > 1 || between.some(({ plain }) => plain === ',' || plain === ';' || plain === '/')) break
    out.unshift(at)
  }
  return out
}

type Columns = { readonly quantity: number; readonly price: number }

/** Two numbers whose product is the last; the first is the quantity unless the head says otherwise. */
function productOf(
  tokens: readonly Token[],
  tail: readonly number[],
  head: TableHead | undefined,
): Columns | undefined {
  const value = (at: number | undefined) => (at === undefined ? Number.NaN : (tokens[at]?.value ?? Number.NaN))
  const amount = value(tail[tail.length - 1])
  for (let i = tail.length - 3; i >= 0; i--) {
    const [a, b] = [tail[i], tail[i + 1]]
    if (a === undefined || b === undefined) continue
    if (Math.abs(value(a) * value(b) - amount) <= Math.max(0.5, amount * 0.001))
      return head?.priceFirst ? { quantity: b, price: a } : { quantity: a, price: b }
  }
  return undefined
}

function byHead(tail: readonly number[], head: TableHead): Columns | undefined {
  const [a, b] = tail
  if (a === undefined || b === undefined) return undefined
  return head.priceFirst ? { quantity: b, price: a } : { quantity: a, price: b }
}
