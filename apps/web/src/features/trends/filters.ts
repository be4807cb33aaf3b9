// SPDX-License-Identifier: Apache-2.0
import { abcClasses, trendStatuses, trendSubjects, xyzClasses } from '@resham/contract'

export const trendSorts = ['rank', 'rising', 'falling', 'name'] as const
export type TrendSubject = (typeof trendSubjects)[number]

/** What the list of trends is asked for. Unknown words in an address are left out, not refused. */
export type TrendFilters = {
  readonly search?: string
  readonly abc?: (typeof abcClasses)[number]
  readonly xyz?: (typeof xyzClasses)[number]
  readonly status?: (typeof trendStatuses)[number]
  readonly category?: string
  readonly sort?: (typeof trendSorts)[number]
  readonly cursor?: string
}

/** The filters that an address carries. */
export function filtersOf(query: URLSearchParams): TrendFilters {
  const one = <T extends string>(name: string, words: readonly T[]) => words.find((word) => word === query.get(name))
  const filters: Record<keyof TrendFilters, string | undefined> = {
    search: query.get('search')?.trim().slice(0, 100) || undefined,
    abc: one('abc', abcClasses),
    xyz: one('xyz', xyzClasses),
    status: one('status', trendStatuses),
    category: query.get('category')?.slice(0, 80) || undefined,
    sort: one('sort', trendSorts),
    cursor: query.get('cursor') ?? undefined,
  }
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** The address with some filters changed; a change starts at the first page again. */
export function addressWith(
  path: string,
  now: TrendFilters,
  change: Partial<Record<keyof TrendFilters, string | null>>,
) {
  const pairs = new URLSearchParams()
  const all: Record<string, string | null | undefined> = { ...now, cursor: null, ...change }
  for (const [name, value] of Object.entries(all)) {
    if (value && !(name === 'sort' && value === 'rank')) pairs.set(name, value)
  }
  const query = pairs.toString()
  return query === '' ? path : `${path}?${query}`
}

/** The word as a subject of trends; undefined when it is none. */
export function subjectOf(word: string): TrendSubject | undefined {
  return trendSubjects.find((subject) => subject === word)
}
