// SPDX-License-Identifier: Apache-2.0

/** A name for addresses: Latin letters and figures of the business's name, or the end of its id when there are none. */
export function proposeSlug(name: string, id: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain.length >= 2 ? plain : `shop-${id.slice(-12)}`
}
