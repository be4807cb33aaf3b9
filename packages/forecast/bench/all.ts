// SPDX-License-Identifier: Apache-2.0
// The table of what the engine must reach, one benchmark after the other; each writes its own evidence.
//
//   node packages/forecast/bench/all.ts              all of them; a quarter of an hour
//   node packages/forecast/bench/all.ts m3 wfp       only these

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** By the name of the npm command `bench:forecast-<name>`. */
const PARTS: Readonly<Record<string, string>> = {
  m3: 'm3.ts',
  m4: 'm4.ts',
  intervals: 'intervals.ts',
  ledger: 'real-ledger.ts',
  panel: 'panel.ts',
  wfp: 'wfp.ts',
  augurs: 'augurs.ts',
  arima: 'arima-speed.ts',
  speed: 'speed.ts',
  'panel-speed': 'panel-speed.ts',
}

const asked = process.argv.slice(2)
const strange = asked.find((name) => !(name in PARTS))
if (strange !== undefined) throw new Error(`No benchmark is called ${strange}: ${Object.keys(PARTS).join(', ')}`)
const names = asked.length > 0 ? asked : Object.keys(PARTS)
const failed = names.filter((name) => {
  console.log(`\n== bench:forecast-${name}\n`)
  const file = fileURLToPath(new URL(PARTS[name] as string, import.meta.url))
  return spawnSync(process.execPath, [file], { stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`)
  process.exitCode = 1
}
