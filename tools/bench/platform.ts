// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export const root = resolve(import.meta.dirname, '../..')

/** A platform of its own, started as `npm start` would, in a throw-away home. */
export type RunningPlatform = {
  readonly url: string
  readonly home: string
  readonly process: ChildProcess
  /** Milliseconds from start to the printed address. */
  readonly startMs: number
  stop(): Promise<void>
}

/** Starts the platform on a free port with a database of its own. */
export async function startPlatform(home?: string): Promise<RunningPlatform> {
  const place = home ?? (await mkdtemp(join(tmpdir(), 'resham-bench-')))
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'apps/server/src/main/start.ts')], {
    cwd: root,
    env: { ...process.env, RESHAM_HOME: place, PORT: '0', NODE_ENV: 'production', RESHAM_RATE_LIMITS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  return {
    url,
    home: place,
    process: child,
    startMs: performance.now() - started,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGINT')
        await new Promise((done) => child.once('exit', done))
      }
      if (home === undefined) await rm(place, { recursive: true, force: true })
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output to read')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const found = /https?:\/\/[\w.:[\]-]+/.exec(line)
    if (found) {
      child.stdout.resume()
      return found[0]
    }
  }
  throw new Error('the platform ended before it printed an address')
}

/** Memory, in MB, of a process and all it started, the database's own processes apart. What they share counts once. */
export async function usedMegabytes(pid: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const [, command, parent] = /\((.*)\) \S (\d+)/.exec(stat) ?? []
    if (parent && command !== 'postgres') parents.set(Number(name), Number(parent))
  }
  let kilobytes = 0
  for (const id of parents.keys()) {
    if (!descendsFrom(id, pid, parents)) continue
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return Math.round(kilobytes / 1024)
}

function descendsFrom(id: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === ancestor) return true
  }
  return false
}
