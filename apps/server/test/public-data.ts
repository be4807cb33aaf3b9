// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Path of a public data file, or null, loudly, when this machine does not have it. */
export function publicData(name: string): string | null {
  const folder = process.env.RESHAM_DATA ?? resolve(import.meta.dirname, '../../../../shared/data')
  const path = join(folder, name)
  if (existsSync(path)) return path
  process.stderr.write(`\n!!! NOT CHECKED: ${path} is absent; set RESHAM_DATA to the folder of public data.\n\n`)
  return null
}
