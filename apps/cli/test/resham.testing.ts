// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { vi } from 'vitest'

/** A process of its own takes a moment to start, and much longer on a busy machine. */
vi.setConfig({ testTimeout: 60_000 })

const launcher = resolve(import.meta.dirname, '../bin/resham.mjs')

/** What a run of the program left behind. */
export type Run = { readonly code: number; readonly out: string; readonly err: string }

/** Runs `resham` as a person would: its own process, real pipes. English unless the arguments say otherwise. */
export function resham(
  args: readonly string[],
  input: string | Uint8Array = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      env: { PATH: process.env.PATH, RESHAM_LANG: 'en', ...env },
      stdio: 'pipe',
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    // The program may refuse before it has read everything.
    child.stdin.on('error', () => {})
    child.on('error', failed)
    child.on('close', (code) => {
      done({ code: code ?? -1, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') })
    })
    child.stdin.end(input)
  })
}
