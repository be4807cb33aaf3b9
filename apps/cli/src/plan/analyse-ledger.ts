// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path'
import { addDays, fromDayNumber } from '@resham/base'
import { type BadStockRow, readStock, type StockLine } from '@resham/ledger'
import { currencyDecimals, holidayWindows, type Pack } from '@resham/pack-kit'
import { type Analysis, analyse, DEFAULT_SUPPLY, holidayPriors, type Settings, type Supply } from '@resham/planning'
import { fileSource, native } from './file-source.ts'
import { startOutlookThreads } from './item-outlooks.ts'
import { type ReadBooks, readBooks } from './read-books.ts'
import type { PlanView } from './view.ts'

/** What to analyse, and how. */
export type LedgerQuestion = {
  readonly path: string
  readonly pack: Pack
  /** Of lines that name none. */
  readonly currency: string
  readonly stockPath: string | undefined
  readonly leadTimeDays: number
  readonly jobs: number
  onRead(share: number, lines: number): void
  onLookedAhead(done: number, all: number): void
}

/** The seed of everything drawn by chance: the same file gives the same report. */
const seed = 1
/** Days ahead for which holidays are looked up: as far as any forecast reaches. */
const daysAhead = 130

/** Reads a ledger, looks ahead for every item in threads, and says what it means. */
export async function analyseLedger(question: LedgerQuestion): Promise<{
  readonly view: PlanView
  readonly unknownCodes: readonly string[]
  readonly badStock: readonly BadStockRow[]
}> {
  const { path, pack, stockPath, leadTimeDays } = question
  const { source, bytes } = await fileSource(path)
  // Threads take a moment to start: they do so while the ledger is read.
  const threads = startOutlookThreads(question.jobs)
  try {
    const ledger = await readBooks(source, pack, question.currency, (bytesRead, lines) =>
      question.onRead(bytesRead / bytes, lines),
    )
    const { books, currency } = ledger
    const stock =
      stockPath === undefined
        ? { lines: new Map<string, StockLine>(), bad: [] }
        : await readStock((await fileSource(stockPath)).source, currencyDecimals(currency), native)

    const asked: Settings = {
      today: books.lastDay,
      holidays: holidayWindows(pack, fromDayNumber(books.firstDay), addDays(fromDayNumber(books.lastDay), daysAhead)),
      seed,
      supply: { ...DEFAULT_SUPPLY, leadTimeDays },
    }
    const settings = { ...asked, holidayPriors: holidayPriors(books.items, asked) }
    const outlooks = await threads.outlooksOf(books.items, settings, (done) =>
      question.onLookedAhead(done, books.items.length),
    )
    const supplies = [...stock.lines.values()].map((line) => supplyOf(line))
    const analysis = analyse(books, outlooks, supplies, settings)
    const codes = new Set(books.items.map(({ key }) => key))
    return {
      view: viewOf(ledger, analysis, basename(path)),
      unknownCodes: [...stock.lines.keys()].filter((code) => !codes.has(code)),
      badStock: stock.bad,
    }
  } finally {
    await threads.close()
  }
}

/** What a stock list leaves out follows the defaults. */
function supplyOf(line: StockLine): Supply {
  const { code, onHandMilli, leadTimeDays, packSizeMilli, minimumOrderMilli, unitCostMinor, supplier } = line
  return {
    key: code,
    onHand: onHandMilli === null ? null : onHandMilli / 1000,
    ...(leadTimeDays !== null && { leadTimeDays }),
    ...(packSizeMilli !== null && packSizeMilli > 0 && { packSize: packSizeMilli / 1000 }),
    ...(minimumOrderMilli !== null && { minimumOrder: minimumOrderMilli / 1000 }),
    ...(unitCostMinor !== null && { unitCost: unitCostMinor }),
    supplier,
  }
}

function viewOf(ledger: ReadBooks, analysis: Analysis, name: string): PlanView {
  const { today, plan } = analysis
  return {
    file: {
      name,
      lines: ledger.lines,
      bad: ledger.bad,
      firstDay: ledger.books.firstDay,
      otherCurrencies: ledger.otherCurrencies.map(({ currency, lines }) => ({ currency, lines })),
    },
    currency: ledger.currency,
    engine: { name: analysis.engine, version: analysis.version, seed: analysis.seed },
    today: today.today,
    last30: today.last30,
    chart: { firstWeek: today.chart.past.from, past: today.chart.past.values, next: today.chart.next },
    tasks: today.tasks.map(({ subject, reason, why }) => ({ name: subject.name, reason, why })),
    unusual: today.unusual.map(({ subject, day, sentence, why, bars }) => ({
      name: subject.name,
      day,
      sentence,
      why,
      bars,
    })),
    rising: today.rising.map(({ subject, ...rest }) => ({ ...rest, name: subject.name })),
    falling: today.falling.map(({ subject, ...rest }) => ({ ...rest, name: subject.name })),
    orders: plan.map(({ code, name, urgency, orderQuantity, target, orderBy, cost, why }) => ({
      code,
      name,
      urgency,
      quantity: orderQuantity,
      target,
      orderBy,
      cost,
      why,
    })),
  }
}
