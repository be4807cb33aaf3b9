// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads'
import type { ItemOutlook, ItemSeries, Settings } from '@resham/planning'

/** What a thread is sent, and what it sends back. */
export type OutlookRequest = { readonly settings: Settings; readonly items: readonly ItemSeries[] }
export type OutlookReply = readonly ItemOutlook[]

/** Items per message: enough to be worth the post, few enough that the threads end together. */
const itemsPerBatch = 40

/** Threads that make item outlooks; started early, so that they are ready when the ledger has been read. */
export type OutlookThreads = {
  outlooksOf(
    items: readonly ItemSeries[],
    settings: Settings,
    progress: (done: number) => void,
  ): Promise<readonly ItemOutlook[]>
  close(): Promise<void>
}

/** Starts so many threads. The outlooks come in the order of the items, whatever the number. */
export function startOutlookThreads(jobs: number): OutlookThreads {
  const threads = Array.from({ length: jobs }, () => new Worker(new URL('./outlook.thread.ts', import.meta.url)))
  return {
    async outlooksOf(items, settings, progress) {
      const outlooks = new Array<ItemOutlook>(items.length)
      let next = 0
      let done = 0
      const work = async (thread: Worker) => {
        while (next < items.length) {
          const from = next
          next += itemsPerBatch
          const batch = items.slice(from, next)
          const reply = await ask(thread, { settings, items: batch })
          for (const [i, outlook] of reply.entries()) outlooks[from + i] = outlook
          done += batch.length
          progress(done)
        }
      }
      await Promise.all(threads.map(work))
      return outlooks
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()))
    },
  }
}

function ask(thread: Worker, request: OutlookRequest): Promise<OutlookReply> {
  return new Promise((done, failed) => {
    const settle = () => {
      thread.off('message', onMessage)
      thread.off('error', onError)
    }
    const onMessage = (reply: OutlookReply) => {
      settle()
      done(reply)
    }
    const onError = (error: unknown) => {
      settle()
      failed(error)
    }
    thread.on('message', onMessage)
    thread.on('error', onError)
    thread.postMessage(request)
  })
}
