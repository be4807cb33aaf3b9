// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of public data: RESHAM_DATA, or `../shared/data` beside the repository. Undefined when absent. */
export function findDataFolder(): string | undefined {
  const folder = process.env.RESHAM_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
  return existsSync(folder) ? folder : undefined
}

/** The same, or an error that says how to give it. */
export function dataFolder(): string {
  const folder = findDataFolder()
  if (folder === undefined) throw new Error('Public data not found: set RESHAM_DATA to its folder')
  return folder
}
