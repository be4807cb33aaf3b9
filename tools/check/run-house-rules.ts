// SPDX-License-Identifier: Apache-2.0
// Walks the project and prints each breach of the house's own rules; `npm run check` runs it.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { breachesOf } from './house-rules.ts'

const root = resolve(import.meta.dirname, '../..')
const rooms = ['packages', 'packs', 'apps', 'tools']
const made = /^(node_modules|build|dist|[.]svelte-kit|enhance|coverage)$/
const read = /[.](ts|mjs|cjs|svelte|css|json|html)$/

const breaches = rooms.flatMap(filesIn).flatMap((path) => breachesOf(path, readFileSync(join(root, path), 'utf8')))
for (const { path, line, says } of breaches) console.log(`${path}:${line}  ${says}`)
process.exitCode = breaches.length > 0 ? 1 : 0

function filesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    if (made.test(entry.name)) return []
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(path)
    return read.test(entry.name) ? [path] : []
  })
}
