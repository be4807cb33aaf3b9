// SPDX-License-Identifier: Apache-2.0

/** One worker as its host sees it: a thread of Node, a Web Worker, or a function. It is asked one thing at a time. */
export type Port<Question> = { ask(question: Question): void; close(): Promise<void> | void }

/** Starts a worker. It must call one of the two after each question: with the answer, or with what went wrong. */
export type StartPort<Question, Answer> = (
  hear: (answer: Answer) => void,
  fail: (error: unknown) => void,
) => Port<Question>

/** Some workers that share the questions. */
export type Pool<Question, Answer> = {
  /** Answers to questions may come in any order; each promise has its own. */
  ask(question: Question): Promise<Answer>
  /** Ends the workers. Questions not answered by then are never answered. */
  close(): Promise<void>
}

type Asked<Question, Answer> = {
  readonly question: Question
  readonly done: (answer: Answer) => void
  readonly failed: (error: unknown) => void
}

/**
 * Shares questions among at most so many workers. They begin when there is work for them, so that a short input pays
 * for one; a worker that fails takes its question with it, and another takes its place.
 *
 * @param most Whole, at least 1.
 */
export function startPool<Question, Answer>(most: number, start: StartPort<Question, Answer>): Pool<Question, Answer> {
  const waiting: Asked<Question, Answer>[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()

  class Worker {
    private asked: Asked<Question, Answer> | undefined
    private readonly port: Port<Question>

    constructor() {
      this.port = start(
        (answer) => {
          this.asked?.done(answer)
          this.next()
        },
        (error) => {
          all.delete(this)
          this.asked?.failed(error)
          const left = waiting.shift()
          if (left) begin().take(left)
        },
      )
    }

    take(asked: Asked<Question, Answer>): void {
      this.asked = asked
      this.port.ask(asked.question)
    }

    private next(): void {
      this.asked = undefined
      const more = waiting.shift()
      if (more) this.take(more)
      else idle.push(this)
    }

    close(): Promise<void> | void {
      return this.port.close()
    }
  }

  function begin(): Worker {
    const worker = new Worker()
    all.add(worker)
    return worker
  }

  return {
    ask: (question) =>
      new Promise((done, failed) => {
        const asked = { question, done, failed }
        const free = idle.pop() ?? (all.size < most ? begin() : undefined)
        if (free) free.take(asked)
        else waiting.push(asked)
      }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.close()))
    },
  }
}
