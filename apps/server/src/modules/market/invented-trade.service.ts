// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Pack } from '@resham/pack-kit'
import { generateSampleFlows } from '@resham/sample-shop'
import type { Database } from '#platform/db/pool.ts'
import { withPlatform } from '#platform/db/tenancy.ts'
import { seriesIdOf } from './names.ts'
import { findLastFlowYear, saveFlows, saveHeadings } from './trade.repository.ts'

const seed = 7
/** Trade of a year is known a year later. */
const lateYears = 1

/**
 * Makes up who buys the sample shop's kind of goods, and what the headings are called.
 *
 * @returns Which heading each category of the shop has.
 */
export async function makeInventedTrade(
  parts: { readonly db: Database },
  pack: Pack,
  lastDay: PlainDate,
): Promise<readonly { readonly category: string; readonly heading: string }[]> {
  const { home, countries } = pack.abroad
  const lastYear = Number(lastDay.slice(0, 4)) - lateYears
  const made = generateSampleFlows({
    seed,
    home: home.code,
    destinations: countries.map(({ code }) => code),
    lastYear,
  })
  const flows = made.flows.map(({ heading, ...flow }) => ({ ...flow, productCode: heading }))
  const headings = made.headings.map(({ code, names }) => ({ code, nameEn: names.en, nameUr: names.ur }))
  await withPlatform(parts.db, async (tx) => {
    // The same for every sample shop: made once a year.
    if ((await findLastFlowYear(tx, true)) === lastYear) return
    await saveFlows(tx, flows, { invented: true, runId: seriesIdOf('invented', 'trade') })
    await saveHeadings(tx, headings, true)
  })
  return made.choices
}
