// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/**
 * ISO 4217 by number of decimals. Codes of funds, metals and bond units are left out, but for
 * XTS, reserved for testing, which has no decimals of its own: here it has three.
 *
 * @source ISO 4217, list one (published by SIX, as of 2025-05), column "minor unit".
 */
const byDecimals = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC ' +
    'CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR ' +
    'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD ' +
    'NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN ' +
    'SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND XTS',
  4: 'CLF UYW',
} as const

const decimals: ReadonlyMap<string, number> = new Map(
  Object.entries(byDecimals).flatMap(([places, codes]) =>
    codes.split(' ').map((code) => [code, Number(places)] as const),
  ),
)

/** True for a currency that the table knows. */
export function isCurrency(code: string): boolean {
  return decimals.has(code)
}

/**
 * Decimals between the unit and its minor unit: 2 for rupee and paisa, 0 for yen, 3 for dinar and fils.
 *
 * @throws pack.currency-unknown
 */
export function currencyDecimals(code: string): number {
  const found = decimals.get(code)
  if (found === undefined) throw new AppError('pack.currency-unknown', { currency: code.slice(0, 8) })
  return found
}
