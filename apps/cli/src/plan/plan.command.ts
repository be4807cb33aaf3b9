// SPDX-License-Identifier: Apache-2.0
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { AppError } from '@resham/base'
import { isCurrency } from '@resham/pack-kit'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { packs } from '../packs.ts'
import { planPage } from '../report/plan-page.ts'
import { startBar } from '../terminal/bar.ts'
import { type Arguments, read } from '../terminal/options.ts'
import { languages } from '../terminal/words.ts'
import { analyseLedger } from './analyse-ledger.ts'
import { jsonReport } from './json-report.ts'
import { sayerOf } from './say.ts'
import { terminalReport } from './terminal-report.ts'

/** `resham plan`: from a sales file to what to order, without a server. */
export const planCommand: Command = {
  name: 'plan',
  grammar: {
    options: {
      stock: 'value',
      'lead-time': 'value',
      json: 'switch',
      report: 'value',
      'no-report': 'switch',
      currency: 'value',
      pack: 'value',
      jobs: 'value',
    },
    operands: { least: 1, most: 1, name: 'LEDGER' },
  },
  async run(given, { output, status, speak, language }) {
    const path = given.operands[0] as string
    const pack = packOf(given)
    const bar = startBar(status)
    const { view, unknownCodes, badStock } = await analyseLedger({
      path,
      pack,
      currency: currencyOf(given, pack.currency),
      stockPath: given.values.get('stock'),
      leadTimeDays: read.whole(given, 'lead-time', 0, 400) ?? 21,
      jobs: read.whole(given, 'jobs', 1, 256) ?? availableParallelism(),
      onRead: (share, lines) => bar.show(share, speak('plan.reading', { lines })),
      onLookedAhead: (done, all) => bar.show(done / all, speak('plan.thinking', { done, all })),
    }).finally(() => bar.clear())

    for (const { lineNo, column, reason } of badStock.slice(0, 5)) {
      status.write(`resham: ${speak('plan.bad-row', { line: lineNo, column, reason })}\n`)
    }
    if (unknownCodes.length > 0) {
      const codes = unknownCodes.slice(0, 5).join(', ')
      status.write(`resham: ${speak('plan.stock-unknown', { count: unknownCodes.length, codes })}\n`)
    }
    const sayer = sayerOf(language, pack, view.currency)
    const isJson = given.switches.has('json')
    await output.write(isJson ? jsonReport(view, sayer) : terminalReport(view, sayer, { bold: output.isTerminal }))

    if (!given.switches.has('no-report')) {
      const report = given.values.get('report') ?? reportName(path)
      const others = languages.filter((one) => one !== language).map((one) => sayerOf(one, pack, view.currency))
      await writeFile(report, planPage(view, [sayer, ...others])).catch((cause) => {
        throw new AppError('cli.report-not-written', { path: report, why: String(cause?.code ?? cause) }, { cause })
      })
      status.write(`${speak('plan.report-written', { path: report })}\n`)
    }
    return exitCodes.done
  },
}

function packOf(given: Arguments) {
  const id = read.oneOf(
    given,
    'pack',
    packs.map((pack) => pack.id),
  )
  return packs.find((pack) => pack.id === id) ?? (packs[0] as (typeof packs)[number])
}

function currencyOf(given: Arguments, own: string): string {
  const currency = given.values.get('currency')?.toUpperCase()
  if (currency !== undefined && !isCurrency(currency)) {
    throw new AppError('cli.option-currency', { currency, example: own })
  }
  return currency ?? own
}

/** `books/sales.csv.gz` gives `sales.plan.html`, in the folder one is in. */
function reportName(path: string): string {
  return `${basename(path).replace(/(\.(csv|tsv|txt|xlsx))?(\.gz)?$/i, '')}.plan.html`
}
