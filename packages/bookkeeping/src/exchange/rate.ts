// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded } from '@resham/base'
import type { ExchangeRate } from '../types.ts'

/** The scale of a rate: 12 decimals, as the database keeps it. */
const SCALE = 1_000_000_000_000n

/** A rate of exchange as billionths of thousandths: exact. @throws bookkeeping.rate-invalid */
function scaled(rate: string): bigint {
  const match = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(rate)
  const value = match ? BigInt(match[1] as string) * SCALE + BigInt((match[2] ?? '').padEnd(12, '0')) : 0n
  if (value === 0n) throw new AppError('bookkeeping.rate-invalid', { rate: rate.slice(0, 40) })
  return value
}

/** True for text that is a rate: above 0, at most 12 digits before and after the point. */
export function isRate(text: string): boolean {
  return /^(\d{1,12})(?:\.(\d{1,12}))?$/.test(text) && /[1-9]/.test(text)
}

/**
 * An amount in the other currency, rounded to its minor unit once, halves away from zero.
 *
 * @param minor Minor units of `rate.from`, of either sign.
 * @returns Minor units of `rate.to`.
 * @throws  bookkeeping.rate-invalid
 */
export function convert(minor: bigint, rate: ExchangeRate): bigint {
  const up = 10n ** BigInt(rate.toDecimals)
  const down = SCALE * 10n ** BigInt(rate.fromDecimals)
  return divideRounded(minor * scaled(rate.rate) * up, down)
}

/**
 * A rate through a third currency, as banks that quote against one currency give it: what one `from` costs, when
 * `fromRate` and `homeRate` are what one unit of the third currency costs in each. Rounded to 12 decimals.
 *
 * @throws bookkeeping.rate-invalid
 * @example crossRate('1.0850', '302.1175') // '278.449308755760'
 */
export function crossRate(fromRate: string, homeRate: string): string {
  const value = divideRounded(scaled(homeRate) * SCALE, scaled(fromRate))
  const digits = value.toString().padStart(13, '0')
  const text = `${digits.slice(0, -12)}.${digits.slice(-12)}`
  // Whoever rounds to nothing has no rate.
  scaled(text)
  return text
}
