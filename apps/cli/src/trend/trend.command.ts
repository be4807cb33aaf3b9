// SPDX-License-Identifier: Apache-2.0
import type { Command, Surroundings } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { type Arguments, read } from '../terminal/options.ts'
import { asJson } from './as-json.ts'
import { asText } from './as-text.ts'
import { lookAt } from './look.ts'
import { readSeries } from './read-series.ts'

/** Bad rows that are named one by one; of more only the number is said. */
const mostNamed = 20

/** `resham trend FILE`: what a table of dates and values says, as text or as JSON. */
export const trendCommand: Command = {
  name: 'trend',
  grammar: {
    options: { date: 'value', value: 'value', by: 'value', horizon: 'value', json: 'switch' },
    operands: { least: 1, most: 1, name: 'FILE' },
  },
  run: runTrend,
}

async function runTrend(given: Arguments, { output, complain, speak, language }: Surroundings) {
  const horizon = read.whole(given, 'horizon', 1, 1000)
  const [date, value, by] = ['date', 'value', 'by'].map((name) => given.values.get(name))
  let bad = 0
  const columns = {
    ...(date === undefined ? {} : { date }),
    ...(value === undefined ? {} : { value }),
    ...(by === undefined ? {} : { by: by.split(',').map((name) => name.trim()) }),
  }
  const all = await readSeries(given.operands[0] as string, columns, ({ lineNo, column, reason, cell }) => {
    bad += 1
    if (bad <= mostNamed) complain(`cli.row-${reason}`, { line: lineNo, column: column ?? '', cell })
  })
  if (bad > mostNamed) complain('cli.more-bad-rows', { count: bad - mostNamed })
  const looks = all.map((series) => lookAt(series, horizon))
  if (given.switches.has('json')) await output.write(`${JSON.stringify({ series: looks.map(asJson) }, null, 2)}\n`)
  else await output.write(looks.map((look) => asText(look, speak, language)).join('\n'))
  return bad === 0 ? exitCodes.done : exitCodes.badInput
}
