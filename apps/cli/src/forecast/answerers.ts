// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads'
import { type StartPort, startPool } from '@resham/forecast'
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

function startThreads(jobs: number, defaults: LineDefaults): Answerers {
  const start: StartPort<readonly NumberedLine[], readonly Answer[]> = (hear, fail) => {
    const thread = new Worker(new URL('./forecast.thread.ts', import.meta.url), { workerData: defaults })
    thread.on('message', hear)
    thread.on('error', fail)
    return { ask: (lines) => thread.postMessage(lines), close: async () => void (await thread.terminate()) }
  }
  const pool = startPool(jobs, start)
  // One more than the threads is under way, so that a thread finds its next batch waiting.
  return { atOnce: jobs + 1, answer: (lines) => pool.ask(lines), close: () => pool.close() }
}
