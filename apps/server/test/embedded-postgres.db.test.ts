// SPDX-License-Identifier: Apache-2.0
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'resham-orphan-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const pidOf = async () => Number((await readFile(join(home, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

test('a server is made, keeps what it is given, and stops', async () => {
  const server = await startEmbeddedPostgres(home)
  await ask(server.ownerUrl, 'create table kept (n int); insert into kept values (7)')
  expect(await ask(server.ownerUrl, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  await server.stop()
  await expect(ask(server.ownerUrl, 'select 1')).rejects.toThrow()
})

test('a server orphaned by a kill of its parent is taken over, with what it holds', async () => {
  const parent = fork(join(import.meta.dirname, 'start-and-wait.testing.ts'), [home], { execArgv: [] })
  await once(parent, 'message')
  const pid = await pidOf()
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  const server = await startEmbeddedPostgres(home)
  expect(server.adopted).toBe(true)
  expect(await pidOf()).toBe(pid)
  expect(await ask(server.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
  await server.stop()
})

test('a server that ends by itself is started again at the same address, with every row that was acknowledged', async () => {
  const server = await startEmbeddedPostgres(home)
  await ask(server.ownerUrl, 'insert into kept values (8)')
  process.kill(await pidOf(), 'SIGKILL')
  await expect(ask(server.ownerUrl, 'select 1')).rejects.toThrow()
  const rows = await vi.waitFor(() => ask(server.ownerUrl, 'select n from kept order by n'), { timeout: 30_000 })
  expect(rows).toEqual([{ n: 7 }, { n: 8 }])
  await server.stop()
  await expect(ask(server.ownerUrl, 'select 1')).rejects.toThrow()
})

test('a server killed together with its parent is started anew, with what it holds', async () => {
  const parent = fork(join(import.meta.dirname, 'start-and-wait.testing.ts'), [home], { execArgv: [] })
  await once(parent, 'message')
  const pid = await pidOf()
  parent.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await once(parent, 'exit')
  const server = await startEmbeddedPostgres(home)
  expect(server.adopted).toBe(false)
  expect(await ask(server.ownerUrl, 'select n from kept order by n')).toEqual([{ n: 7 }, { n: 8 }])
  await server.stop()
})

test('a number left behind that is another program by now is not stopped', async () => {
  const other = fork(join(import.meta.dirname, 'start-and-wait.testing.ts'), [], { execArgv: [] })
  await once(other, 'message')
  // As after a restart of the machine: the file is older than the machine's uptime.
  await writeFile(join(home, 'postgres/postmaster.pid'), `${other.pid}\n${home}/postgres\n1000000000\n5\n\n127.0.0.1\n`)
  const server = await startEmbeddedPostgres(home)
  expect(server.adopted).toBe(false)
  expect(other.exitCode).toBe(null)
  expect(other.signalCode).toBe(null)
  await server.stop()
  other.kill('SIGKILL')
})
