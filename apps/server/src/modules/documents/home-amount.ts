// SPDX-License-Identifier: Apache-2.0
import { convert, crossRate, type ExchangeRate } from '@resham/bookkeeping'
import { currencyDecimals } from '@resham/pack-kit'

/** The rate of a document as the engine takes it; null at home. */
export function exchangeRate(currency: string, home: string, rate: string): ExchangeRate | null {
  return currency === home
    ? null
    : {
        from: currency,
        to: home,
        rate,
        fromDecimals: currencyDecimals(currency),
        toDecimals: currencyDecimals(home),
      }
}

/** An amount of a document in the home currency, rounded once. @throws bookkeeping.rate-invalid */
export function toHome(minor: bigint, currency: string, home: string, rate: string): bigint {
  const exchange = exchangeRate(currency, home, rate)
  return exchange === null ? minor : convert(minor, exchange)
}

/** The other way round: an amount at home in the document's currency, rounded once. @throws bookkeeping.rate-invalid */
export function fromHome(minor: bigint, currency: string, home: string, rate: string): bigint {
  const exchange = exchangeRate(home, currency, currency === home ? rate : crossRate(rate, '1'))
  return exchange === null ? minor : convert(minor, exchange)
}
