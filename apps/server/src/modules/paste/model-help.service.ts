// SPDX-License-Identifier: Apache-2.0
import { checkLine, type OrderTextOptions, prepareCatalogue, type ReadLine, readOrderText } from '@resham/matching'
import { currencyDecimals } from '@resham/pack-kit'
import type { ItemRecord } from '#modules/items/index.ts'
import { listFactsOfItems } from '#modules/sales/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import type { ChatModel } from '#platform/model/chat-model.ts'
import { linesToAsk, type Proposal, toProposals, toQuestion } from './model-help.mapping.ts'
import { toOrderable } from './paste.mapping.ts'
import { type Usual, usualOfItems } from './usual.mapping.ts'

/** From this share of unclear lines on a model is asked: a person answers one question faster than they wait for it. */
const muchShare = 1 / 3
/** Units of one line that nobody orders of an item that was never sold so. */
const absurdQuantity = 100_000

/** What came of asking: `lines` as read, with what a model added; `byModel` are places in them. */
export type Helped = {
  readonly lines: readonly ReadLine[]
  readonly byModel: ReadonlySet<number>
  /** Null: no model was asked. */
  readonly model: { readonly name: string; readonly answered: boolean } | null
}

/**
 * Asks a language model about the lines that the engine could not read, where there are many. It only fills gaps: what
 * the engine read stands, an item must be of the catalogue, and a quantity must be one that is usual, else it is asked.
 */
export async function helpedByModel(
  ctx: BusinessContext,
  lines: readonly ReadLine[],
  known: { readonly items: readonly ItemRecord[]; readonly options: OrderTextOptions; readonly model?: ChatModel },
): Promise<Helped> {
  const { items, options, model } = known
  const asked = linesToAsk(lines)
  const nothing = { lines, byModel: new Set<number>() }
  if (!model || asked.length === 0 || asked.length < lines.length * muchShare) return { ...nothing, model: null }
  const answer = await model.ask(toQuestion(lines, asked, items))
  const proposals = answer.kind === 'answer' ? toProposals(answer.value, asked, items) : undefined
  if (!proposals) return { ...nothing, model: { name: model.name, answered: false } }
  const usual = await usualOf(ctx, proposals)
  const byModel = new Set<number>()
  const helped = lines.map((line, i) => {
    const proposal = proposals.get(i)
    const filled = proposal && fill(line, proposal, options, usual.get(proposal.item.id))
    if (filled) byModel.add(i)
    return filled ?? line
  })
  return { lines: helped, byModel, model: { name: model.name, answered: true } }
}

async function usualOf(ctx: BusinessContext, proposals: ReadonlyMap<number, Proposal>): Promise<Map<string, Usual>> {
  const ids = [...new Set([...proposals.values()].map(({ item }) => item.id))]
  if (ids.length === 0) return new Map()
  const facts = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listFactsOfItems(tx, ids))
  return usualOfItems(facts, currencyDecimals(ctx.business.currency))
}

/** The line with what the proposal adds, or undefined where it adds nothing that holds. */
function fill(
  line: ReadLine,
  { item, quantity }: Proposal,
  options: OrderTextOptions,
  usual: Usual | undefined,
): ReadLine | undefined {
  if (line.itemId !== null && line.itemId !== item.id) return undefined
  const named = line.itemId === null ? withItem(line, item, options) : line
  const isAbsurd = (milli: number) => isAbsurdQuantity(milli / 1000, usual)
  if (line.itemId === null && named.quantityMilli !== null && isAbsurd(named.quantityMilli)) return unquantified(named)
  const onlyMissing = named.asks.every((ask) => ask.kind === 'quantity' && ask.choices.length === 0)
  const milli = quantity === null ? Number.NaN : Math.round(quantity * 1000)
  if (named.quantityMilli !== null || !onlyMissing || Number.isNaN(milli) || isAbsurd(milli)) {
    return named === line ? undefined : named
  }
  return { ...named, quantityMilli: milli, asks: [] }
}

/** The same words read again, now that it is known which item they mean: its units and packs count. */
function withItem(line: ReadLine, item: ItemRecord, options: OrderTextOptions): ReadLine {
  const unknown = line.asks.find((ask) => ask.kind === 'unknown-item')
  const alsoCalled = unknown ? [unknown.words] : []
  const again = readOrderText(line.text, prepareCatalogue([{ ...toOrderable(item), alsoCalled }]), options)
  const [only, ...more] = again.kind === 'order' ? again.lines : []
  const others = line.candidates.filter(({ itemId }) => itemId !== item.id)
  const candidates = [{ itemId: item.id, probability: 0.5, reasons: [] }, ...others]
  if (only?.itemId === item.id && more.length === 0) return { ...only, text: line.text, candidates }
  // How many of another item's units were meant says nothing of this one's.
  return { ...line, itemId: item.id, candidates, quantityMilli: null, asks: [{ kind: 'quantity', choices: [] }] }
}

const unquantified = (line: ReadLine): ReadLine => ({
  ...line,
  quantityMilli: null,
  asks: [{ kind: 'quantity', choices: [] }],
})

function isAbsurdQuantity(quantity: number, usual: Usual | undefined): boolean {
  if (!(quantity > 0) || quantity > absurdQuantity) return true
  const found = checkLine({ quantity, price: null }, { quantities: usual?.quantities ?? [], prices: [], cost: null })
  return found.length > 0
}
