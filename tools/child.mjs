// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Says one line of what is going on; standard error, so that standard output stays for results. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a program without showing what it prints, unless it fails.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => done({ code: 127, output: String(error) }))
    child.on('close', (code, signal) => {
      done({ code: code ?? (signal === null ? 1 : 130), output: Buffer.concat(chunks).toString('utf8') })
    })
  })
}

/**
 * Runs a program in this one's place: same terminal, signals passed on, its exit code returned.
 *
 * A terminal sends Ctrl-C to the program itself as well, so it may hear of the stop twice.
 *
 * @returns {Promise<number>}
 */
export function runInPlace(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const stop = () => child.kill('SIGTERM')
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, stop)
    child.on('error', (error) => {
      say(String(error))
      done(127)
    })
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, stop)
      done(code ?? (signal === null ? 1 : 130))
    })
  })
}
