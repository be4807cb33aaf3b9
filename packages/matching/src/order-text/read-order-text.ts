// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined, type PlainDate } from '@resham/base'
import type { Catalogue } from './catalogue.ts'
import { type ChatLine, chatLines } from './chat.ts'
import { type Element, elementsOf, type Reading } from './elements.ts'
import { type OrderInHand, takeSegment } from './order-in-hand.ts'
import { takeDate } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import { scoreItems } from './score-items.ts'
import { segmentsOf } from './segments.ts'
import { isTableFoot, type TableHead, tableHead, tableRow } from './table-rows.ts'
import { tokensOf } from './tokens.ts'
import type { DayTold, OrderReading, OrderTextOptions, OrderTextResult } from './types.ts'
import { unitWords } from './units.ts'

/** More than this is no order but a list: it is imported as a file. */
export const mostLines = 400
export const mostCharacters = 20_000
/** A line longer than this is no line of an order; the rest of it is not read. */
const mostLineCharacters = 600

/**
 * Reads an order or a supplier's bill as somebody wrote it: English, Urdu, Roman Urdu, mixed; a chat, a list, a table.
 *
 * What is not clear is asked, never guessed: each line has its candidates with probabilities and reasons, and `asks`.
 *
 * @param text At most 400 lines and 20,000 characters; else it is declined with the limit.
 * @param catalogue Made by `prepareCatalogue`; may be used again and again.
 */
export function readOrderText(text: string, catalogue: Catalogue, options: OrderTextOptions): OrderTextResult {
  const refused = tooMuch(text)
  if (refused) return refused
  const reading: Reading = { catalogue, units: unitWords(options.localUnits) }
  const order: OrderInHand = { lines: [], context: [], correcting: false, cancelled: [], passedOver: [] }
  const days: DayTold[] = []
  const own = new Set((options.ownNames ?? []).map((name) => name.toLowerCase()))
  let head: TableHead | undefined
  let row = 0
  for (const line of chatLines(text)) {
    if (line.sender !== null && own.has(line.sender.toLowerCase())) continue
    const tokens = tokensOf(line.text.slice(0, mostLineCharacters))
    const found = tableHead(tokens)
    if (found) head = found
    if (found || isTableFoot(tokens)) {
      order.passedOver.push(line.text)
      continue
    }
    row += 1
    takeLine(order, reading, { line, tokens: tableRow(tokens, head, row), days }, options)
  }
  return toReading(order, days)
}

function tooMuch(text: string): Declined | undefined {
  if (text.length > mostCharacters) return declined('too-long', { needed: mostCharacters, got: text.length })
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '').length
  return lines > mostLines ? declined('too-many-lines', { needed: mostLines, got: lines }) : undefined
}

type Given = { readonly line: ChatLine; readonly tokens: ReturnType<typeof tokensOf>; readonly days: DayTold[] }

function takeLine(order: OrderInHand, reading: Reading, given: Given, options: OrderTextOptions): void {
  const { rest, told } = takeDate(readNumbers(given.tokens, reading.units), options)
  if (told) given.days.push(told)
  const day: PlainDate | null = told?.day ?? null
  const before = order.lines.length
  const isAttribute = attributeJudge(reading, order)
  for (const segment of segmentsOf(elementsOf(rest, reading), isAttribute))
    takeSegment(order, reading.catalogue, segment, { text: given.line.text, day, sender: given.line.sender })
  if (
    order.lines.length === before &&
    told === null &&
    order.passedOver[order.passedOver.length - 1] !== given.line.text
  )
    order.passedOver.push(given.line.text)
}

/** A measure says which item where an item of those words has it, or one like the line before when no words are said. */
function attributeJudge({ catalogue }: Reading, order: OrderInHand) {
  return (measure: Extract<Element, { kind: 'measure' }>, around: readonly Element[]): boolean => {
    const said = around.flatMap((element) => (element.kind === 'word' ? [element.written] : []))
    const known = said.some((word) => catalogue.likeWord(word).length > 0)
    const words = (known ? said : order.context).map((written) => ({ written, weight: 1 }))
    const likely = scoreItems(catalogue, { words, attributes: [] })
    const least = (likely[0]?.score ?? 0) * 0.6
    return likely.some(
      ({ form, score }) =>
        score >= least && form.attributes.some(({ base, value }) => base === measure.base && value === measure.value),
    )
  }
}

function toReading(order: OrderInHand, days: readonly DayTold[]): OrderReading {
  const senders = [...new Set(order.lines.flatMap(({ sender }) => (sender === null ? [] : [sender])))]
  const distinct = [...new Map(days.map((day) => [day.day, day])).values()]
  const [day] = distinct
  const [customer] = senders
  return {
    kind: 'order',
    lines: order.lines.map(({ read }) => read.line),
    // Several days: each line has its own, the order has none.
    day: distinct.length === 1 && day ? day : null,
    customer: customer ?? null,
    askWhose: senders.length > 1 ? senders : [],
    cancelled: order.cancelled,
    passedOver: order.passedOver,
  }
}
