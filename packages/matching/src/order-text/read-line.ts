// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Attribute, Catalogue } from './catalogue.ts'
import type { Element, Quantity } from './elements.ts'
import { conceptOf, tellsKind } from './lexicon.ts'
import { countIn } from './quantity.ts'
import { type Mention, type Scored, scoreItems } from './score-items.ts'
import { quantitiesOf } from './segments.ts'
import type { ItemCandidate, OrderAsk, ReadLine } from './types.ts'

/** What a line was read as, with what the next may lean on. */
export type LineRead = {
  readonly line: ReadLine
  /** The words of the item, known or as written: `8 inch 25` after scissors means scissors. */
  readonly words: readonly string[]
  /** How sure the best candidate is, 0 to 1, before the choice. */
  readonly score: number
}

/** An item is taken without asking from here on, and when it is so many times as likely as the next. */
const leastSure = 0.7
const timesTheNext = 3
/** Below this score nothing in the catalogue is meant. */
const leastScore = 0.42
const mostChoices = 6

/**
 * Reads one line: which item, how many, at what price.
 *
 * @param context Words of the line before, for one that names only a size or a colour.
 */
export function readLine(
  catalogue: Catalogue,
  elements: readonly Element[],
  given: { readonly text: string; readonly day: PlainDate | null; readonly context: readonly string[] },
): LineRead {
  const words = wordsOf(elements, catalogue)
  const attributes = attributesOf(elements)
  const coded = elements.find((element) => element.kind === 'item')
  const quantities = quantitiesOf(elements)
  const told = coded ? [] : findItems(catalogue, words, attributes, quantities, given.context)
  const candidates: ItemCandidate[] = coded
    ? [{ itemId: coded.item.id, probability: 1, reasons: [{ code: 'code' }] }]
    : told.map(({ itemId, probability, reasons }) => ({ itemId, probability, reasons })).slice(0, mostChoices)
  const chosen = coded?.item ?? choose(told)
  const asks: OrderAsk[] = []
  if (!chosen) asks.push(askItem(told, words))
  const best = chosen ?? told[0]?.form.item ?? null
  const counted = countTold(best, quantities, told[0]?.form.attributes ?? [], attributes)
  if ('ask' in counted) asks.push(counted.ask)
  const price = elements.find((element) => element.kind === 'price')?.text ?? null
  const [first] = quantities
  return {
    line: {
      text: given.text,
      itemId: chosen?.id ?? null,
      candidates,
      quantityMilli: 'ask' in counted ? null : counted.quantityMilli,
      told: first ? { amount: first.amount, unit: first.word } : null,
      price,
      day: given.day,
      asks,
    },
    words: told[0] && (chosen || words.length === 0) ? told[0].form.words : words,
    score: coded ? 1 : (told[0]?.score ?? 0),
  }
}

function wordsOf(elements: readonly Element[], catalogue: Catalogue): string[] {
  return elements.flatMap((element) => {
    if (element.kind !== 'word') return []
    const [best] = catalogue.likeWord(element.written)
    if (best && best.like === 1) return [element.written]
    return catalogue.splitWord(element.written) ?? [element.written]
  })
}

function attributesOf(elements: readonly Element[]): Attribute[] {
  return elements.flatMap((element): Attribute[] => {
    if (element.kind === 'size') return [{ base: 'size', value: element.value }]
    return element.kind === 'measure' ? [{ base: element.base, value: element.value }] : []
  })
}

function findItems(
  catalogue: Catalogue,
  words: readonly string[],
  attributes: readonly Attribute[],
  quantities: readonly Quantity[],
  context: readonly string[],
): Scored[] {
  // Of several bare numbers one may be the size: "football 5, 10 dozen".
  const spare = quantities.length > 1 ? quantities.filter(({ word }) => word === null).map(({ amount }) => amount) : []
  const own = { words: words.map((written) => ({ written, weight: 1 })), attributes }
  const alone = withSpareSize(catalogue, own, spare)
  const allKnown = words.every((word) => catalogue.likeWord(word).length > 0)
  const headSaid =
    alone[0] && words.some((word) => catalogue.likeWord(word).some((like) => like.word === alone[0]?.form.head))
  if (context.length === 0 || !allKnown || (headSaid && words.length > 0)) return alone
  // Only a size or a colour was said: the rest is as in the line before.
  const saysKind = words.some((word) => tellsKind(conceptOf(word)))
  const carried = context.filter((word) => !words.includes(word) && !(saysKind && tellsKind(word)))
  const both = withSpareSize(
    catalogue,
    { words: [...own.words, ...carried.map((written) => ({ written, weight: 0.6 }))], attributes },
    spare,
  )
  return (both[0]?.score ?? 0) >= (alone[0]?.score ?? 0) * 0.95 ? both : alone
}

function withSpareSize(catalogue: Catalogue, mention: Mention, spare: readonly number[]): Scored[] {
  const plain = scoreItems(catalogue, mention)
  for (const value of spare) {
    const sized = scoreItems(catalogue, { ...mention, attributes: [...mention.attributes, { base: 'size', value }] })
    if ((sized[0]?.score ?? 0) > (plain[0]?.score ?? 0)) return sized
  }
  return plain
}

function choose(told: readonly Scored[]) {
  const [first, second] = told
  if (!first || first.probability < leastSure || first.score < leastScore) return undefined
  if (second && first.probability < timesTheNext * second.probability) return undefined
  return first.form.item
}

function askItem(told: readonly Scored[], words: readonly string[]): OrderAsk {
  const [first] = told
  const likely = told.filter(({ score }) => score >= (first?.score ?? 0) - 0.2).slice(0, mostChoices)
  const choices = likely.map(({ itemId }) => itemId)
  if (!first || first.score < leastScore)
    return { kind: 'unknown-item', words: words.join(' '), choices: choices.slice(0, 3) }
  return { kind: 'which-item', choices }
}

type Told = { readonly quantityMilli: number } | { readonly ask: OrderAsk }

/** One quantity counts; of several, those that are the item's own size do not. */
function countTold(
  item: Parameters<typeof countIn>[0] | null,
  quantities: readonly Quantity[],
  ofItem: readonly Attribute[],
  told: readonly Attribute[],
): Told {
  const sizeTold = told.some(({ base }) => base === 'size')
  const isSize = (one: Quantity) =>
    !sizeTold && one.word === null && ofItem.some(({ base, value }) => base === 'size' && value === one.amount)
  const left = quantities.length > 1 ? withoutFirst(quantities, isSize) : quantities
  const [only] = left
  if (!only || !item) return only ? plainCount(only) : { ask: { kind: 'quantity', choices: [] } }
  if (left.length === 1) return countIn(item, only)
  const counts = left.flatMap((one) => {
    const counted = countIn(item, one)
    return 'ask' in counted ? [] : [counted.quantityMilli]
  })
  const choices = [...new Set(counts)]
  return choices.length === 1 && counts.length === left.length
    ? { quantityMilli: choices[0] as number }
    : { ask: { kind: 'quantity', choices } }
}

function withoutFirst<T>(all: readonly T[], is: (one: T) => boolean): T[] {
  const at = all.findIndex(is)
  return all.filter((_, i) => i !== at)
}

/** Of an item nobody knows: the number as it was told, where that is clear. */
function plainCount(quantity: Quantity): Told {
  const isClear = quantity.upTo === undefined && (quantity.unit === null || quantity.unit.kind === 'piece')
  return isClear && quantity.amount > 0 && quantity.amount <= 1e9
    ? { quantityMilli: Math.round(quantity.amount * quantity.factor * 1000) }
    : { ask: { kind: 'quantity', choices: [] } }
}
