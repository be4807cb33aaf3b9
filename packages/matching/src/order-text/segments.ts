// SPDX-License-Identifier: Apache-2.0
import type { Element, Quantity } from './elements.ts'

/** What is said of one thing: a line of an order, a correction, or something taken back. */
export type Segment = {
  readonly elements: readonly Element[]
  readonly cancels: boolean
  /** What was said before is put right. */
  readonly corrects: boolean
}

/** Decides for a measure whether it tells which item (`36 inch`) or how much (`5 kg`). */
export type IsAttribute = (measure: Extract<Element, { kind: 'measure' }>, around: readonly Element[]) => boolean

/**
 * Cuts the elements of a line into segments: at breaks, then where quantities and names take turns. One at a time: what
 * a measure means may hang on the segment before.
 */
export function* segmentsOf(elements: readonly Element[], isAttribute: IsAttribute): Generator<Segment> {
  const parts: Element[][] = [[]]
  for (const element of elements) {
    if (element.kind === 'break') parts.push([])
    else parts[parts.length - 1]?.push(element)
  }
  for (const part of parts) if (part.length > 0) yield* segmentsOfPart(part, isAttribute)
}

function segmentsOfPart(part: readonly Element[], isAttribute: IsAttribute): Segment[] {
  const cancels = part.some(({ kind }) => kind === 'cancel')
  const settled = part.map((element) => settleMeasure(element, part, isAttribute))
  const { kept, dropped } = dropDenied(settled)
  const corrects = dropped || kept.some(({ kind }) => kind === 'correct' || kind === 'set' || kind === 'not-before')
  return splitByTurns(kept).map((elements) => ({ elements, cancels, corrects }))
}

/** A measure that tells how much becomes a quantity in its unit. */
function settleMeasure(element: Element, part: readonly Element[], isAttribute: IsAttribute): Element {
  if (element.kind !== 'measure' || isAttribute(element, part)) return element
  const unit = {
    kind: 'measure' as const,
    base: element.base,
    milli: Math.round((element.value / element.amount) * 1e6) / 1e3,
  }
  return { kind: 'quantity', amount: element.amount, factor: 1, unit, word: element.word }
}

/** `10 nahi 12`, `20 not 10`, `instead of 10 make 15`: the number that is denied goes. */
function dropDenied(elements: readonly Element[]): { kept: Element[]; dropped: boolean } {
  const denied = new Set<number>()
  elements.forEach(({ kind }, at) => {
    const before = findQuantity(elements, at, -1)
    const after = findQuantity(elements, at, 1)
    if (kind === 'not-before' && before !== undefined && after !== undefined) denied.add(before)
    const alone = before === undefined && elements.filter((one) => one.kind === 'quantity').length < 2
    if (kind === 'not-after' && after !== undefined && !alone) denied.add(after)
  })
  return { kept: elements.filter((_, at) => !denied.has(at)), dropped: denied.size > 0 }
}

function findQuantity(elements: readonly Element[], from: number, step: 1 | -1): number | undefined {
  for (let i = from + step; i >= 0 && i < elements.length; i += step) if (elements[i]?.kind === 'quantity') return i
  return undefined
}

const names = (element: Element) =>
  element.kind === 'word' || element.kind === 'item' || element.kind === 'size' || element.kind === 'measure'

/** `daal 5 kg chawal 3 kg` is two lines; `50 football size 5` is one. */
function splitByTurns(elements: readonly Element[]): Element[][] {
  const turns: ('name' | 'quantity')[] = []
  for (const element of elements) {
    const turn = names(element) ? 'name' : element.kind === 'quantity' ? 'quantity' : undefined
    if (turn && turn !== turns[turns.length - 1]) turns.push(turn)
  }
  const quantities = turns.filter((turn) => turn === 'quantity').length
  if (quantities < 2) return [[...elements]]
  const [first, last] = [turns[0], turns[turns.length - 1]]
  if (first === 'name' && last === 'quantity')
    return cut(elements, (before, element) => before.kind === 'quantity' && names(element))
  if (first === 'quantity' && last === 'name')
    return cut(elements, (before, element) => names(before) && element.kind === 'quantity')
  return first === 'name' ? cutAtRepeat(elements) : [[...elements]]
}

/** Cuts before an element where what stands before it says so; what says nothing of names or quantities is looked past. */
function cut(elements: readonly Element[], isCut: (before: Element, element: Element) => boolean): Element[][] {
  const out: Element[][] = [[]]
  let before: Element | undefined
  for (const element of elements) {
    const counts = names(element) || element.kind === 'quantity'
    if (before && counts && isCut(before, element)) out.push([])
    out[out.length - 1]?.push(element)
    if (counts) before = element
  }
  return out
}

/** `bat 5 english bat 7 kashmir`: each line begins with the same word. */
function cutAtRepeat(elements: readonly Element[]): Element[][] {
  const first = elements.find((element) => element.kind === 'word')
  const out: Element[][] = []
  for (const element of elements) {
    const repeats = element.kind === 'word' && element.written === (first?.kind === 'word' ? first.written : '')
    if (repeats || out.length === 0) out.push([])
    out[out.length - 1]?.push(element)
  }
  return out
}

/** The quantities of a segment. */
export const quantitiesOf = (elements: readonly Element[]) =>
  elements.filter((one): one is Quantity => one.kind === 'quantity')
