// SPDX-License-Identifier: Apache-2.0
// `npm run bench:market`: how often the bands of market series held, by frequency, on the public files: forecasts from
// origins in the past, those whose values all came before 2018 (on which choices may rest) apart from those after.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dayNumberOfParts } from '@resham/base'
import { bytesSource, market as files } from '@resham/formats'
import { market } from '@resham/planning'
import { root } from './platform.ts'

const data = process.env.RESHAM_DATA ?? join(root, '../shared/data')
const parted = dayNumberOfParts(2018, 1, 1)
const seed = 20_261_124
/** Periods from one origin to the next, and ahead of each. */
const stride = { day: 130, week: 26, month: 7, quarter: 3, year: 1 } as const
const ahead = { day: 6, week: 6, month: 6, quarter: 4, year: 3 } as const
const fewestBefore = { day: 200, week: 60, month: 18, quarter: 18, year: 10 } as const

const sources: readonly (readonly [string, Parameters<typeof files.readMarket>[2]])[] = [
  ['agriculture/wfp_food_prices_pakistan_to_2023-10.csv.gz', {}],
  ['exchange/ecb_reference_rates_daily.csv.gz', {}],
  ['trade/pakistan_exports_monthly_usd.csv', { name: 'Exports', kind: 'trade', currency: 'USD' }],
  ['exchange/pkr_per_usd_monthly_implied.csv', { name: 'Rupees', kind: 'rate', currency: 'PKR', perCurrency: 'USD' }],
  [
    'agriculture/pakistan_crops_by_province.csv',
    { by: ['crop', 'province'], value: 'production_thousand_tonnes', kind: 'harvest' },
  ],
]

type Tally = {
  series: Set<string>
  judged: number
  in80: number
  in95: number
  miss: number[]
  naive: number[]
  width: number[]
  up: number
  down: number
}
const tallies = new Map<string, Tally>()

for (const [name, options] of sources) {
  const path = resolve(data, name)
  if (!existsSync(path)) {
    console.error(`This is needed and not here: ${path}`)
    process.exit(1)
  }
  for (const { facts, frequency, days, values } of await seriesIn(path, options)) {
    const step = stride[frequency]
    for (let origin = values.length - ahead[frequency]; origin >= fewestBefore[frequency]; origin -= step) {
      judge(`${name} ${facts.key}`, { days, values, frequency }, origin)
    }
  }
}

for (const [key, { series, judged, in80, in95, miss, naive, width, up, down }] of [...tallies].sort()) {
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one / all.length, 0)
  const percent = (count: number) => `${((100 * count) / judged).toFixed(1)} %`
  console.log(
    `${key}: ${series.size} series, ${judged} forecasts; in 80 %: ${percent(in80)}, above ${percent(up)}, below ${percent(down)}, in 95 %: ${percent(in95)}; ` +
      `mean miss ${(100 * mean(miss)).toFixed(2)} % (last value again: ${(100 * mean(naive)).toFixed(2)} %), ` +
      `band of 80 % wide ${(100 * mean(width)).toFixed(1)} %`,
  )
}

async function seriesIn(path: string, options: Parameters<typeof files.readMarket>[2]) {
  const source = bytesSource(new Uint8Array(readFileSync(path)))
  const gatherer = files.createGatherer()
  for await (const batch of files.readMarket(source, await files.sniffMarketFormat(source), options))
    gatherer.add(batch)
  return gatherer.end().series.map(({ facts, days, values }) => ({
    facts,
    frequency: facts.frequency ?? 'month',
    days: [...days],
    values: [...values],
  }))
}

function judge(name: string, { days, values, frequency }: market.MarketSeries, origin: number): void {
  const past = { days: days.slice(0, origin), values: values.slice(0, origin), frequency }
  const { next } = market.marketAhead(past, seed)
  if ('kind' in next) return
  const truth = new Map(
    days.slice(origin, origin + ahead[frequency]).map((day, k) => [day, values[origin + k] as number]),
  )
  const when =
    (days[origin + ahead[frequency] - 1] as number) < parted
      ? 'before 2018'
      : (days[origin] as number) >= parted
        ? 'from 2018'
        : undefined
  if (!when) return
  const key = `${frequency}, ${when}`
  const tally = tallies.get(key) ?? {
    series: new Set(),
    judged: 0,
    in80: 0,
    in95: 0,
    miss: [],
    naive: [],
    width: [],
    up: 0,
    down: 0,
  }
  tallies.set(key, tally)
  tally.series.add(name)
  next.points.slice(0, ahead[frequency]).forEach(({ day, mean, lo80, hi80, lo95, hi95 }, k) => {
    // Markets' days are judged in their order: what is expected of a day off is of the next that is open.
    const actual = frequency === 'day' ? values[origin + k] : truth.get(day)
    if (actual === undefined || !(actual > 0)) return
    tally.judged += 1
    tally.in80 += actual >= lo80 && actual <= hi80 ? 1 : 0
    tally.in95 += actual >= lo95 && actual <= hi95 ? 1 : 0
    tally.up += actual > hi80 ? 1 : 0
    tally.down += actual < lo80 ? 1 : 0
    tally.miss.push(Math.abs(actual - mean) / actual)
    tally.naive.push(Math.abs(actual - (values[origin - 1] as number)) / actual)
    tally.width.push((hi80 - lo80) / actual)
  })
}
