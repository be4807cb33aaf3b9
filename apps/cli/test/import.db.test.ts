// SPDX-License-Identifier: Apache-2.0
// Against a platform of its own, started as `npm start` does, with a throw-away home.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resham } from './resham.testing.ts'

const start = resolve(import.meta.dirname, '../../server/src/main/start.ts')
const csv = `Invoice,Date,Item code,Item name,Quantity,Unit price
1,2026-10-01,TEA,Tea,4,250
2,2026-10-02,TEA,Tea,1,250
3,2026-10-02,SUGAR,Sugar,x,150
`

let home = ''
let platformHome = ''
let url = ''
let slug = ''
let token = ''
let platform: ChildProcess

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'resham-import-'))
  platformHome = mkdtempSync(join(tmpdir(), 'resham-platform-'))
  writeFileSync(join(home, 'sales.csv'), csv)
  writeFileSync(join(home, 'words.csv'), 'a,b\nhello,world\nmore,words\n')
  const env = { ...process.env, RESHAM_HOME: platformHome, PORT: '0', NODE_ENV: 'production' }
  delete (env as NodeJS.ProcessEnv).DATABASE_URL
  platform = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  url = await addressOf(platform)
  await openShop()
}, 120_000)

afterAll(async () => {
  platform.kill('SIGINT')
  if (platform.exitCode === null) await once(platform, 'exit')
  for (const folder of [home, platformHome]) rmSync(folder, { recursive: true, force: true })
}, 60_000)

const load = (file: string, changes: { readonly business?: string; readonly token?: string } = {}) =>
  resham(['import', join(home, file), '--business', changes.business ?? slug, '--url', url], '', {
    RESHAM_TOKEN: changes.token ?? token,
  })

describe('a ledger goes to the platform', () => {
  test('and its good lines stand in the books; the same file again changes nothing', async () => {
    const first = await load('sales.csv')
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('2 new, 0 already in the books, 1 left out') })
    const again = await load('sales.csv')
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('0 new, 2 already in the books') })
  }, 120_000)

  test('one that is no ledger is refused as bad input, in words', async () => {
    const { code, err } = await load('words.csv')
    expect(err).toContain('No column found for')
    expect(code).toBe(2)
  })

  test('a wrong token and a business that is not there are refused by the platform', async () => {
    const [wrong, nowhere] = await Promise.all([
      load('sales.csv', { token: 'not-a-token' }),
      load('sales.csv', { business: 'no-such-shop' }),
    ])
    expect(wrong.err).toContain('the platform refused (401')
    expect(nowhere.err).toMatch(/the platform refused \((403|404)/)
    expect([wrong.code, nowhere.code]).toEqual([3, 3])
  })
})

test('a token never travels unprotected', async () => {
  const args = ['import', join(home, 'sales.csv'), '--business', slug, '--url', 'http://example.org']
  const { code, err } = await resham(args, '', { RESHAM_TOKEN: token })
  expect(err).toContain('would carry the token unprotected')
  expect(code).toBe(1)
})

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read')
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[\w.:[\]-]+/.exec(line)
    if (found === null) continue
    child.stdout.resume()
    return found[0]
  }
  throw new Error('the platform ended before it printed an address')
}

async function openShop(): Promise<void> {
  let cookie = ''
  const post = async (path: string, body: object) => {
    const headers = { origin: url, cookie, 'content-type': 'application/json' }
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    const set = response.headers.getSetCookie().map((line) => line.split(';', 1)[0])
    if (set.length > 0) cookie = set.join('; ')
    return response.json()
  }
  const password = 'three silk threads in a test'
  await post('/api/v1/account/sign-up', { name: 'Tester', identifier: 'tester@example.org', password })
  slug = (await post('/api/v1/businesses', { name: 'Tea Shop', pack: 'zz', currency: 'XTS' })).slug
  const scopes = ['books.read', 'imports.run']
  token = (await post(`/api/v1/businesses/${slug}/tokens`, { name: 'cli', scopes, days: 1 })).secret
}
