// SPDX-License-Identifier: Apache-2.0
// A process for a test to kill: starts a database in the folder it is given, if any, and waits.
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'

const [home] = process.argv.slice(2)
if (home) await startEmbeddedPostgres(home)
process.send?.('ready')
setInterval(() => {}, 60_000)
