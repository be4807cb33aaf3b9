// SPDX-License-Identifier: Apache-2.0
import type { Transport } from '@sveltejs/kit/hooks'

/**
 * What a page was drawn from is not written out a second time: no page is drawn again in the browser (`csr` is off), and
 * what nobody reads would still be walked, value by value, for each page.
 */
export const transport: Transport = {
  unread: { encode: (value) => typeof value === 'object' && value !== null, decode: () => null },
}
