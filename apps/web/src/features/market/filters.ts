// SPDX-License-Identifier: Apache-2.0
import { marketKinds, marketMeasures, marketSources, marketSpans } from '@resham/contract'

export const marketSorts = ['name', 'rising', 'falling', 'newest'] as const

/** What the catalogue is asked for. Unknown words in an address are left out, not refused. */
export type MarketFilters = {
  readonly search?: string
  readonly kind?: (typeof marketKinds)[number]
  readonly source?: (typeof marketSources)[number]
  readonly place?: string
  readonly sort?: (typeof marketSorts)[number]
  readonly cursor?: string
}

const one = <T extends string>(query: URLSearchParams, name: string, words: readonly T[]) =>
  words.find((word) => word === query.get(name))

/** The filters that an address carries. */
export function marketFiltersOf(query: URLSearchParams): MarketFilters {
  const filters: Record<keyof MarketFilters, string | undefined> = {
    search: query.get('search')?.trim().slice(0, 100) || undefined,
    kind: one(query, 'kind', marketKinds),
    source: one(query, 'source', marketSources),
    place: query.get('place')?.slice(0, 120) || undefined,
    sort: one(query, 'sort', marketSorts),
    cursor: query.get('cursor') ?? undefined,
  }
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** The address of the catalogue with some filters changed; a change starts at the first page again. */
export function marketAddress(
  path: string,
  now: MarketFilters,
  change: Partial<Record<keyof MarketFilters, string | null>>,
): string {
  const pairs = new URLSearchParams()
  const all: Record<string, string | null | undefined> = { ...now, cursor: null, ...change }
  for (const [name, value] of Object.entries(all)) if (value) pairs.set(name, value)
  return pairs.size === 0 ? path : `${path}?${pairs}`
}

/** How far back a series' page looks; its own usual way when the address does not say. */
export function spanOf(query: URLSearchParams): (typeof marketSpans)[number] | undefined {
  return one(query, 'span', marketSpans)
}

/** Series that a comparison is of, six at most, in order. */
export const mostCompared = 6

/** What a comparison's address asks for: `with` once a series, or `series` with commas. */
export type Compared = {
  readonly series: readonly string[]
  readonly measure: (typeof marketMeasures)[number]
  readonly currency: string | undefined
  readonly span: (typeof marketSpans)[number] | undefined
}

/** Reads a comparison's address. */
export function comparedOf(query: URLSearchParams): Compared {
  const given = [...query.getAll('with'), ...(query.get('series') ?? '').split(',')]
  const slugs = given.map((slug) => slug.trim()).filter((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
  const currency = query.get('currency') ?? ''
  return {
    series: [...new Set(slugs)].slice(0, mostCompared),
    measure: one(query, 'measure', marketMeasures) ?? 'index',
    currency: /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    span: one(query, 'span', marketSpans),
  }
}

/** A comparison as its address says it. */
export function comparedQuery(compared: Partial<Compared> & Pick<Compared, 'series'>): string {
  const pairs = new URLSearchParams()
  for (const slug of compared.series) pairs.append('with', slug)
  if (compared.measure && compared.measure !== 'index') pairs.set('measure', compared.measure)
  if (compared.currency) pairs.set('currency', compared.currency)
  if (compared.span) pairs.set('span', compared.span)
  return pairs.toString()
}

/** The same as the API is asked. */
export function apiQueryOf({ series, measure, currency, span }: Compared) {
  return { series: series.join(','), measure, ...(currency ? { currency } : {}), ...(span ? { span } : {}) }
}
