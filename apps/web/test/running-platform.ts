// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one platform that all browser tests share; empty where there is no browser. */
    platformUrl: string
    /** A free port on which a test may open an invented tax office; the platform knows its address. */
    officePort: number
    /** Path of a Chromium; empty where there is none. */
    chromium: string
  }
}

const root = resolve(import.meta.dirname, '../../..')
const browsers = [process.env.RESHAM_CHROMIUM, process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome']

/** Starts one platform for the whole run: its own database in a throw-away home, on a free port. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromium = browsers.find((path) => path && existsSync(path)) ?? ''
  project.provide('chromium', chromium)
  if (chromium === '') {
    project.provide('platformUrl', '')
    project.provide('officePort', 0)
    process.stderr.write('NO CHROMIUM: every browser test is skipped. Install one, or name it in RESHAM_CHROMIUM.\n')
    return undefined
  }
  if (!existsSync(join(root, 'apps/web/build/handler.js'))) {
    throw new Error('The pages are not built: run `npm run build -w @resham/web` first.')
  }
  const home = await mkdtemp(join(tmpdir(), 'resham-test-web-'))
  const officePort = await freePort()
  project.provide('officePort', officePort)
  const child = spawn(process.execPath, [join(root, 'apps/server/src/main/start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      ...{ RESHAM_HOME: home, PORT: '0', NODE_ENV: 'production', RESHAM_RATE_LIMITS: 'off' },
      RESHAM_FISCAL_PLACES: `http://127.0.0.1:${officePort}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  project.provide('platformUrl', await addressOf(child))
  return async () => {
    if (child.exitCode === null) {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGINT')
      await ended
    }
    await rm(home, { recursive: true, force: true })
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output to read')
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[\w.:[\]-]+/.exec(line)
    if (!found) continue
    child.stdout.resume()
    return found[0]
  }
  throw new Error('the platform ended before it printed an address')
}

/** A port that nobody has at the moment. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
