// SPDX-License-Identifier: Apache-2.0
import { type Logger, pino } from 'pino'

/** A structured log, a JSON line each. Nothing that a person typed goes into it. */
export function makeLog(level: string, part: string): Logger {
  return pino({ level, base: { part } })
}
