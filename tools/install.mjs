// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuietly, say } from './child.mjs'

const lockFile = join(root, 'package-lock.json')
const marker = join(root, 'node_modules', '.resham-lock')

/**
 * Installs what package-lock.json names, when it is not there already.
 *
 * @returns {Promise<boolean>} whether the folder is now as the lock file says
 */
export async function install() {
  const wanted = fingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return true
  if (!isInstalled()) {
    say('Installing packages as package-lock.json names them (the first time this takes a minute) ...')
    const begun = Date.now()
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) {
      say(output)
      say('The packages could not be installed; the lines above say why. Nothing was started.')
      return false
    }
    say(`Packages installed in ${Math.round((Date.now() - begun) / 1000)} s.`)
  }
  writeFileSync(marker, wanted)
  return true
}

/** Runs npm: the one that runs us, else the one on the path. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath
  if (own?.endsWith('npm-cli.js')) return runQuietly(process.execPath, [own, ...args], options)
  return runQuietly('npm', args, { shell: process.platform === 'win32', ...options })
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  return `${hash} ${process.platform} ${process.arch}\n`
}

/**
 * Whether a plain `npm install` has already brought exactly these packages. npm keeps its own list of
 * what it installed; packages for other machines are not in it.
 */
function isInstalled() {
  const kept = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(kept)) return false
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const present = JSON.parse(readFileSync(kept, 'utf8')).packages
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue
    if (present[path] === undefined) {
      if (entry.optional && !isForThisMachine(entry)) continue
      return false
    }
    if (present[path].version !== entry.version) return false
  }
  return Object.keys(present).every((path) => wanted[path] !== undefined)
}

/** Whether an optional package names this machine; one that names no machine may be left out. */
function isForThisMachine({ os, cpu, libc }) {
  const fits = (allowed, own) => [allowed].flat().includes(own)
  if (os === undefined || !fits(os, process.platform) || !fits(cpu, process.arch)) return false
  const isGlibc = process.report.getReport().header.glibcVersionRuntime !== undefined
  return libc === undefined || fits(libc, isGlibc ? 'glibc' : 'musl')
}
