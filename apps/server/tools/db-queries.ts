// SPDX-License-Identifier: Apache-2.0
// `npm run db:queries -w @resham/server`: the SQL of every repository, for reviewers.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareQueue } from '#platform/queue/worker.ts'
import { committedSql, queriesFolder } from '../test/samples/committed-sql.ts'
import { recordAll } from '../test/samples/record.ts'
import { onThrowAwayDatabase } from './throw-away-database.ts'

const files = await onThrowAwayDatabase(async (ownerUrl) => {
  await prepareQueue(ownerUrl)
  return committedSql(await recordAll(ownerUrl))
})
await rm(queriesFolder, { recursive: true, force: true })
await mkdir(queriesFolder, { recursive: true })
for (const [name, text] of files) await writeFile(join(queriesFolder, name), text)
