// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { read } from '../terminal/options.ts'
import type { Answer } from './answer-line.ts'
import { startAnswerers } from './answerers.ts'
import { batchesOfLines } from './lines.ts'

/** `resham forecast`: JSON Lines in, JSON Lines out, in the same order, as they come. */
export const forecastCommand: Command = {
  name: 'forecast',
  grammar: {
    options: { horizon: 'value', season: 'value', level: 'value', jobs: 'value' },
    operands: { least: 0, most: 0, name: '' },
  },
  async run(given, { input, output, complain }) {
    const defaults = {
      h: read.whole(given, 'horizon', 1, 1000) ?? 12,
      seasonLength: read.whole(given, 'season', 1, 100_000) ?? 1,
      level: read.percents(given, 'level') ?? [80, 95],
    }
    const jobs = read.whole(given, 'jobs', 1, 256) ?? availableParallelism()
    const answerers = startAnswerers(jobs, defaults)
    let faults = 0
    const write = async (answers: readonly Answer[]) => {
      for (const { fault } of answers) {
        if (fault === undefined) continue
        faults += 1
        complain(fault.code, { ...fault.details, line: fault.line })
      }
      await output.write(answers.map(({ json }) => `${json}\n`).join(''))
    }
    try {
      // Each batch is written when it and all before it are done, whether or not more input has come;
      // reading waits while too many are under way.
      const underWay: Promise<void>[] = []
      let written = Promise.resolve()
      for await (const batch of batchesOfLines(input)) {
        written = Promise.all([answerers.answer(batch), written]).then(([answers]) => write(answers))
        // A failure is met when its turn comes; until then it must not count as unhandled.
        written.catch(() => {})
        underWay.push(written)
        if (underWay.length > answerers.atOnce) await underWay.shift()
      }
      await written
    } finally {
      await answerers.close()
    }
    return faults === 0 ? exitCodes.done : exitCodes.badInput
  },
}
