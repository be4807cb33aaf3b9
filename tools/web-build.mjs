// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root, runQuietly, say } from './child.mjs'

const web = join(root, 'apps/web')
const marker = join(web, 'build', '.resham-sources')
const sources = [
  'apps/web/src',
  'apps/web/plugin',
  'apps/web/static',
  'apps/web/package.json',
  'apps/web/tsconfig.json',
  'apps/web/vite.config.ts',
  'packages/base/src',
  'packages/contract/src',
  'package-lock.json',
]

/**
 * Builds the pages when what they are made of has changed since the last build.
 *
 * @param {string} node the Node to build with
 * @returns {Promise<boolean>} whether the build on disk is that of the sources
 */
export async function buildWeb(node) {
  const wanted = fingerprint()
  // `$app` holds types that SvelteKit writes into node_modules; an install takes them away.
  const isSynced = existsSync(join(web, 'node_modules', '$app', 'tsconfig.json'))
  const isFresh = existsSync(marker) && readFileSync(marker, 'utf8') === wanted
  if (isFresh && isSynced) return true

  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
  const options = { cwd: web, env: { ...process.env, PATH: path, NODE_ENV: 'production' } }
  const begun = Date.now()
  if (!isFresh) say('Building the pages ...')
  const steps = [[kitProgram(), 'sync'], ...(isFresh ? [] : [[binOf('vite', 'vite'), 'build']])]
  for (const step of steps) {
    const { code, output } = await runQuietly(node, step, options)
    if (code !== 0) {
      say(output)
      say('The pages could not be built; the lines above say why.')
      return false
    }
  }
  if (!isFresh) {
    writeFileSync(marker, wanted)
    say(`Pages built in ${Math.round((Date.now() - begun) / 1000)} s.`)
  }
  return true
}

/** The program that makes SvelteKit's generated types. */
export const kitProgram = () => binOf('@sveltejs/kit', 'svelte-kit')

function binOf(name, bin) {
  const folder = [join(web, 'node_modules', name), join(root, 'node_modules', name)].find((path) => existsSync(path))
  if (folder === undefined) throw new Error(`${name} is not installed`)
  const declared = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin
  return join(folder, typeof declared === 'string' ? declared : declared[bin])
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(join(root, source))) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return `${hash.digest('hex')}\n`
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path).sort()
  return names.filter((name) => !isMade(path, name)).flatMap((name) => filesIn(join(path, name)))
}

/** Files that a build writes, and tests, say nothing about whether the pages are up to date. */
function isMade(folder, name) {
  return /\.test\.ts$/.test(name) || (folder.endsWith('static') && name === 'enhance')
}
