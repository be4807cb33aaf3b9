// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import type { Recorded } from './record.ts'

/** Where the SQL of every repository is committed, so that a change of SQL is seen in review. */
export const queriesFolder = resolve(import.meta.dirname, '../../src/queries')

const head = `-- What this repository says to the database, as its samples make it say. Written by
-- \`npm run db:queries -w @resham/server\`; never by hand.
`

/** The committed files: name and text, from what was recorded. */
export function committedSql(recorded: readonly Recorded[]): Map<string, string> {
  const byRepository = Map.groupBy(recorded, ({ sampled }) => sampled.repository)
  return new Map(
    [...byRepository].map(([repository, functions]) => [
      `${repository}.sql`,
      head + functions.map((one) => `\n-- ${one.sampled.name}\n${sqlOf(one)}`).join(''),
    ]),
  )
}

function sqlOf({ statements }: Recorded): string {
  const texts = statements.map(({ text }) => tidy(text))
  return [...new Set(texts)].map((text) => `${text};\n`).join('')
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join('\n')
}
