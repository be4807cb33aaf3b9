// SPDX-License-Identifier: Apache-2.0

/** Currencies whose minor unit is not a hundredth. A test holds these to the currency table of pack-kit. */
const unusual: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND XTS',
  4: 'CLF UYW',
}

const decimals: ReadonlyMap<string, number> = new Map(
  Object.entries(unusual).flatMap(([places, codes]) => codes.split(' ').map((code) => [code, Number(places)] as const)),
)

/**
 * Decimals between a currency and its minor unit, as money travels in the API (ISO 4217).
 *
 * `Intl` does not serve: for several currencies, the rupee among them, it tells how many decimals
 * people write, not how many there are.
 */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2
}
