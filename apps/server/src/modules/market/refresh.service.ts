// SPDX-License-Identifier: Apache-2.0
import { withPlatform } from '#platform/db/tenancy.ts'
import { callPlace } from '#platform/fetch/received.ts'
import { type LoadParts, loadMarket } from './load.service.ts'
import type { RunRecord } from './market.types.ts'
import { findLastRun } from './market-runs.repository.ts'
import { makeMarketOutlooks } from './outlooks.service.ts'
import type { SourceDefinition } from './sources.ts'

const hourMs = 3_600_000
/** A source is asked once a night; after a failure, which was tried several times itself, some hours later. */
const againAfterMs = { good: 22 * hourMs, failed: 4 * hourMs } as const
/** A load that began so long ago and never ended was killed. */
const killedAfterMs = 2 * hourMs

/**
 * Loads the sources whose turn it is, one after the other, then has the engine look at what is new. One that fails
 * stands in the way of no other.
 */
export async function refreshMarket(parts: LoadParts, definitions: readonly SourceDefinition[]): Promise<RunRecord[]> {
  const runs: RunRecord[] = []
  for (const definition of definitions) {
    const last = await withPlatform(parts.db, (tx) => findLastRun(tx, callPlace(definition.from)))
    if (isDue(last, parts.clock())) runs.push(await loadMarket(parts, definition))
  }
  await makeMarketOutlooks(parts)
  return runs
}

/** Whether a source's turn has come, by its last load. */
export function isDue(last: Pick<RunRecord, 'startedAt' | 'outcome'> | undefined, now: Date): boolean {
  if (!last) return true
  const age = now.getTime() - last.startedAt.getTime()
  if (last.outcome === 'running') return age >= killedAfterMs
  return age >= (last.outcome === 'failed' ? againAfterMs.failed : againAfterMs.good)
}
