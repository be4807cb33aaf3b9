// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Catalogue } from './catalogue.ts'
import type { Element } from './elements.ts'
import { type LineRead, readLine } from './read-line.ts'
import { quantitiesOf, type Segment } from './segments.ts'
import type { ReadLine } from './types.ts'

/** An order while it is read: lines come, are put right, are taken back. */
export type OrderInHand = {
  lines: { read: LineRead; sender: string | null }[]
  context: readonly string[]
  /** "Sorry," was said: what follows puts right. */
  correcting: boolean
  cancelled: string[]
  passedOver: string[]
}

/** A mention without a number must be this sure to count as a wish. */
const leastScoreWithoutNumber = 0.78
/** What is taken back, or put right, must be this like a line that stands. */
const leastLikeLine = 0.5

type Said = { readonly text: string; readonly day: PlainDate | null; readonly sender: string | null }

/** Takes one segment into the order. */
export function takeSegment(order: OrderInHand, catalogue: Catalogue, segment: Segment, said: Said): void {
  const { elements } = segment
  const names = elements.some(({ kind }) => kind === 'word' || kind === 'item' || kind === 'size' || kind === 'measure')
  const corrects = segment.corrects || order.correcting
  order.correcting = false
  if (segment.cancels) {
    takeBack(order, catalogue, elements, names, said.text)
    return
  }
  const counts = quantitiesOf(elements).length > 0
  if (!names && !counts) {
    order.correcting = segment.corrects
    return
  }
  if (!names) {
    takeNumber(order, catalogue, elements, corrects, said)
    return
  }
  const read = readLine(catalogue, elements, { ...said, context: order.context })
  if (!counts && read.score < leastScoreWithoutNumber) {
    order.passedOver.push(said.text)
    return
  }
  if (corrects && counts && putRight(order, catalogue, read, elements)) return
  addLine(order, read, said.sender)
}

/** A number alone: for the line that waits for one, or instead of the last one. */
function takeNumber(
  order: OrderInHand,
  catalogue: Catalogue,
  elements: readonly Element[],
  corrects: boolean,
  said: Said,
): void {
  const last = order.lines[order.lines.length - 1]
  const waits = last?.read.line.told === null
  if (last && (corrects || waits)) {
    last.read = recount(catalogue, last.read, elements)
    return
  }
  // A number that belongs to nothing: asked, never dropped.
  order.lines.push({ read: readLine(catalogue, elements, { ...said, context: [] }), sender: said.sender })
}

/** The same line with another number. */
function recount(catalogue: Catalogue, before: LineRead, elements: readonly Element[]): LineRead {
  const item =
    before.line.itemId === null ? undefined : catalogue.forms.find(({ item }) => item.id === before.line.itemId)?.item
  const numbers = elements.filter(({ kind }) => kind === 'quantity' || kind === 'price')
  const named: readonly Element[] = item ? [{ kind: 'item', item }, ...numbers] : numbers
  const again = readLine(catalogue, named, { text: before.line.text, day: before.line.day, context: [] }).line
  const kept = before.line.asks.filter((ask) => ask.kind === 'which-item' || ask.kind === 'unknown-item')
  const numberAsks = again.asks.filter((ask) => ask.kind !== 'which-item' && ask.kind !== 'unknown-item')
  const { candidates, itemId } = before.line
  const line = { ...again, candidates, itemId, price: again.price ?? before.line.price, asks: [...kept, ...numberAsks] }
  return { ...before, line }
}

/** The line that is spoken of again, if there is one. */
function lineSpokenOf(order: OrderInHand, read: LineRead): { read: LineRead } | undefined {
  const ids = read.line.itemId === null ? read.line.candidates.map(({ itemId }) => itemId) : [read.line.itemId]
  const [likeliest] = ids
  const known = order.lines.filter(({ read: { line } }) =>
    line.itemId === null ? line.candidates[0]?.itemId === likeliest : ids.includes(line.itemId),
  )
  return known.length === 1 ? known[0] : undefined
}

function putRight(order: OrderInHand, catalogue: Catalogue, read: LineRead, elements: readonly Element[]): boolean {
  const found = lineSpokenOf(order, read)
  if (!found || read.score < leastLikeLine) return false
  found.read = recount(catalogue, found.read, elements)
  return true
}

function takeBack(
  order: OrderInHand,
  catalogue: Catalogue,
  elements: readonly Element[],
  names: boolean,
  text: string,
): void {
  order.cancelled.push(text)
  if (!names) {
    // "Cancel" alone is about what was said last.
    order.lines.pop()
    return
  }
  const read = readLine(catalogue, elements, { text, day: null, context: [] })
  const found = lineSpokenOf(order, read)
  if (found) order.lines = order.lines.filter((line) => line !== found)
  else if (read.score < leastLikeLine) return
  else askAboutAll(order, read)
}

/** Taken back, but which of several lines? Each is asked. */
function askAboutAll(order: OrderInHand, read: LineRead): void {
  const ids = new Set(read.line.candidates.map(({ itemId }) => itemId))
  for (const entry of order.lines) {
    const { line } = entry.read
    if (line.itemId === null || !ids.has(line.itemId) || line.quantityMilli === null) continue
    entry.read = { ...entry.read, line: asking(line, [0, line.quantityMilli]) }
  }
}

function asking(line: ReadLine, choices: readonly number[]): ReadLine {
  return { ...line, quantityMilli: null, asks: [...line.asks, { kind: 'said-twice', choices }] }
}

function addLine(order: OrderInHand, read: LineRead, sender: string | null): void {
  order.context = read.words
  const twice =
    read.line.itemId === null ? undefined : order.lines.find(({ read: { line } }) => line.itemId === read.line.itemId)
  if (!twice) {
    order.lines.push({ read, sender })
    return
  }
  const [a, b] = [twice.read.line.quantityMilli, read.line.quantityMilli]
  // The same number twice, or a number for a line that had none, needs no question.
  if (b === null || a === b) return
  if (a === null) twice.read = read
  else twice.read = { ...twice.read, line: asking(twice.read.line, [b, a + b]) }
}
