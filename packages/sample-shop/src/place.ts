// SPDX-License-Identifier: Apache-2.0
import { currencyDecimals } from '@resham/pack-kit'

/** Where the sample shop stands. It is one country's story by intent; the rest of the product names none. */
export const homeCountry = 'Pakistan'

/** The one currency of its books, ISO 4217. */
export const currency = 'PKR'

/** Decimals of that currency. */
export const decimals = currencyDecimals(currency)

/** Minor units in one unit of that currency. */
export const minorPerUnit = 10 ** decimals
