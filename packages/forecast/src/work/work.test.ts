// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import { answerMessage, type WorkAnswer, type WorkMessage, type WorkSeries } from './answer-message.ts'
import { forecastMany } from './forecast-many.ts'
import { type StartPort, startPool } from './pool.ts'

const options = { h: 3, models: ['theta'] } as const

function panel(count: number): WorkSeries[] {
  const random = seededRandom(9)
  return Array.from({ length: count }, (_, i) => ({
    id: `${i}`,
    y: Array.from({ length: 24 }, () => 20 + random.normal()),
  }))
}

async function all(answers: AsyncIterable<WorkAnswer>): Promise<WorkAnswer[]> {
  const out: WorkAnswer[] = []
  for await (const answer of answers) out.push(answer)
  return out
}

/** Workers that answer in the order opposite to that in which they were asked, as slow threads would. */
function backwards(): StartPort<WorkMessage, WorkAnswer[]> {
  const held: (() => void)[] = []
  const release = () => {
    while (held.length > 0) held.pop()?.()
  }
  return (hear) => ({
    ask: (message) => {
      held.push(() => hear(answerMessage(JSON.parse(JSON.stringify(message)) as WorkMessage)))
      Promise.resolve().then(release)
    },
    close() {},
  })
}

describe('a panel over workers', () => {
  test('has the answers of one series at a time, in the order given, however many workers', async () => {
    const series = panel(50)
    const expected = series.map(({ id, y }) => {
      const result = forecast(y, options)
      if (result.kind === 'declined') throw new Error(result.reason)
      const { kind, model, mean, lo, hi } = result
      return { kind, id, model, mean, lo, hi }
    })
    expect(await all(forecastMany(series, { options, batch: 7 }))).toEqual(expected)
    expect(await all(forecastMany(series, { options, batch: 4, workers: 3, start: backwards() }))).toEqual(expected)
  })

  test('a series that cannot be forecast does not stop the others', async () => {
    const [good] = panel(1) as [WorkSeries]
    const series = [{ id: 'short', y: [1, 2] }, { id: 'odd', y: [1, Number.NaN, 3, 4, 5, 6] }, good]
    const answers = await all(forecastMany(series, { options }))
    expect(answers).toMatchObject([
      { kind: 'declined', id: 'short', needed: 6, got: 2 },
      { kind: 'refused', id: 'odd', code: 'forecast.value-not-finite' },
      { kind: 'forecast', id: '0' },
    ])
  })

  test('tells how far it is, and ends soon after it is told to, reading no further', async () => {
    let read = 0
    function* endless(): Generator<WorkSeries> {
      const [one] = panel(1) as [WorkSeries]
      for (;;) {
        read += 1
        yield { ...one, id: `${read}` }
      }
    }
    const signal = { aborted: false }
    const told: number[] = []
    const progress = (answered: number) => {
      told.push(answered)
      if (answered >= 20) signal.aborted = true
    }
    const answers = await all(forecastMany(endless(), { options, batch: 5, workers: 2, progress, signal }))
    expect(told).toEqual([5, 10, 15, 20])
    expect(answers).toHaveLength(20)
    expect(read).toBeLessThanOrEqual(40)
  })

  test('a worker that breaks is the error of the panel', async () => {
    const broken: StartPort<WorkMessage, WorkAnswer[]> = (_, fail) => ({
      ask: () => void Promise.resolve().then(() => fail(new Error('out of memory'))),
      close() {},
    })
    await expect(all(forecastMany(panel(9), { options, batch: 2, workers: 2, start: broken }))).rejects.toThrow(
      'out of memory',
    )
  })

  test('a question that waited for a worker that broke is answered by another', async () => {
    const start: StartPort<number, number> = (hear, fail) => ({
      ask: (n) => void Promise.resolve().then(() => (n === 1 ? fail(new Error('one')) : hear(10 * n))),
      close() {},
    })
    const pool = startPool(1, start)
    const answers = await Promise.allSettled([pool.ask(1), pool.ask(2), pool.ask(3)])
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['failed', 20, 30])
    await pool.close()
  })
})
