// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** What a line of a purchase has to go by. */
export type SpreadLine = {
  readonly valueMinor: bigint
  readonly weightGrams: bigint
  readonly quantityMilli: bigint
}

/** By what a cost is spread. */
export type SpreadBy = 'value' | 'weight' | 'quantity'

const weightOf: Readonly<Record<SpreadBy, (line: SpreadLine) => bigint>> = {
  value: (line) => line.valueMinor,
  weight: (line) => line.weightGrams,
  quantity: (line) => line.quantityMilli,
}

/**
 * Spreads freight, duty or another cost of a whole purchase over its lines, to the last minor unit.
 *
 * Each line gets the whole part of its share; what is left over goes, one minor unit each, to the lines with the
 * largest remainders, the earlier of two equal ones.
 *
 * @param costMinor Not negative.
 * @returns one amount a line, in the same order; their sum is the cost.
 * @throws bookkeeping.amount-invalid; bookkeeping.spread-of-nothing when no line has anything to go by
 * @source Largest-remainder (Hamilton) apportionment.
 */
export function spreadCost(costMinor: bigint, lines: readonly SpreadLine[], by: SpreadBy): bigint[] {
  return spread(costMinor, lines.map(weightOf[by]))
}

/** The same for any weights, none negative. */
export function spread(costMinor: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((so, weight) => so + weight, 0n)
  if (costMinor < 0n || weights.some((weight) => weight < 0n)) {
    throw new AppError('bookkeeping.amount-invalid', { value: costMinor.toString() })
  }
  if (whole === 0n) throw new AppError('bookkeeping.spread-of-nothing', { lines: weights.length })
  const shares = weights.map((weight) => (costMinor * weight) / whole)
  const rest = weights.map((weight, i) => ({ i, remainder: (costMinor * weight) % whole }))
  rest.sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  let left = costMinor - shares.reduce((so, part) => so + part, 0n)
  for (const { i } of rest) {
    if (left === 0n) break
    shares[i] = (shares[i] as bigint) + 1n
    left -= 1n
  }
  return shares
}
