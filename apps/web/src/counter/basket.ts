// SPDX-License-Identifier: Apache-2.0

/** An item as the phone keeps it: id, code, name, unit, price in thousandths of a minor unit, barcode; unknown is empty. */
export type KeptItem = readonly [id: string, code: string, name: string, unit: string, price: string, barcode: string]

/** A line of the sale at hand. */
export type BasketLine = {
  readonly itemId: string
  readonly name: string
  readonly quantityMilli: number
  /** Thousandths of a minor unit, whole, as text; empty: nobody has said. */
  readonly priceThousandths: string
}

/** What a line comes to, minor units: halves go away from zero, as the books round. */
export function lineMinor(line: BasketLine): bigint {
  const product = BigInt(line.quantityMilli) * BigInt(line.priceThousandths || '0')
  return (product + 500_000n) / 1_000_000n
}

/** What all lines come to, minor units. */
export function totalMinor(lines: readonly BasketLine[]): bigint {
  return lines.reduce((sum, line) => sum + lineMinor(line), 0n)
}

/** One more of an item: the line that is there grows, else a new one stands first. */
export function withItem(lines: readonly BasketLine[], item: KeptItem): BasketLine[] {
  const [itemId, , name, , price] = item
  const known = lines.find((line) => line.itemId === itemId)
  if (!known) return [{ itemId, name, quantityMilli: 1000, priceThousandths: price }, ...lines]
  return lines.map((line) => (line === known ? { ...line, quantityMilli: line.quantityMilli + 1000 } : line))
}

/** True when each line has a quantity and a price. */
export function isReady(lines: readonly BasketLine[]): boolean {
  return lines.length > 0 && lines.every((line) => line.quantityMilli > 0 && /^\d+$/.test(line.priceThousandths))
}

/** Minor units as a number a person reads, without grouping: `1250.50`. */
export function majorText(minor: bigint, decimals: number): string {
  const digits = minor.toString().padStart(decimals + 1, '0')
  const [whole, rest] = decimals === 0 ? [digits, ''] : [digits.slice(0, -decimals), digits.slice(-decimals)]
  return /[1-9]/.test(rest) ? `${whole}.${rest}` : whole
}

/** A typed price in thousandths of a minor unit; undefined when it is no price. @example thousandthsOf('4.75', 2) // '475000' */
export function thousandthsOf(typed: string, decimals: number): string | undefined {
  const found = /^(\d{1,12})(?:\.(\d*))?$/.exec(typed)
  if (!found) return undefined
  const places = decimals + 3
  const part = (found[2] ?? '').slice(0, places).padEnd(places, '0')
  return (BigInt(found[1] ?? '0') * 10n ** BigInt(places) + BigInt(part)).toString()
}

/** A price as a person types it. */
export function typedPrice(thousandths: string, decimals: number): string {
  const places = decimals + 3
  const digits = thousandths.padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0+$/, '')
  return part === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${part}`
}
