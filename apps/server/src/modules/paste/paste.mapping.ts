// SPDX-License-Identifier: Apache-2.0
import type { pasteEndpoints, ReplyOf } from '@resham/contract'
import type { Doubt, OrderAsk, OrderableItem, ReadLine } from '@resham/matching'
import { currencyDecimals } from '@resham/pack-kit'
import type { ItemRecord } from '#modules/items/index.ts'

type Reply = ReplyOf<typeof pasteEndpoints.read>
type Checked = ReplyOf<typeof pasteEndpoints.check>['doubts'][number]

/** An item as the engine knows it. */
export function toOrderable(item: ItemRecord): OrderableItem {
  const { id, code, name, unit, barcode, supply } = item
  const packMilli = supply.packSizeMilli === null ? null : Number(supply.packSizeMilli)
  return { id, code, name, unit, barcode, packMilli }
}

/** A read line as the API answers it. */
export function toPastedLine(
  line: ReadLine,
  items: ReadonlyMap<string, ItemRecord>,
  currency: string,
): Omit<Reply['lines'][number], 'by'> {
  const candidates = line.candidates.flatMap((one) => {
    const item = items.get(one.itemId)
    const reasons = one.reasons.map((reason) => ({
      code: reason.code,
      words: 'words' in reason ? [...reason.words] : [],
    }))
    const { itemId, probability } = one
    return item ? [{ itemId, name: item.name, code: item.code, unit: item.unit, probability, reasons }] : []
  })
  const thousandths = line.price === null ? undefined : thousandthsOf(line.price, currencyDecimals(currency))
  return {
    text: line.text,
    itemId: line.itemId,
    candidates,
    quantityMilli: line.quantityMilli,
    told: line.told,
    price: thousandths === undefined ? null : { thousandths, currency },
    asks: line.asks.map(toAsk),
  }
}

function toAsk(ask: OrderAsk): Reply['lines'][number]['asks'][number] {
  if (ask.kind === 'quantity' || ask.kind === 'said-twice')
    return { kind: ask.kind, quantities: [...ask.choices], word: '' }
  if (ask.kind === 'unknown-item') return { kind: ask.kind, quantities: [], word: ask.words }
  return { kind: ask.kind, quantities: [], word: 'word' in ask ? ask.word : '' }
}

/** Thousandths of a minor unit from major units as text, exactly. */
function thousandthsOf(major: string, decimals: number): string | undefined {
  const found = /^(\d{1,15})(?:\.(\d*))?$/.exec(major)
  if (!found) return undefined
  const places = decimals + 3
  const part = (found[2] ?? '').slice(0, places).padEnd(places, '0')
  return (BigInt(found[1] ?? '0') * 10n ** BigInt(places) + BigInt(part)).toString()
}

/** A doubt on the wire: its code, and the rest as details. */
export function toDoubtReply(line: number | null, { code, ...details }: Doubt): Checked {
  return { line, code, details }
}
