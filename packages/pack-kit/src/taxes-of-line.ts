// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded, type PlainDate } from '@resham/base'
import type { Pack } from './pack.ts'

type TaxRow = Pack['tax']['rows'][number]

/** One line of a sale as taxes see it. Minor units and thousandths; below zero for a line that takes back. */
export type TaxedLine = {
  readonly day: PlainDate
  readonly taxClass: string
  /** Registration kinds of the two sides. */
  readonly seller: string
  readonly buyer: string
  /** What the line comes to before tax, after discount. */
  readonly netMinor: bigint
  readonly quantityMilli: bigint
  /** The price printed on one unit; null where there is none. */
  readonly retailPriceMinor: bigint | null
}

/** One tax of one line. */
export type LineTax = {
  readonly code: string
  readonly kind: TaxRow['kind']
  /** What the rate stands on, in minor units; for an amount by quantity the quantity in thousandths. */
  readonly base: bigint
  /** "18/100", or "6000 per 1000" for minor units by thousandths of a unit. */
  readonly rate: string
  readonly amountMinor: bigint
  /** True where the line's net already contains it. */
  readonly included: boolean
}

/**
 * The taxes of one line, in the order in which they are reckoned; exact, each rounded once by its own row.
 *
 * A class, kind or day without a row has no tax. That there is none and that it is nought are two things: a row with
 * the rate 0/1 is in the answer.
 *
 * @param rows The pack's rows, in any order; the checker has seen that no tax stands on itself.
 * @throws taxes.retail-price-missing where a tax stands on a price that is not there
 * @example 18 % on 1,000.00: taxesOfLine(rows, line) // [{ code: 'sales-tax', base: 100000n, amountMinor: 18000n, ... }]
 */
export function taxesOfLine(rows: readonly TaxRow[], line: TaxedLine): LineTax[] {
  const found: LineTax[] = []
  let waiting = rows.filter((row) => holds(row, line))
  while (waiting.length > 0) {
    const codes = waiting.map(({ code }) => code)
    const ready = waiting.filter((row) => !row.on.some((code) => codes.includes(code)))
    if (ready.length === 0) throw new AppError('taxes.rows-in-a-ring', { codes })
    for (const row of ready) found.push(taxOf(row, line, found))
    waiting = waiting.filter((row) => !ready.includes(row))
  }
  return found
}

function holds(row: TaxRow, line: TaxedLine): boolean {
  return (
    row.valid_from <= line.day &&
    (row.valid_to === null || line.day <= row.valid_to) &&
    row.classes.includes(line.taxClass) &&
    (row.sellers === null || row.sellers.includes(line.seller)) &&
    (row.buyers === null || row.buyers.includes(line.buyer))
  )
}

function taxOf(row: TaxRow, line: TaxedLine, before: readonly LineTax[]): LineTax {
  const { code, kind, included } = row
  if (row.amount.type === 'per-quantity') {
    const { minor, stepMilli, started } = row.amount
    const steps = started ? { top: awayFromZero(line.quantityMilli, BigInt(stepMilli)), bottom: 1n } : undefined
    const { top, bottom } = steps ?? { top: line.quantityMilli, bottom: BigInt(stepMilli) }
    const amountMinor = rounded(row.rounding, top * BigInt(minor), bottom)
    return { code, kind, included, base: line.quantityMilli, rate: `${minor} per ${stepMilli}`, amountMinor }
  }
  const [top, bottom] = row.amount.rate.split('/').map(BigInt) as [bigint, bigint]
  const beneath = before.filter((tax) => row.on.includes(tax.code)).reduce((sum, tax) => sum + tax.amountMinor, 0n)
  const base = ownBase(row, line) + beneath
  const amountMinor = rounded(row.rounding, base * top, included ? bottom + top : bottom)
  return { code, kind, included, base, rate: row.amount.rate, amountMinor }
}

function ownBase(row: TaxRow, line: TaxedLine): bigint {
  if (row.base === 'none') return 0n
  if (row.base === 'net') return line.netMinor
  if (line.retailPriceMinor === null) throw new AppError('taxes.retail-price-missing', { taxClass: line.taxClass })
  return divideRounded(line.retailPriceMinor * line.quantityMilli, 1000n)
}

function awayFromZero(value: bigint, step: bigint): bigint {
  return value >= 0n ? (value + step - 1n) / step : -((-value + step - 1n) / step)
}

/** A ratio to whole steps. Up and down mean away from zero and towards it, so that a return takes back what was taken. */
function rounded({ to, way }: TaxRow['rounding'], top: bigint, bottom: bigint): bigint {
  const step = BigInt(to)
  const size = bottom * step
  if (way === 'near') return divideRounded(top, size) * step
  return (way === 'up' ? awayFromZero(top, size) : top / size) * step
}
