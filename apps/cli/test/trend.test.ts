// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@resham/base'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resham } from './resham.testing.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resham-trend-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const month = (t: number) => `${2019 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`
const random = seededRandom(3)
/** Tea rises and jumps in the fourth year, with a summer; salt stands still. */
const tea = Array.from(
  { length: 72 },
  (_, t) => 100 + t + (t >= 40 ? 60 : 0) + 20 * Math.sin((2 * Math.PI * t) / 12) + 2 * random.normal(),
)
const rows = [
  ...tea.map((value, t) => `${month(t)},tea,${value.toFixed(2)}`),
  ...tea.map((_, t) => `${month(t)},salt,${(50 + random.normal()).toFixed(2)}`),
]
const table = `month,item,price\n${rows.join('\n')}\n`

describe('a file of two series', () => {
  test('as JSON: level, trend, season, the jump, what changed, and a forecast with its band', async () => {
    const path = await file('two.csv', table)
    const { code, out, err } = await resham(['trend', path, '--by', 'item', '--value', 'price', '--json'])
    const [first, second] = JSON.parse(out).series
    expect([code, err, first.name, second.name, first.periods]).toEqual([0, '', 'tea', 'salt', 72])
    expect(first.explanation.season.shows).toBe(true)
    expect(first.explanation.changes.map(({ at }: { at: string }) => at)).toContain('2022-05-01')
    expect(first.change.whole.size).toBeGreaterThan(10)
    const { mean, lo80, hi80, days } = first.forecast
    expect(days.slice(0, 2)).toEqual(['2025-01-01', '2025-02-01'])
    mean.forEach((value: number, k: number) => {
      expect(lo80[k] <= value && value <= hi80[k]).toBe(true)
    })
    const parts = Object.values(first.explanation.parts as Record<string, number[]>)
    const last = parts.reduce((sum, part) => sum + (part[71] ?? 0), 0)
    expect(last).toBeCloseTo(Number(tea[71]?.toFixed(2)), 6)
  })

  test('as text in both languages, a sentence a line', async () => {
    const path = await file('text.csv', table)
    const english = await resham(['trend', path, '--by', 'item', '--horizon', '2'])
    expect(english.out).toMatch(/tea: 72 periods, 2019-01 to 2024-12/)
    expect(english.out).toMatch(/2022-05: the level jumped/)
    expect(english.out.match(/: about /g)).toHaveLength(4)
    const urdu = await resham(['trend', path, '--by', 'item', '--lang', 'ur'])
    expect(urdu.out).toMatch(/مدتیں/)
    expect(urdu.out).not.toMatch(/\{\w+\}/)
  })
})

test('a bad row is named by its line and column, the others go on, and the exit code says so', async () => {
  const path = await file('bad.csv', `d,v\n2024-01,1\nsoon,2\n2024-02,much\n2024-03,3\n`)
  const { code, err, out } = await resham(['trend', path, '--date', 'd', '--value', 'v'])
  expect(code).toBe(2)
  expect(err).toMatch(/line 3: "soon" in d is no date/)
  expect(err).toMatch(/line 4: "much" in v is no number/)
  expect(out).toMatch(/We cannot say yet: 8 values are needed/)
})

test('a month that is missing is not known, not zero', async () => {
  const path = await file(
    'gap.csv',
    `date,value\n${tea.flatMap((value, t) => (t === 30 ? [] : [`${month(t)},${value}`])).join('\n')}\n`,
  )
  const { out } = await resham(['trend', path, '--json'])
  expect(JSON.parse(out).series[0].unknown).toEqual(['2021-07-01'])
})

test('a column that is not there, a file that is not there, and no file are said', async () => {
  const path = await file('one.csv', 'a,b\n2024-01,2\n')
  expect(await resham(['trend', path, '--date', 'day'])).toMatchObject({ code: 2, err: expect.stringMatching(/day/) })
  expect(await resham(['trend', join(folder, 'none.csv')])).toMatchObject({ code: 2 })
  expect(await resham(['trend'])).toMatchObject({ code: 1, err: expect.stringMatching(/FILE/) })
})
