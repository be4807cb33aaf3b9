// SPDX-License-Identifier: Apache-2.0
import { divideRounded } from '@resham/base'

/** What a rate text says: a share of the base, so much for each unit, or both. Minor units; thousandths of a percent. */
export type Rate = { readonly milliPercent: bigint; readonly perUnitMinor: bigint }

/**
 * Reads a rate as the office writes it; undefined for a text of another form.
 *
 * @example readRate('18% along with rupees 60 per kilogram') // { milliPercent: 18000n, perUnitMinor: 6000n }
 */
export function readRate(text: string): Rate | undefined {
  if (text === 'Exempt') return { milliPercent: 0n, perUnitMinor: 0n }
  const share = /^(\d{1,3}(?:\.\d{1,3})?)%(?: along with rupees (\d{1,7}(?:\.\d{1,2})?) per kilogram)?$/.exec(text)
  if (share) return { milliPercent: decimal(share[1] ?? '', 3), perUnitMinor: decimal(share[2] ?? '0', 2) }
  const each = /^Rs\.(\d{1,7}(?:\.\d{1,2})?)$/.exec(text)
  return each ? { milliPercent: 0n, perUnitMinor: decimal(each[1] ?? '', 2) } : undefined
}

/** A share as the office writes it: 18/100 is "18%", 143/10000 is "1.43%". Undefined where three places are too few. */
export function writePercent(rate: string): string | undefined {
  const [top, bottom] = rate.split('/').map(BigInt) as [bigint, bigint]
  if ((top * 100_000n) % bottom !== 0n) return undefined
  const milli = (top * 100_000n) / bottom
  const rest = (milli % 1000n).toString().padStart(3, '0').replace(/0+$/, '')
  return `${milli / 1000n}${rest === '' ? '' : `.${rest}`}%`
}

/** The tax that a rate gives, halves away from zero. */
export function taxBy(rate: Rate, baseMinor: bigint, quantityTenthMilli: bigint): bigint {
  return divideRounded(baseMinor * rate.milliPercent * 10n + rate.perUnitMinor * quantityTenthMilli * 100n, 1_000_000n)
}

function decimal(text: string, places: number): bigint {
  const [whole = '0', rest = ''] = text.split('.')
  return BigInt(whole + rest.padEnd(places, '0'))
}
