// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committedSql, queriesFolder } from './samples/committed-sql.ts'
import { fillWorld, openRecorder, recordAll } from './samples/record.ts'
import { repositories } from './samples/repositories.ts'
import { aWorld } from './samples/world.ts'
import { snapshotOf } from './snapshot.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

let at: TestDatabase
beforeAll(async () => {
  at = await openTestDatabase()
})
afterAll(() => at.close())

const source = resolve(import.meta.dirname, '../src')
const amina = aWorld('Amina')
const zed = aWorld('Zed')
/** Zed, with ids that are Amina's. */
const zedReaching = aWorld('Zed', 'Amina')

const sourceFiles = (await readdir(source, { recursive: true })).filter(
  (name) => name.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(name),
)

test('every function of every repository is sampled, so that it is walked below', async () => {
  const missing: string[] = []
  for (const file of sourceFiles.filter((name) => name.endsWith('.repository.ts'))) {
    const text = await readFile(join(source, file), 'utf8')
    for (const [, name] of text.matchAll(/^export async function (\w+)/gm)) {
      if (!repositories.some((one) => one.file === file && one.name === name)) missing.push(`${file}: ${name}`)
    }
  }
  expect(missing).toEqual([])
})

test('in the modules SQL stands in repositories only', async () => {
  const wrong: string[] = []
  for (const file of sourceFiles.filter((name) => name.startsWith('modules/') && !name.endsWith('.repository.ts'))) {
    if (
      /\bsql`|\binsertMany\(|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(
        await readFile(join(source, file), 'utf8'),
      )
    ) {
      wrong.push(file)
    }
  }
  expect(wrong).toEqual([])
})

test('the committed SQL is what the repositories say', async () => {
  const own = await openTestDatabase()
  try {
    const wanted = committedSql(await recordAll(own.ownerUrl))
    expect((await readdir(queriesFolder)).sort()).toEqual([...wanted.keys()].sort())
    for (const [name, text] of wanted) {
      expect(await readFile(join(queriesFolder, name), 'utf8'), `${name}: npm run db:queries -w @resham/server`).toBe(
        text,
      )
    }
  } finally {
    await own.close()
  }
})

test('no function of a repository shows or changes what is not the own business', async () => {
  const tables = await at.asOwner<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  )
  await fillWorld(at.ownerUrl, amina)
  await fillWorld(at.ownerUrl, zed)
  const before = await snapshotOf(at, amina.tenantId)
  expect([...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([])

  const recorder = await openRecorder(at.ownerUrl)
  const untold: string[] = []
  let statementsOnTenants = 0
  let refusals = 0
  for (const sampled of repositories) {
    const { answers, statements } = await recorder.run(sampled, zedReaching).catch((error: { code?: string }) => {
      // A duplicate or a missing reference is an honest answer; anything else is not.
      expect(error.code, `${sampled.repository}.${sampled.name}`).toMatch(/^23/)
      refusals += 1
      return { answers: [], statements: [] }
    })
    const shown = JSON.stringify(answers, (_, value) =>
      value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
    )
    expect(shown, `${sampled.repository}.${sampled.name}`).not.toMatch(/Amina/)
    for (const { text, parameters } of statements) {
      if (!tables.some(({ name }) => new RegExp(`\\b${name}\\b`).test(text))) continue
      statementsOnTenants += 1
      if (!text.includes('tenant_id') || !parameters.includes(zed.tenantId)) {
        untold.push(`${sampled.repository}.${sampled.name}: ${text}`)
      }
    }
  }
  await recorder.close()
  // The walk ends with the taking away of a whole business: every table has been thought of.
  const left = [...(await snapshotOf(at, zed.tenantId))].filter(([, rows]) => rows.length > 0).map(([name]) => name)
  expect(left).toEqual(['audit_events'])
  expect(await snapshotOf(at, amina.tenantId)).toEqual(before)
  expect(untold, 'statements on tenant data without the tenant as a parameter').toEqual([])
  process.stdout.write(
    `Tenancy: ${repositories.length} functions of ${new Set(repositories.map((one) => one.repository)).size} repositories walked by a stranger; ` +
      `${statementsOnTenants} statements on tenant data, each with the tenant as a parameter; ${refusals} refused by keys\n`,
  )
})
