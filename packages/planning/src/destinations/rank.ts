// SPDX-License-Identifier: Apache-2.0
import { AppError, type Declined, declined } from '@resham/base'
import { VERSION } from '../version.ts'
import {
  distancePart,
  type Field,
  growthPart,
  isTrade,
  preferencePart,
  pricePart,
  recentValue,
  since,
  sizePart,
  stabilityPart,
  unitPrice,
} from './parts.ts'
import type {
  Destination,
  DestinationRanking,
  DestinationWeights,
  FlowYear,
  PartScore,
  RankedDestination,
} from './types.ts'

/**
 * How much each part counts, by judgement, not by a fit: a market that is large and growing comes first, then whether
 * duty is saved and what is paid; distance and steadiness count least.
 */
export const defaultWeights: DestinationWeights = {
  size: 0.3,
  growth: 0.2,
  stability: 0.1,
  price: 0.15,
  distance: 0.1,
  preference: 0.15,
}

/** Countries whose purchases from all must be known before home's own sales stop standing for the market. */
const LEAST_WITH_IMPORTS = 3
/** Years by which a country's data may be behind the newest and still count. */
const LATE_YEARS = 3

/**
 * Ranks the countries that may buy goods of one heading.
 *
 * A part that is not known counts as the middle: not knowing neither helps nor hurts much, and it is said.
 *
 * @param destinations Countries with their trade; those without any are left out.
 * @returns            `declined` with `no-trade-data` where no country has any.
 * @throws             planning.flow-invalid for a value or weight that is negative or not finite.
 */
export function rankDestinations(
  destinations: readonly Destination[],
  weights: DestinationWeights = defaultWeights,
): DestinationRanking | Declined {
  check(destinations)
  const withImports = destinations.filter(({ imports }) => hasTrade(imports))
  const basis = withImports.length >= LEAST_WITH_IMPORTS ? 'imports' : 'home-exports'
  const marketOf = (one: Destination) => (basis === 'imports' ? one.imports : one.fromHome)
  const years = destinations.flatMap((one) => marketOf(one).map(({ year }) => year))
  if (years.length === 0) return declined('no-trade-data')
  const lastYear = Math.max(...years)
  const shown = destinations.filter((one) => hasTrade(since(marketOf(one), lastYear, LATE_YEARS)))
  if (shown.length === 0) return declined('no-trade-data')
  const field = fieldOf(shown, marketOf, lastYear)
  const scored = shown.map((one) => scoreOne(one, marketOf(one), field, weights))
  scored.sort((a, b) => b.score - a.score || (b.lastValue ?? 0) - (a.lastValue ?? 0) || (a.code < b.code ? -1 : 1))
  return {
    engine: 'planning',
    version: VERSION,
    weights,
    basis,
    firstYear: Math.min(...years),
    lastYear,
    ranked: scored.map((one, i) => ({ ...one, rank: i + 1 })),
  }
}

function check(destinations: readonly Destination[]): void {
  for (const { code, imports, fromHome } of destinations) {
    for (const { year, value, weightKg } of [...imports, ...fromHome]) {
      const isSound = Number.isInteger(year) && value >= 0 && Number.isFinite(value) && isWeight(weightKg)
      if (!isSound) throw new AppError('planning.flow-invalid', { code, year, value })
    }
  }
}

function isWeight(weight: number | null): boolean {
  return weight === null || (weight >= 0 && Number.isFinite(weight))
}

function hasTrade(years: readonly FlowYear[]): boolean {
  return years.some(isTrade)
}

function fieldOf(
  shown: readonly Destination[],
  marketOf: (one: Destination) => readonly FlowYear[],
  lastYear: number,
): Field {
  const sizes = shown.map((one) => recentValue(marketOf(one), lastYear) ?? 0)
  return {
    largest: Math.max(...sizes),
    total: sizes.reduce((sum, size) => sum + size, 0),
    lastYear,
    homePrice: unitPrice(
      shown.flatMap(({ fromHome }) => fromHome),
      lastYear,
    ),
  }
}

function scoreOne(
  one: Destination,
  market: readonly FlowYear[],
  field: Field,
  weights: DestinationWeights,
): Omit<RankedDestination, 'rank'> {
  const parts: readonly PartScore[] = [
    sizePart(market, field),
    growthPart(market, field),
    stabilityPart(market, field),
    pricePart(market, field),
    distancePart(one.distanceKm),
    preferencePart(one.preference),
  ]
  let [score, known] = [0, 0]
  for (const { part, score: got } of parts) {
    score += weights[part] * (got ?? 0.5)
    known += got === null ? 0 : weights[part]
  }
  const last = market.filter(isTrade).at(-1)
  const ours = one.fromHome.find(({ year }) => year === last?.year)?.value ?? null
  return {
    code: one.code,
    score,
    known,
    parts,
    lastValue: last?.value ?? null,
    lastYear: last?.year ?? null,
    ourValue: ours,
    // Each side counts in its own way: a share above one is no share.
    ourShare: ours !== null && last && one.imports.length > 0 && ours <= last.value ? ours / last.value : null,
    spark: market.slice(-10).map(({ value }) => value),
  }
}
