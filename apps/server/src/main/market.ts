// SPDX-License-Identifier: Apache-2.0
// `npm run market -- load PATH|FOLDER|ADDRESS ...`: brings market series in. For the operator of the machine.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Value } from 'typebox/value'
import { loadHeadings, loadMarket, makeMarketOutlooks, SourceDefinition } from '#modules/market/index.ts'
import { machineClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { isAddress, makeReceive } from '#platform/fetch/received.ts'
import { prepareQueue } from '#platform/queue/worker.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { readEnv } from './env.ts'
import { migrate } from './migrate.ts'
import { inUrdu } from './packs.ts'

const usage = `Brings market series in: prices, trade, rates, harvests.

  npm run market -- load PLACE ... [options]
  npm run market -- headings PLACE      what customs headings are called: a table with their codes and descriptions

PLACE is a file, a folder of files, or an http(s) address. What it is (WFP food prices from HDX, UN Comtrade CSV or
JSON, World Bank JSON, FAOSTAT CSV, ECB rates, or a table of dates and values) is told from its content.

  --source NAME        wfp, comtrade, worldbank, faostat, ecb or csv, where the content does not tell
  --only COLUMN=A,B    keeps rows whose column holds one of the values; may be given several times
  --source-name TEXT   who publishes it        --licence TEXT       under which terms
For a table of dates and values:
  --name TEXT          what it is called       --kind KIND          price, trade, rate, harvest or index
  --date COLUMN        --value COLUMN          --by COLUMN,COLUMN   columns that tell series apart, from what to where
  --unit TEXT          KG, L, piece ...        --currency AAA       --per AAA   for a rate: units of currency for one of this
  --region TEXT        the country             --date-order dmy|mdy

A place is loaded whole or not at all; what was there stays when it fails. Loading the same again changes nothing.`

const text = { type: 'string' } as const
const say = (line: string) => process.stdout.write(`${line}\n`)

const asked = await inFolders(readArguments())
if (!asked) process.exit(2)
const env = await readEnv(process.env)
const database = env.databaseUrl === undefined ? await startEmbeddedPostgres(env.home) : undefined
const ownerUrl = env.databaseUrl ?? database?.ownerUrl ?? ''
await migrate(ownerUrl, join(import.meta.dirname, '../migrations'))
await prepareQueue(ownerUrl)
const db = openDatabase(ownerUrl, { connections: 4 })
const receive = makeReceive({ clock: machineClock, pause: (ms) => pause(ms) })
let failures = 0
for (const from of asked.verb === 'headings' ? asked.places : []) {
  const done = await loadHeadings({ db, receive }, from).catch((error: Error) => error)
  if (done instanceof Error) failures += 1
  say(
    done instanceof Error
      ? `${from}: not loaded, ${done.message}`
      : `${from}: ${done.headings} headings from ${done.rowsRead} rows.`,
  )
}
for (const from of asked.verb === 'load' ? asked.places : []) {
  const run = await loadMarket({ db, clock: machineClock, receive, inUrdu }, { ...asked.options, from })
  if (run.outcome === 'failed') failures += 1
  say(tell(run))
}
const looked = await makeMarketOutlooks({ db, clock: machineClock }, (done) => {
  if (process.stdout.isTTY) process.stdout.write(`\rForecasts: ${done} series`)
})
if (looked > 0) say(`${process.stdout.isTTY ? '\r' : ''}Forecasts made for ${looked} series.`)
await db.destroy()
// A server that was running before goes on running.
if (database && !database.adopted) await database.stop()
process.exitCode = failures > 0 ? 1 : 0

type Asked = {
  readonly verb: 'load' | 'headings'
  readonly places: readonly string[]
  readonly options: Omit<SourceDefinition, 'from'>
}

function readArguments(): Asked | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        ...{
          source: text,
          'source-name': text,
          licence: text,
          name: text,
          date: text,
          value: text,
          by: text,
          kind: text,
        },
        ...{
          unit: text,
          currency: text,
          per: text,
          region: text,
          'date-order': text,
          help: { type: 'boolean', short: 'h' },
        },
        only: { type: 'string', multiple: true },
      },
    })
    const [verb, ...places] = positionals
    if (values.help || (verb !== 'load' && verb !== 'headings') || places.length === 0) {
      say(usage)
      return undefined
    }
    const given = {
      source: values.source,
      sourceName: values['source-name'],
      licence: values.licence,
      only: values.only && Object.fromEntries(values.only.map(onlyOf)),
      ...{ name: values.name, date: values.date, value: values.value, by: values.by?.split(','), kind: values.kind },
      ...{ unit: values.unit, currency: values.currency, perCurrency: values.per, region: values.region },
      dateOrder: values['date-order'],
    }
    const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (!Value.Check(SourceDefinition, { ...options, from: 'x' })) {
      const [first] = Value.Errors(SourceDefinition, { ...options, from: 'x' })
      say(`Not understood: ${first?.instancePath.slice(1) ?? ''} ${first?.message ?? ''}. See --help.`)
      return undefined
    }
    return { verb, places, options }
  } catch (error) {
    say(`${(error as Error).message}\n\n${usage}`)
    return undefined
  }
}

/** A folder stands for its files, in order of their names. */
async function inFolders(given: Asked | undefined): Promise<Asked | undefined> {
  if (!given) return undefined
  const places: string[] = []
  for (const place of given.places) {
    const isFolder = !isAddress(place) && (await stat(place).catch(() => undefined))?.isDirectory()
    if (isFolder)
      places.push(
        ...(await readdir(place))
          .filter((name) => !name.startsWith('.'))
          .sort()
          .map((name) => join(place, name)),
      )
    else places.push(place)
  }
  return { ...given, places }
}

function onlyOf(pair: string): [string, string[]] {
  const at = pair.indexOf('=')
  return [pair.slice(0, Math.max(0, at)), pair.slice(at + 1).split(',')]
}

/** One load in a few lines: what came in, what did not and why. */
function tell(run: Awaited<ReturnType<typeof loadMarket>>): string {
  const about = Object.entries(run.errorDetails ?? {}).map(([name, value]) => `${name}: ${value}`)
  if (run.outcome === 'failed')
    return `${run.origin}: not loaded, ${run.errorCode} (${about.join(', ')}). What was there stays.`
  const lines = [
    `${run.origin}: ${run.seriesCount} series from ${run.rowsRead} rows (${run.source}), ${run.pointsAdded} values new, ${run.pointsRevised} changed.`,
    ...run.skipped.map(
      ({ reason, rows, first }) =>
        `  left out: ${rows} × ${reason}, first on line ${first.line}${first.column ? ` (${first.column}: "${first.cell}")` : ''}`,
    ),
  ]
  return lines.join('\n')
}
