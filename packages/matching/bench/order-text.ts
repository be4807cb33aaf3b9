// SPDX-License-Identifier: Apache-2.0
// How many lines of 300 order texts in three scripts are read right, asked about, or read wrong without asking.
// Run: npm run bench:order-text   (--show: the lines that are not right; --part development | held-out)
import { readFileSync } from 'node:fs'
import { plainDate } from '@resham/base'
import { type OrderReading, prepareCatalogue, type ReadLine, readOrderText } from '../src/index.ts'

type Truth = { readonly items: readonly string[]; readonly quantity: number | null; readonly price?: number }
type Sample = {
  readonly id: string
  readonly script: string
  readonly part: string
  readonly text: string
  readonly lines: readonly Truth[]
  readonly day?: string
  readonly customer?: string
}
type Row = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly pack: number | null
}
type File = { readonly today: string; readonly catalogue: readonly Row[]; readonly texts: readonly Sample[] }

const file = JSON.parse(readFileSync(new URL('order-texts.json', import.meta.url), 'utf8')) as File
const catalogue = prepareCatalogue(
  file.catalogue.map(({ pack, ...item }) => ({ ...item, packMilli: pack === null ? null : pack * 1000 })),
)
const options = { today: plainDate(file.today), dateOrder: 'day-first' as const }

type Verdict = 'right' | 'asked' | 'wrong'
type Tally = Record<Verdict, number> & {
  lines: number
  extra: number
  needless: number
  days: number
  daysRight: number
  prices: number
  pricesRight: number
}
const noTally = (): Tally => ({
  right: 0,
  asked: 0,
  wrong: 0,
  lines: 0,
  extra: 0,
  needless: 0,
  days: 0,
  daysRight: 0,
  prices: 0,
  pricesRight: 0,
})

const isExact = (truth: Truth) => truth.items.length === 1 && truth.quantity !== null

/** A line that is asked counts only where the question is the one that must be answered, with the right answer among its choices. */
function verdictOf(truth: Truth, line: ReadLine): Verdict {
  if (line.asks.length > 0) {
    const which = line.asks.find((ask) => ask.kind === 'which-item')
    const itemGood =
      line.itemId !== null
        ? truth.items.includes(line.itemId)
        : !which || truth.items.length === 0 || truth.items.some((id) => which.choices.includes(id))
    return itemGood ? 'asked' : 'wrong'
  }
  return isExact(truth) &&
    line.itemId === truth.items[0] &&
    line.quantityMilli === Math.round((truth.quantity ?? 0) * 1000)
    ? 'right'
    : 'wrong'
}

function judge(sample: Sample, reading: OrderReading, tally: Tally, show: (text: string) => void): void {
  const left = [...reading.lines]
  for (const truth of sample.lines) {
    const fits = (line: ReadLine) =>
      truth.items.some(
        (id) => id === line.itemId || (line.itemId === null && line.candidates.some((one) => one.itemId === id)),
      )
    const at =
      [
        left.findIndex((line) => line.itemId !== null && truth.items.includes(line.itemId)),
        left.findIndex(fits),
        left.findIndex((line) => line.itemId === null),
        left.length === 0 ? -1 : 0,
      ].find((i) => i >= 0) ?? -1
    const [line] = at >= 0 ? left.splice(at, 1) : []
    const verdict = line ? verdictOf(truth, line) : 'wrong'
    tally.lines += 1
    tally[verdict] += 1
    if (verdict === 'asked' && isExact(truth)) tally.needless += 1
    if (truth.price !== undefined) {
      tally.prices += 1
      if (Number(line?.price) === truth.price) tally.pricesRight += 1
    }
    if (verdict !== 'right' && (verdict === 'wrong' || isExact(truth)))
      show(
        `${verdict} ${sample.id}: ${JSON.stringify(sample.text)}\n   meant ${JSON.stringify(truth)}\n   read ${line ? JSON.stringify({ item: line.itemId, milli: line.quantityMilli, asks: line.asks, top: line.candidates.slice(0, 2).map((c) => `${c.itemId} ${c.probability}`) }) : 'nothing'}`,
      )
  }
  const extra = left.filter((line) => line.asks.length === 0)
  tally.extra += extra.length
  for (const line of left)
    show(
      `extra ${sample.id}: ${JSON.stringify(sample.text)} ${JSON.stringify({ item: line.itemId, milli: line.quantityMilli, asks: line.asks })}`,
    )
  if (sample.day !== undefined || reading.day) {
    tally.days += 1
    if (reading.day?.day === sample.day) tally.daysRight += 1
    else show(`day ${sample.id}: ${JSON.stringify(sample.text)} meant ${sample.day} read ${reading.day?.day}`)
  }
  if (sample.customer !== undefined && reading.customer !== sample.customer)
    show(`customer ${sample.id}: ${reading.customer}`)
}

const args = process.argv.slice(2)
const part = args.includes('--part') ? args[args.indexOf('--part') + 1] : undefined
const print = args.includes('--show') ? (text: string) => console.log(text) : () => undefined
const percent = (n: number, of: number) => (of === 0 ? '-' : `${((100 * n) / of).toFixed(1)} %`)
const started = performance.now()
for (const name of part ? [part] : ['development', 'held-out']) {
  const all = noTally()
  for (const script of ['english', 'roman', 'urdu']) {
    const tally = noTally()
    const samples = file.texts.filter((one) => one.part === name && one.script === script)
    for (const sample of samples) {
      const reading = readOrderText(sample.text, catalogue, options)
      if (reading.kind === 'order') judge(sample, reading, tally, print)
    }
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key]
    report(`${name}, ${script} (${samples.length} texts)`, tally)
  }
  report(`${name}, all`, all)
}
console.log(`${(performance.now() - started).toFixed(0)} ms for all, on a catalogue of ${file.catalogue.length} items`)

function report(title: string, t: Tally): void {
  console.log(
    `${title}: ${t.lines} lines; right or asked ${percent(t.right + t.asked, t.lines)} (right ${percent(t.right, t.lines)}, asked ${percent(t.asked, t.lines)}, of them needlessly ${t.needless}); wrong and not asked ${percent(t.wrong + t.extra, t.lines + t.extra)} (${t.wrong} lines, ${t.extra} invented); days ${t.daysRight}/${t.days}; prices ${t.pricesRight}/${t.prices}`,
  )
}
