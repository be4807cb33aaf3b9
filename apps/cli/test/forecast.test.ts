// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { isDeclined, seededRandom } from '@resham/base'
import { forecast } from '@resham/forecast'
import { describe, expect, test } from 'vitest'
import { resham } from './resham.testing.ts'

const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const y = [12, 15, 11, 14, 16, 13, 12, 17, 15, 14, 13, 18]

describe('one series', () => {
  test('gives mean, lo, hi by level, and the model, as the engine does', async () => {
    const { code, out, err } = await resham(['forecast'], `${JSON.stringify({ id: 'tea', y, h: 3, season: 4 })}\n`)
    const expected = forecast(y, { h: 3, seasonLength: 4 })
    if (isDeclined(expected)) throw new Error('the engine declined a series that is long enough')
    const { mean, lo, hi, model } = expected
    expect(lines(out)).toEqual([{ id: 'tea', mean, lo, hi, model }])
    expect(Object.keys(lo)).toEqual(['80', '95'])
    expect([code, err]).toEqual([0, ''])
  })

  test('options hold for lines that say nothing of their own', async () => {
    const input = [
      { id: 1, y },
      { id: 2, y, h: 2, season: 1 },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const { out } = await resham(['forecast', '--horizon', '5', '--season=4', '--level', '50,90'], input)
    const [first, second] = lines(out)
    expect([first.mean.length, second.mean.length]).toEqual([5, 2])
    expect(Object.keys(first.hi)).toEqual(['50', '90'])
    expect(first).toMatchObject(pick(forecast(y, { h: 5, seasonLength: 4, level: [50, 90] })))
  })

  test('one too short is declined with what is needed, and that is no error', async () => {
    const { code, out } = await resham(['forecast'], '{"id":"new","y":[1,2,3]}\n')
    expect(lines(out)).toEqual([{ id: 'new', declined: { reason: 'history-too-short', needed: 6, got: 3 } }])
    expect(code).toBe(0)
  })

  test('null is a period that is not known, not a zero', async () => {
    const gap = [...y.slice(0, 5), null, ...y.slice(6)]
    const { out } = await resham(['forecast'], JSON.stringify({ id: 'gap', y: gap, h: 2 }))
    const known = gap.map((value) => value ?? 0)
    expect(lines(out)[0]).toMatchObject(pick(forecast(known, { h: 2, unknown: [5] })))
  })
})

describe('many series', () => {
  const random = seededRandom(20)
  const series = Array.from({ length: 120 }, (_, id) => {
    const length = 1 + Math.floor(random.next() * 60)
    return { id, y: Array.from({ length }, () => Math.floor(random.next() * 50)), h: 1 + (id % 5) }
  })
  const input = series.map((line) => `${JSON.stringify(line)}\n`).join('')

  test('answers stand in the order of the lines, the same with one thread and with three', async () => {
    const [one, three] = await Promise.all([
      resham(['forecast', '--jobs', '1'], input),
      resham(['forecast', '--jobs', '3'], input),
    ])
    expect(three.out).toBe(one.out)
    expect(lines(one.out).map(({ id }) => id)).toEqual(series.map(({ id }) => id))
  })

  test.each(['1', '2'])('with %s threads an answer comes before the next line is sent', async (jobs) => {
    const child = spawn(process.execPath, [
      resolve(import.meta.dirname, '../bin/resham.mjs'),
      'forecast',
      '--jobs',
      jobs,
    ])
    for (const id of ['first', 'second']) {
      child.stdin.write(`${JSON.stringify({ id, y })}\n`)
      const [answer] = await once(child.stdout, 'data')
      expect(JSON.parse(String(answer)).id).toBe(id)
    }
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('a reader that stops early is no fault', async () => {
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../bin/resham.mjs'), 'forecast'])
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input.repeat(20))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(complaints).toBe('')
  })

  test('Windows line ends, empty lines, a mark of UTF-8 and a last line without an end are all fine', async () => {
    const line = JSON.stringify({ id: 'چائے', y })
    const { code, out } = await resham(['forecast'], `\uFEFF${line}\r\n\r\n\n${line}`)
    expect(lines(out).map(({ id }) => id)).toEqual(['چائے', 'چائے'])
    expect(code).toBe(0)
  })
})

describe('refusals', () => {
  test.each([
    ['nope', 'line 2: not JSON', 'cli.line-not-json'],
    ['[1, 2, 3]', 'line 2: not a JSON object', 'cli.line-not-object'],
    ['{"id": "x"}', 'line 2: no list "y"', 'cli.line-without-y'],
    ['{"id": "x", "y": [1, "2"]}', 'line 2: y[1] is not a number', 'cli.line-value-not-number'],
    ['{"id": "x", "y": [1, 1e999]}', 'line 2: y[1] is not finite', 'forecast.value-not-finite'],
    ['{"id": "x", "y": [1], "h": 0}', 'line 2: h is a whole number', 'forecast.horizon-invalid'],
    ['{"id": "x", "y": [1], "h": "6"}', 'line 2: h is a whole number', 'forecast.horizon-invalid'],
    ['{"id": "x", "y": [1], "season": 1.5}', 'line 2: season is a whole number', 'forecast.season-invalid'],
  ])('%s is named by its line; the lines around it are answered', async (bad, message, code) => {
    const good = JSON.stringify({ id: 'good', y })
    const run = await resham(['forecast'], `${good}\n${bad}\n${good}\n`)
    const [before, middle, after] = lines(run.out)
    expect([before.id, after.id]).toEqual(['good', 'good'])
    expect(middle.error).toMatchObject({ line: 2, code })
    expect(run.err).toContain(message)
    expect(run.code).toBe(2)
  })

  test.each([
    [['forecast', '--horizon', '0'], '--horizon takes a whole number from 1 to 1000'],
    [['forecast', '--horizon'], '--horizon needs a value'],
    [['forecast', '--level', '80,120'], '--level takes percents'],
    [['forecast', '--season', '2', '--season', '3'], '--season is given twice'],
    [['forecast', '--horizn', '6'], 'Did you mean --horizon?'],
    [['forecast', 'sales.csv'], '"sales.csv" is one name too many'],
    [['forecast', '--lang', 'fr'], '--lang is one of: en, ur'],
    [['forcast'], 'Did you mean forecast?'],
  ])('%j is a wrong command line', async (args, message) => {
    const { code, out, err } = await resham(args)
    expect(err).toContain(message)
    expect([code, out]).toEqual([1, ''])
  })
})

function pick(result: ReturnType<typeof forecast>): object {
  if (isDeclined(result)) throw new Error('the engine declined a series that is long enough')
  const { mean, lo, hi, model } = result
  return { mean, lo, hi, model }
}
