// SPDX-License-Identifier: Apache-2.0

export type Subject = {
  readonly kind: 'business' | 'item' | 'customer' | 'category' | 'country' | 'channel'
  readonly key: string
  readonly name: string
}

/** Where the story of something stands; of the business itself: its first page. */
export function addressOfSubject(slug: string, { kind, key }: Pick<Subject, 'kind' | 'key'>): string {
  return kind === 'business' ? `/${slug}/today` : `/${slug}/trends/${kind}/${encodeURIComponent(key)}`
}
