// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type * as contract from '@resham/contract'
import { destinationsFrom, findPreference, type Pack } from '@resham/pack-kit'
import type { destinations } from '@resham/planning'
import type { Static } from 'typebox'
import type { HeadingRecord, TradeFlow } from '#modules/market/index.ts'

type Ranking = Static<typeof contract.DestinationRanking>
type Flow = Omit<TradeFlow, 'productCode'>

/** How trade data name the world. */
export const worldCodes = ['W00', '0'] as const

/** How trade data name the pack's country. */
export function homeCodes({ abroad }: Pick<Pack, 'abroad'>): string[] {
  return [abroad.home.code, ...abroad.home.numbers]
}

/**
 * Trade as the engine reads it. What a country says it bought from home goes before what home says it sold there.
 *
 * @param day The day of which preferences are.
 */
export function toDestinations(
  flows: readonly Flow[],
  pack: Pick<Pack, 'abroad'>,
  day: PlainDate,
): destinations.Destination[] {
  const home = new Set(homeCodes(pack))
  const world = new Set<string>(worldCodes)
  return destinationsFrom(pack).map(({ code, numbers, distanceKm }) => {
    const names = new Set([code, ...numbers])
    const imports = flows.filter(({ flow, reporter }) => flow === 'import' && names.has(reporter))
    const sold = flows.filter(({ flow, partner }) => flow === 'export' && names.has(partner))
    const said = imports.filter(({ partner }) => home.has(partner))
    return {
      code,
      imports: byYear(imports.filter(({ partner }) => world.has(partner))),
      fromHome: byYear([...sold, ...said]),
      distanceKm,
      preference: findPreference(pack, code, day)?.cover ?? null,
    }
  })
}

/** One entry a year, the later of the same year counting; years ascend. */
function byYear(flows: readonly Flow[]): destinations.FlowYear[] {
  const years = new Map(flows.map(({ year, valueUsd, weightKg }) => [year, { year, value: valueUsd, weightKg }]))
  return [...years.values()].sort((a, b) => a.year - b.year)
}

/** A ranking as the API answers it. */
export function toRankingReply(
  ranking: destinations.DestinationRanking,
  pack: Pack,
  about: { readonly today: PlainDate; readonly inputHash: string; readonly currency: string },
): Ranking {
  const countries = new Map(destinationsFrom(pack).map((one) => [one.code, one]))
  return {
    kind: 'ranking',
    ...about,
    weights: { ...ranking.weights },
    basis: ranking.basis,
    firstYear: ranking.firstYear,
    lastYear: ranking.lastYear,
    engine: ranking.engine,
    version: ranking.version,
    checkedOn: pack.checkedOn,
    items: ranking.ranked.flatMap(({ parts, spark, ...one }) => {
      const country = countries.get(one.code)
      if (!country) return []
      return [
        {
          ...one,
          names: { ...country.names },
          distanceKm: country.distanceKm,
          parts: parts.map(({ part, score, code, values }) => ({
            part,
            score,
            sentence: { code, values: { ...values } },
          })),
          preference: preferenceOf(pack, one.code, about.today),
          spark: [...spark],
        },
      ]
    }),
  }
}

function preferenceOf(pack: Pack, code: string, day: PlainDate): Ranking['items'][number]['preference'] {
  const row = findPreference(pack, code, day)
  if (!row) return null
  const { names, cover, proof, check, source, valid_to: until } = row
  return { names: { ...names }, cover, proof: { ...proof }, check, source, until }
}

/** A heading with its name, where that is known. */
export function toHeading(code: string, names: readonly HeadingRecord[]) {
  const found = names.find((one) => one.code === code)
  return { code, name: found ? { en: found.nameEn, ur: found.nameUr } : null }
}
