// SPDX-License-Identifier: Apache-2.0

import type { Doubt, EntryLine, UsualOfItem } from './types.ts'
import { usualOf } from './usual.ts'

/** How near a ratio must be to a power of ten to be a slip of a nought: a factor of 1.25 either way. */
const nearPower = Math.log(1.25)
/** A price this near to the usual of another currency was meant in it. */
const nearCurrency = Math.log(1.3)

/**
 * What looks wrong about a line. Empty: nothing.
 *
 * @param rates Value of one unit of each currency in home currency, where known: finds a price told in another currency.
 * @example checkLine({ quantity: 5, price: 4500 }, { quantities: [], prices: [440, 450, 455, 450, 460], cost: null })
 *          // [{ code: 'price-decimal-slip', got: 4500, usual: 450, times: 10 }]
 */
export function checkLine(
  line: EntryLine,
  usual: UsualOfItem,
  money?: { readonly currency: string; readonly rates: Readonly<Record<string, number>> },
): Doubt[] {
  const doubts: Doubt[] = []
  if (!(line.quantity > 0)) doubts.push({ code: 'quantity-not-positive', got: line.quantity })
  else {
    const far = usualOf(usual.quantities)?.farFrom(line.quantity)
    // Fewer than usual is an everyday sale: asking about each would teach people not to read.
    if (far && far.times > 1) doubts.push({ code: 'quantity-unusual', got: line.quantity, ...far })
  }
  if (line.price === null) return doubts
  if (line.price < 0) return [...doubts, { code: 'price-negative', got: line.price }]
  const priceDoubt = line.price > 0 ? doubtOfPrice(line.price, usual.prices, money) : undefined
  if (priceDoubt) doubts.push(priceDoubt)
  else if (usual.cost !== null && usual.cost > 0 && line.price < usual.cost)
    doubts.push({ code: 'below-cost', got: line.price, cost: usual.cost })
  return doubts
}

function doubtOfPrice(
  price: number,
  prices: readonly number[],
  money: Parameters<typeof checkLine>[2],
): Doubt | undefined {
  const far = usualOf(prices)?.farFrom(price)
  if (!far) return undefined
  const own = money ? money.rates[money.currency] : undefined
  for (const [currency, rate] of Object.entries(money?.rates ?? {})) {
    if (!money || own === undefined || currency === money.currency || !(rate > 0)) continue
    const meant = (price * rate) / own
    if (Math.abs(Math.log(meant / far.usual)) <= nearCurrency)
      return { code: 'currency-slip', currency, usual: far.usual }
  }
  const power = 10 ** Math.round(Math.log10(far.times))
  const isSlip = power !== 1 && Math.abs(Math.log(far.times / power)) <= nearPower
  return isSlip
    ? { code: 'price-decimal-slip', got: price, usual: far.usual, times: Number(power.toPrecision(1)) }
    : { code: 'price-unusual', got: price, ...far }
}
