// SPDX-License-Identifier: Apache-2.0
import { currencyDecimals, groupDigits, type Pack } from '@resham/pack-kit'
import type { Language } from '../terminal/words.ts'

/** Writes figures the way a country's people do, in one of our languages. */
export type Figures = {
  /** Money as people say it: `Rs 12.4 lakh`. @param minor in minor units of the books' currency */
  money(minor: number): string
  /** Pieces; under ten with a decimal. @param milli in thousandths */
  pieces(milli: number): string
  count(value: number): string
  /** A share as a percentage with its sign: `+8 %`. */
  change(ratio: number): string
}

/**
 * @param pack     Whose groups, marks and scales are used.
 * @param currency Of the books. Its sign stands in front where it is the pack's own, else its code.
 */
export function figuresOf(pack: Pack, currency: string, language: Language): Figures {
  const { numbers } = pack
  const decimals = currencyDecimals(currency)
  const sign = currency === pack.currency ? pack.currencySign[language] : currency
  const scales = numbers.scales.toSorted((a, b) => b.power - a.power)

  const fixed = (value: number, places: number): string => {
    const [whole = '0', rest = ''] = Math.abs(value).toFixed(places).split('.')
    const kept = rest.replace(/0+$/, '')
    const text = groupDigits(whole, numbers) + (kept === '' ? '' : numbers.decimalMark + kept)
    return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
  }
  return {
    money(minor) {
      const value = minor / 10 ** decimals
      const scale = scales.find(({ power }) => power > 3 && Math.abs(value) >= 10 ** power)
      if (scale === undefined) return `${sign} ${fixed(value, Math.abs(value) < 100 ? Math.min(2, decimals) : 0)}`
      const scaled = value / 10 ** scale.power
      return `${sign} ${fixed(scaled, Math.abs(scaled) < 100 ? 1 : 0)} ${scale.short[language]}`
    },
    pieces: (milli) => fixed(milli / 1000, Math.abs(milli) < 10_000 ? 1 : 0),
    count: (value) => fixed(value, 0),
    change: (ratio) => `${ratio > 0 ? '+' : ''}${fixed(ratio * 100, Math.abs(ratio) < 0.1 ? 1 : 0)} %`,
  }
}
