// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runQuietly, say } from './child.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium for the browser tests: RESHAM_CHROMIUM, one that is installed, else one from the system's
 * packages where we may install. Without one the browser tests are skipped and say so.
 *
 * @returns {Promise<string | undefined>} the program's path
 */
export async function findChromium() {
  const present = look()
  if (present !== undefined) return present
  if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
    say('Installing Chromium for the browser tests ...')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runQuietly('apt-get', ['update', '-qq'], { env })
    const { code, output } = await runQuietly('apt-get', ['install', '-y', '-qq', 'chromium'], { env })
    const installed = look()
    if (code === 0 && installed !== undefined) return installed
    say(output.split('\n').slice(-5).join('\n'))
  }
  say('No Chromium found: the browser tests are skipped. Install one, or name it in RESHAM_CHROMIUM.')
  return undefined
}

function look() {
  const named = process.env.RESHAM_CHROMIUM
  if (named) return named
  return names.map(onPath).find((path) => path !== undefined) ?? elsewhere.find((path) => existsSync(path))
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
