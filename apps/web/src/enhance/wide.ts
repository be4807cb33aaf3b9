// SPDX-License-Identifier: Apache-2.0

/**
 * Tells the server, from the next page on, whether there is room for a list beside its detail, so that a phone is not
 * sent what it could not show. In a list beside, brings the row that stands open into view.
 */
export function wide(): void {
  const now = matchMedia('(min-width: 1100px)').matches ? '1' : '0'
  if (!document.cookie.split('; ').includes(`wide=${now}`)) {
    const age = 365 * 24 * 60 * 60
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser a reader has
    document.cookie = `wide=${now}; path=/; max-age=${age}; samesite=lax`
  }
  document.querySelector('.list.extra [aria-current]')?.scrollIntoView({ block: 'nearest' })
}
