// SPDX-License-Identifier: Apache-2.0
// `npm run db:types -w @resham/server`: the types of the database, from the migrations.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describeSchema } from './describe-schema.ts'
import { onThrowAwayDatabase } from './throw-away-database.ts'

const target = resolve(import.meta.dirname, '../src/platform/db/schema.ts')
await writeFile(target, await onThrowAwayDatabase(describeSchema))
