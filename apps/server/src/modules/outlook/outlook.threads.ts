// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ItemOutlook, ItemSeries, Settings } from '@resham/planning'

/** Items a thread takes at once: small enough that progress moves and none waits long for the last. */
const handful = 64
const mostThreads = 4

/** Threads that look ahead, ready before there is anything to look at: loading the engines takes as long as reading the books. */
export type OutlookThreads = {
  /**
   * The outlook of every item, in order.
   *
   * @param report Called with the number of items that are ready.
   */
  outlooksOf(items: readonly ItemSeries[], settings: Settings, report: (done: number) => void): Promise<ItemOutlook[]>
  end(): Promise<void>
}

/** Starts as many threads as there are processors, at most four, so that neither pages nor other jobs wait. */
export function startOutlookThreads(): OutlookThreads {
  const threads = Array.from(
    { length: Math.min(mostThreads, availableParallelism()) },
    () =>
      new Worker(new URL('./outlook.thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 8 } }),
  )
  return {
    async outlooksOf(items, settings, report) {
      const results: ItemOutlook[] = new Array(items.length)
      let next = 0
      let done = 0
      async function work(thread: Worker): Promise<void> {
        while (next < items.length) {
          const from = next
          next += handful
          const answers = await ask(thread, { items: items.slice(from, from + handful), settings })
          for (const [index, answer] of answers.entries()) results[from + index] = answer
          done += answers.length
          report(done)
        }
      }
      await Promise.all(threads.map(work))
      return results
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.terminate()))
    },
  }
}

function ask(thread: Worker, message: object): Promise<ItemOutlook[]> {
  return new Promise((answered, failed) => {
    thread.once('error', failed)
    thread.once('message', (answers: ItemOutlook[]) => {
      thread.removeListener('error', failed)
      answered(answers)
    })
    thread.postMessage(message)
  })
}
