// SPDX-License-Identifier: Apache-2.0
// The API as a process for a test to kill.
import { composeApp } from '../../src/main/compose.ts'
import { machineClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/db/pool.ts'

const [databaseUrl = '', home = '', secret = '', origin = '', port = '0', place = ''] = process.argv.slice(2)
const parts = { db: openDatabase(databaseUrl, { connections: 8 }), clock: machineClock, home, origin, secret }
const more = { logLevel: 'silent', rateLimits: false, rememberMs: 0, fiscalPlaces: [place] }
const { app } = await composeApp({ ...parts, ...more })
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.('ready')
