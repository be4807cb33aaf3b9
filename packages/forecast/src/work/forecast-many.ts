// SPDX-License-Identifier: Apache-2.0
import type { ForecastOptions } from '../types.ts'
import { answerMessage, type WorkAnswer, type WorkMessage, type WorkSeries } from './answer-message.ts'
import { type Pool, type StartPort, startPool } from './pool.ts'

/** How a panel is forecast. */
export type ManyOptions = {
  readonly options: ForecastOptions
  /** Starts a worker that calls answerMessage; without it the caller's own thread does the work. */
  readonly start?: StartPort<WorkMessage, WorkAnswer[]>
  /** Workers at most, whole, at least 1; 1 when left out. */
  readonly workers?: number
  /** Series a message, whole, at least 1; 64 when left out. */
  readonly batch?: number
  /** Told after each batch how many series are answered. */
  readonly progress?: (answered: number) => void
  /** Looked at between batches: once aborted, nothing further is begun and the answers end. An AbortSignal will do. */
  readonly signal?: { readonly aborted: boolean }
}

/**
 * Forecasts any number of series over workers, in the order given. Only a few batches are in memory at a time, however
 * long the panel is: the source is read as fast as the answers are taken.
 *
 * @param source Series, from a list, a generator, or a stream.
 * @throws What a worker failed with; a series that cannot be forecast is an answer of its own.
 */
export async function* forecastMany(
  source: Iterable<WorkSeries> | AsyncIterable<WorkSeries>,
  { options, start = inThisThread, workers = 1, batch = 64, progress, signal }: ManyOptions,
): AsyncGenerator<WorkAnswer, void, undefined> {
  const pool = startPool(workers, start)
  const underWay: Promise<WorkAnswer[]>[] = []
  let answered = 0
  const oldest = async (): Promise<WorkAnswer[]> => {
    const answers = await (underWay.shift() as Promise<WorkAnswer[]>)
    answered += answers.length
    progress?.(answered)
    return answers
  }
  try {
    for await (const series of batchesOf(source, batch)) {
      if (signal?.aborted) return
      underWay.push(begun(pool, { series, options }))
      // One batch more than there are workers, so that none has to wait.
      if (underWay.length > workers) yield* await oldest()
    }
    while (underWay.length > 0 && !signal?.aborted) yield* await oldest()
  } finally {
    await pool.close()
  }
}

/** Asks; a failure is kept until the answer's turn comes. */
function begun(pool: Pool<WorkMessage, WorkAnswer[]>, message: WorkMessage): Promise<WorkAnswer[]> {
  const answer = pool.ask(message)
  answer.catch(() => {})
  return answer
}

async function* batchesOf<T>(source: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of source) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const inThisThread: StartPort<WorkMessage, WorkAnswer[]> = (hear, fail) => ({
  ask(message) {
    // Answered a moment later, as a worker would.
    Promise.resolve(message).then(answerMessage).then(hear, fail)
  },
  close() {},
})
