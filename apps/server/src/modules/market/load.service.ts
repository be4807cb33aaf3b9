// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import { market } from '@resham/formats'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import { type PlatformTx, withPlatform } from '#platform/db/tenancy.ts'
import { callPlace, isAddress, type Receive, type Received } from '#platform/fetch/received.ts'
import { decompressors } from '#platform/files/decompressors.ts'
import { toAppError } from '#platform/http/problems.ts'
import { newId } from '#platform/ids.ts'
import { flowsOf } from './flows.ts'
import type { MarketSource, RunRecord, SeriesRecord } from './market.types.ts'
import {
  deleteOldPoints,
  listPoints,
  listSeriesByKey,
  listTakenSlugs,
  lockSource,
  savePoints,
  saveSeries,
} from './market-data.repository.ts'
import { createRun, findRun, finishRun } from './market-runs.repository.ts'
import { type Merged, mergePoints } from './merge.ts'
import { namesOf, seriesIdOf, slugOf, type TradeWords } from './names.ts'
import { publishers, type SourceDefinition } from './sources.ts'
import { saveFlows } from './trade.repository.ts'

/** What a load is done with. */
export type LoadParts = {
  readonly db: Database
  readonly clock: Clock
  readonly receive: Receive
  readonly inUrdu: TradeWords
}

/** What a load brings, and what is said of all its series. */
export type Brought = {
  readonly source: MarketSource
  readonly sourceName: string
  readonly licence: string
  readonly sourceUrl: string | null
  readonly invented: boolean
  readonly sha256: string | null
  readonly bytes: number | null
  readonly gathered: market.GatheredMarket
  /** Names of series in Urdu where they come with them. */
  readonly urdu?: ReadonlyMap<string, string>
}

/**
 * Loads one file or address. Each load is recorded, and is one transaction: a failed one leaves what was there.
 *
 * @returns The record of the load; `failed` with its code when it could not be done.
 */
export async function loadMarket(parts: LoadParts, definition: SourceDefinition): Promise<RunRecord> {
  const origin = callPlace(definition.from)
  return recordLoad(parts, { source: definition.source ?? 'csv', origin }, () =>
    parts.receive(definition.from, (file) => readSource(parts, definition, file)),
  )
}

/** Runs a load from its record's beginning to its end. */
export async function recordLoad(
  parts: Pick<LoadParts, 'db' | 'clock' | 'inUrdu'>,
  what: { readonly source: MarketSource; readonly origin: string },
  bring: () => Promise<Brought>,
): Promise<RunRecord> {
  const { db, clock } = parts
  const id = newId(clock())
  await withPlatform(db, (tx) => createRun(tx, { id, ...what, startedAt: clock() }))
  try {
    const brought = await bring()
    await withPlatform(db, (tx) => keep(tx, id, brought, parts))
  } catch (error) {
    const { code, details } = toAppError(error)
    const failed = {
      ...nothingKept,
      id,
      source: what.source,
      endedAt: clock(),
      errorCode: code,
      errorDetails: { ...details },
    }
    await withPlatform(db, (tx) => finishRun(tx, failed))
  }
  return (await withPlatform(db, (tx) => findRun(tx, id))) as RunRecord
}

const nothingKept: Omit<
  RunRecord,
  'id' | 'source' | 'origin' | 'startedAt' | 'endedAt' | 'errorCode' | 'errorDetails'
> = {
  sha256: null,
  bytes: null,
  rowsRead: 0,
  rowsKept: 0,
  rowsSkipped: 0,
  skipped: [],
  seriesCount: 0,
  pointsAdded: 0,
  pointsRevised: 0,
  outcome: 'failed',
}

async function readSource(parts: LoadParts, definition: SourceDefinition, file: Received): Promise<Brought> {
  const { from: _from, source, sourceName, licence, sourceUrl, ...options } = definition
  const format = source ?? (await market.sniffMarketFormat(file.open, decompressors))
  const gatherer = market.createGatherer()
  const given = { ...options, ...decompressors } as market.DateValueOptions
  if (format === 'worldbank') await readPages(parts, definition.from, file, gatherer)
  else for await (const batch of market.readMarket(file.open, format, given)) gatherer.add(batch)
  const publisher = publishers[format]
  return {
    source: format,
    sourceName: sourceName ?? publisher.name,
    licence: licence ?? publisher.licence,
    sourceUrl: sourceUrl ?? publisher.url,
    invented: false,
    sha256: file.sha256,
    bytes: file.bytes,
    gathered: gatherer.end(),
  }
}

type Gatherer = ReturnType<typeof market.createGatherer>

/** The World Bank answers in pages: all of them are read, or none counts. */
async function readPages(parts: LoadParts, from: string, file: Received, gatherer: Gatherer): Promise<void> {
  const first = await market.readWorldBank(file.open, decompressors)
  gatherer.add(first)
  if (!isAddress(from)) return
  for (let page = first.page + 1; page <= first.pages; page += 1) {
    const address = new URL(from)
    address.searchParams.set('page', String(page))
    gatherer.add(await parts.receive(address.href, (next) => market.readWorldBank(next.open, decompressors)))
  }
}

/** Series whose old points are looked at together. */
const atOnce = 500

async function keep(
  tx: PlatformTx,
  runId: string,
  brought: Brought,
  parts: Pick<LoadParts, 'clock' | 'inUrdu'>,
): Promise<void> {
  const { gathered, source } = brought
  const rowsSkipped = gathered.skipped.reduce((sum, { rows }) => sum + rows, 0)
  if (gathered.series.length === 0)
    throw new AppError('market.no-good-rows', { rows: gathered.rowsRead, bad: rowsSkipped })
  await lockSource(tx, source)
  const taken = new Set<string>()
  const sum = { pointsAdded: 0, pointsRevised: 0, pointsRemoved: 0 }
  for (let from = 0; from < gathered.series.length; from += atOnce) {
    const some = gathered.series.slice(from, from + atOnce)
    const done = await keepSome(tx, runId, some, brought, parts, taken)
    sum.pointsAdded += done.added
    sum.pointsRevised += done.revised
    sum.pointsRemoved += done.removed
  }
  await saveFlows(tx, flowsOf(gathered.series), { invented: brought.invented, runId })
  const changed = sum.pointsAdded + sum.pointsRevised + sum.pointsRemoved > 0
  await finishRun(tx, {
    id: runId,
    source,
    sha256: brought.sha256,
    bytes: brought.bytes,
    rowsRead: gathered.rowsRead,
    rowsKept: gathered.rowsKept,
    rowsSkipped,
    skipped: gathered.skipped.map((one) => ({ ...one, first: { ...one.first } })),
    seriesCount: gathered.series.length,
    pointsAdded: sum.pointsAdded,
    pointsRevised: sum.pointsRevised + sum.pointsRemoved,
    endedAt: parts.clock(),
    outcome: changed ? 'done' : 'unchanged',
    errorCode: null,
    errorDetails: null,
  })
}

async function keepSome(
  tx: PlatformTx,
  runId: string,
  some: readonly market.GatheredSeries[],
  brought: Brought,
  parts: Pick<LoadParts, 'clock' | 'inUrdu'>,
  taken: Set<string>,
): Promise<{ added: number; revised: number; removed: number }> {
  const { source } = brought
  const known = new Map(
    (
      await listSeriesByKey(
        tx,
        source,
        some.map(({ facts }) => facts.key),
      )
    ).map((one) => [one.sourceKey, one]),
  )
  const points = await listPoints(
    tx,
    [...known.values()].map(({ id }) => id),
  )
  const wanted = some.map(({ facts }) => slugOf(source, facts.words, facts.key, () => false))
  for (const slug of await listTakenSlugs(tx, wanted)) taken.add(slug)

  const records: SeriesRecord[] = []
  const fresh: (Merged & { readonly id: string; readonly revision: number })[] = []
  const done = { added: 0, revised: 0, removed: 0 }
  for (const one of some) {
    const before = known.get(one.facts.key)
    const merged = mergePoints(before && points.get(before.id), one)
    const isChanged = merged.added + merged.revised + merged.removed > 0
    const slug = before?.slug ?? slugOf(source, one.facts.words, one.facts.key, (word) => taken.has(word))
    taken.add(slug)
    const revision = (before?.revision ?? 0) + (isChanged ? 1 : 0)
    const record = recordOf(one, merged, { slug, revision, runId, brought, inUrdu: parts.inUrdu })
    records.push(record)
    if (isChanged) fresh.push({ ...merged, id: record.id, revision })
    done.added += merged.added
    done.revised += merged.revised
    done.removed += merged.removed
  }
  await saveSeries(tx, records, parts.clock())
  await savePoints(tx, fresh)
  await deleteOldPoints(
    tx,
    fresh.map(({ id }) => id),
  )
  return done
}

function recordOf(
  { facts, notes }: market.GatheredSeries,
  { days, values }: Merged,
  about: {
    readonly slug: string
    readonly revision: number
    readonly runId: string
    readonly brought: Brought
    readonly inUrdu: TradeWords
  },
): SeriesRecord {
  const { brought, slug, revision, runId } = about
  const { key, family: _family, words, ...rest } = facts
  const names = namesOf(words, about.inUrdu)
  return {
    ...rest,
    id: seriesIdOf(brought.source, key),
    slug,
    source: brought.source,
    sourceKey: key,
    sourceName: brought.sourceName,
    licence: brought.licence,
    sourceUrl: brought.sourceUrl,
    nameEn: names.en,
    nameUr: brought.urdu?.get(key) ?? names.ur,
    invented: brought.invented,
    revision,
    points: days.length,
    firstDay: fromDayNumber(days[0] as number),
    lastDay: fromDayNumber(days[days.length - 1] as number),
    lastValue: values[values.length - 1] as number,
    notes: notes.map(({ code, values: said }) => ({ code, values: { ...said } })),
    runId,
  }
}
