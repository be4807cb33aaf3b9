// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads'
import { type Answer, answerLine, type LineDefaults } from './answer-line.ts'
import type { NumberedLine } from './lines.ts'

/** Something that answers batches of lines: this thread, or a few others. */
export type Answerers = {
  /** Batches that may be under way at once, so that none of them idles. */
  readonly atOnce: number
  answer(lines: readonly NumberedLine[]): Promise<readonly Answer[]>
  close(): Promise<void>
}

/** Answers in this thread when `jobs` is 1, else in as many threads. The answers are the same. */
export function startAnswerers(jobs: number, defaults: LineDefaults): Answerers {
  if (jobs > 1) return startThreads(jobs, defaults)
  return {
    atOnce: 1,
    answer: async (lines) => lines.map(({ text, line }) => answerLine(text, line, defaults)),
    close: async () => {},
  }
}

type Waiting = { readonly done: (answers: readonly Answer[]) => void; readonly failed: (error: unknown) => void }

function startThreads(jobs: number, defaults: LineDefaults): Answerers {
  const waiting = new Map<number, Waiting>()
  const idle: Worker[] = []
  const queue: { readonly ticket: number; readonly lines: readonly NumberedLine[] }[] = []
  const threads: Worker[] = []
  let tickets = 0

  const start = (): Worker => {
    const thread = new Worker(new URL('./forecast.thread.ts', import.meta.url), { workerData: defaults })
    thread.on('message', ({ ticket, answers }: { ticket: number; answers: readonly Answer[] }) => {
      waiting.get(ticket)?.done(answers)
      waiting.delete(ticket)
      const next = queue.shift()
      if (next === undefined) idle.push(thread)
      else thread.postMessage(next)
    })
    thread.on('error', (error) => {
      for (const { failed } of waiting.values()) failed(error)
      waiting.clear()
    })
    threads.push(thread)
    return thread
  }

  return {
    // One more than the threads is under way, so that a thread finds its next batch waiting.
    atOnce: jobs + 1,
    answer: (lines) =>
      new Promise((done, failed) => {
        const ticket = tickets++
        waiting.set(ticket, { done, failed })
        // Threads begin when there is work for them: a short input pays for one.
        const free = idle.pop() ?? (threads.length < jobs ? start() : undefined)
        if (free === undefined) queue.push({ ticket, lines })
        else free.postMessage({ ticket, lines })
      }),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()))
    },
  }
}
