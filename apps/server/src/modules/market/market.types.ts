// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, PlainDate } from '@resham/base'
import type * as contract from '@resham/contract'
import type { Static, TSchema } from 'typebox'

type Reply<S extends TSchema> = Static<S>
type Story = Reply<typeof contract.MarketStory>
type Brief = Reply<typeof contract.MarketBrief>
export type MarketSource = Brief['source']

/** A series as it is kept, without its points. */
export type SeriesRecord = {
  readonly id: string
  readonly slug: string
  readonly source: MarketSource
  readonly sourceKey: string
  readonly sourceName: string
  readonly licence: string
  readonly sourceUrl: string | null
  readonly nameEn: string
  readonly nameUr: string | null
  readonly kind: Brief['kind']
  readonly unit: string | null
  readonly currency: string | null
  readonly perCurrency: string | null
  readonly frequency: Brief['frequency']
  readonly region: string | null
  readonly place: string | null
  readonly commodity: string | null
  readonly reporter: string | null
  readonly partner: string | null
  readonly flow: string | null
  readonly productCode: string | null
  readonly measure: string | null
  readonly invented: boolean
  readonly revision: number
  readonly points: number
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly lastValue: number
  readonly notes: Story['notes']
  readonly runId: string
}

/** Values of a series: first day of each period, ascending. */
export type Points = { readonly days: readonly DayNumber[]; readonly values: readonly number[] }

/** What a list shows of a series beside the series itself. */
export type KeptBrief = Pick<Brief, 'change' | 'yearChange' | 'spark'>

/** What its page shows beside the series itself, its points and the country's holidays. */
export type KeptStory = Pick<Story, 'sentences' | 'trend' | 'changed' | 'season' | 'accuracy'> & {
  readonly chart: Pick<Story['chart'], 'next' | 'declined' | 'model' | 'shifts' | 'turns' | 'unusual'>
}

/** What the engine said of one revision of a series. */
export type MarketOutlookRecord = {
  readonly seriesId: string
  readonly revision: number
  readonly madeAt: Date
  readonly engine: string
  readonly engineVersion: string
  readonly seed: number
  readonly inputHash: string
  readonly brief: KeptBrief
  readonly story: KeptStory
}

/** One load, as it is kept. */
export type RunRecord = {
  readonly id: string
  readonly source: MarketSource
  readonly origin: string
  readonly sha256: string | null
  readonly bytes: number | null
  readonly rowsRead: number
  readonly rowsKept: number
  readonly rowsSkipped: number
  readonly skipped: Reply<typeof contract.MarketRun>['skipped']
  readonly seriesCount: number
  readonly pointsAdded: number
  readonly pointsRevised: number
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly outcome: Reply<typeof contract.MarketRun>['outcome']
  readonly errorCode: string | null
  readonly errorDetails: Record<string, unknown> | null
}

/** A series with what the engine says of it, as one business sees it. */
export type SeenSeries = SeriesRecord & { readonly watched: boolean; readonly brief: KeptBrief | null }
