// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Pack } from './pack.ts'

type Place = { readonly latitude: number; readonly longitude: number }

const earthKm = 6371

/**
 * Kilometres along the great circle between two places, each in degrees.
 *
 * @source R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984; mean radius 6,371 km.
 */
export function distanceKm(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude)
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The preference that goods of the pack's country enjoy in another on a day; undefined where no row says anything. */
export function findPreference(
  { abroad }: Pick<Pack, 'abroad'>,
  code: string,
  day: PlainDate,
): Pack['abroad']['preferences'][number] | undefined {
  const worth = { most: 2, some: 1, none: 0 } as const
  return abroad.preferences
    .filter((row) => row.countries.includes(code))
    .filter((row) => row.valid_from <= day && (row.valid_to === null || day <= row.valid_to))
    .toSorted((a, b) => worth[b.cover] - worth[a.cover])[0]
}

/** The countries to sell to, each with its distance from home in whole kilometres. */
export function destinationsFrom({ abroad }: Pick<Pack, 'abroad'>) {
  return abroad.countries.map((country) => ({ ...country, distanceKm: Math.round(distanceKm(abroad.home, country)) }))
}
